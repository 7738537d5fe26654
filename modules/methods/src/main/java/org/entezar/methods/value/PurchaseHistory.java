package org.entezar.methods.value;

import org.entezar.methods.InvalidInputException;
import org.entezar.methods.InvalidInputException.Code;

/**
 * What is known of each customer's purchases; all times in one unit, counted from the customer's first purchase.
 *
 * @param frequency x, repeat purchases: the first one does not count
 * @param recency t_x, time of the last purchase; 0 when x = 0
 * @param age T, time until now, at least t_x
 */
public record PurchaseHistory(double[] frequency, double[] recency, double[] age) {
    /** The likelihood is summed over the purchases of one customer. */
    private static final double MOST_PURCHASES = 100_000;

    /** Checks every customer. */
    public PurchaseHistory {
        if (frequency.length == 0) {
            throw InvalidInputException.of(Code.EMPTY, "frequency", "at least one customer");
        }
        length("recency", recency, frequency.length);
        length("T", age, frequency.length);
        for (int i = 0; i < frequency.length; i++) {
            double x = frequency[i];
            if (!(x >= 0 && x <= MOST_PURCHASES && x == Math.rint(x))) {
                throw InvalidInputException.at(Code.OUT_OF_RANGE, "frequency", i, "a count, got " + x);
            }
            if (!(age[i] >= 0 && Double.isFinite(age[i]))) {
                throw InvalidInputException.at(Code.OUT_OF_RANGE, "T", i, "0 or more, got " + age[i]);
            }
            if (!(recency[i] >= 0 && recency[i] <= age[i])) {
                throw InvalidInputException.at(
                        Code.OUT_OF_RANGE, "recency", i, "0..T = " + age[i] + ", got " + recency[i]);
            }
            if (x == 0 && recency[i] != 0) {
                throw InvalidInputException.at(
                        Code.OUT_OF_RANGE, "recency", i, "0 without a repeat purchase, got " + recency[i]);
            }
        }
        frequency = frequency.clone();
        recency = recency.clone();
        age = age.clone();
    }

    private static void length(String field, double[] column, int n) {
        if (column.length != n) {
            throw InvalidInputException.of(Code.WRONG_LENGTH, field, n + " customers, got " + column.length);
        }
    }

    /** Number of customers. */
    public int customers() {
        return frequency.length;
    }
}
