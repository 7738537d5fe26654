package org.entezar.methods.value;

import java.util.Arrays;
import java.util.Optional;
import org.entezar.methods.InvalidInputException;
import org.entezar.methods.InvalidInputException.Code;
import org.entezar.methods.Reason;

/**
 * RFM quintiles: score = min(5, ⌊5(rank-1)/n⌋ + 1) with rank = 1 + number of strictly smaller values; recency counts
 * backwards, so that 5 is always best. Ties share a score, hence quintiles may be unequal.
 *
 * <p>Source: Hughes (1994), Strategic Database Marketing.
 */
public final class RecencyFrequencyMonetary {
    /** Fewer customers than quintiles cannot be scored. */
    private static final int LEAST = 5;

    private RecencyFrequencyMonetary() {}

    /**
     * One value each a customer; NaN = unknown, such a customer is left out.
     *
     * @param recency days since the last purchase, smaller is better
     * @param frequency purchases
     * @param monetary money spent
     */
    public record Input(double[] recency, double[] frequency, double[] monetary) {
        /** Checks that the columns belong together. */
        public Input {
            length("frequency", frequency, recency.length);
            length("monetary", monetary, recency.length);
            recency = recency.clone();
            frequency = frequency.clone();
            monetary = monetary.clone();
        }

        private static void length(String field, double[] column, int n) {
            if (column.length != n) {
                throw InvalidInputException.of(Code.WRONG_LENGTH, field, n + " customers, got " + column.length);
            }
        }
    }

    /**
     * Scores 1..5 in the order of the customers; 0 where a customer was left out.
     *
     * @param n customers scored
     * @param undefined why nobody was scored: TOO_FEW with fewer than five customers
     */
    public record Result(int n, int[] recency, int[] frequency, int[] monetary, Optional<Reason> undefined) {
        /** Three digits, for example 5-4-4 as 544; 0 where a customer was left out. */
        public int cell(int customer) {
            return 100 * recency[customer] + 10 * frequency[customer] + monetary[customer];
        }
    }

    /** Scores all customers. */
    public static Result evaluate(Input in) {
        int customers = in.recency().length;
        int[] complete = new int[customers];
        int n = 0;
        for (int i = 0; i < customers; i++) {
            if (!Double.isNaN(in.recency()[i] + in.frequency()[i] + in.monetary()[i])) {
                complete[n++] = i;
            }
        }
        if (n < LEAST) {
            int[] none = new int[customers];
            return new Result(n, none, none, none, Optional.of(n == 0 ? Reason.NO_DATA : Reason.TOO_FEW));
        }
        return new Result(
                n,
                scores(in.recency(), complete, n, -1),
                scores(in.frequency(), complete, n, 1),
                scores(in.monetary(), complete, n, 1),
                Optional.empty());
    }

    private static int[] scores(double[] column, int[] complete, int n, int sign) {
        double[] sorted = new double[n];
        for (int i = 0; i < n; i++) {
            sorted[i] = sign * column[complete[i]] + 0.0; // no negative zero
        }
        Arrays.sort(sorted);
        int[] scores = new int[column.length];
        for (int i = 0; i < n; i++) {
            long smaller = smaller(sorted, sign * column[complete[i]] + 0.0);
            scores[complete[i]] = (int) Math.min(5, 5 * smaller / n + 1);
        }
        return scores;
    }

    private static int smaller(double[] sorted, double value) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
