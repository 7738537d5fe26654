package org.entezar.methods.loyalty;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.entezar.methods.InvalidInputException;
import org.entezar.methods.InvalidInputException.Code;
import org.entezar.methods.MeanEstimate;
import org.entezar.methods.statistics.Means;

/**
 * What dissatisfied customers do: exit, voice, loyalty or neglect.
 *
 * <p>Which response dominates is relative to the sample (z), so the raw means stand beside it. Sources: Hirschman (1970),
 * Exit, Voice and Loyalty; Rusbult, Zembrodt &amp; Gunn (1982), JPSP 43:1230-1242; Ping (1993), J. Retailing 69:320-352.
 */
public final class Responses {
    private static final double CLEAR_LEAD = 0.25;
    private static final double ROUNDING = 1e-9;

    private Responses() {}

    /** The four responses. */
    public enum Response {
        /** Leaves. */
        EXIT,
        /** Speaks up. */
        VOICE,
        /** Waits and hopes. */
        LOYALTY,
        /** Stays and cares less. */
        NEGLECT
    }

    /** What a customer does foremost. */
    public enum Dominant {
        /** Exit has the highest z. */
        EXIT,
        /** Voice has the highest z. */
        VOICE,
        /** Loyalty has the highest z. */
        LOYALTY,
        /** Neglect has the highest z. */
        NEGLECT,
        /** The lead is below 0.25. */
        MIXED
    }

    /**
     * Answers.
     *
     * @param items one row a respondent, 1..7, NaN = missing
     * @param scales the response that each item measures
     */
    public record Input(double[][] items, List<Response> scales) {
        /** Checks answers and scales. */
        public Input {
            scales = List.copyOf(scales);
            for (Response response : Response.values()) {
                if (!scales.contains(response)) {
                    throw InvalidInputException.of(Code.MISSING_FIELD, "item_scale", "no item measures " + response);
                }
            }
            for (int i = 0; i < items.length; i++) {
                if (items[i].length != scales.size()) {
                    throw InvalidInputException.at(
                            Code.WRONG_LENGTH, "items", i, scales.size() + " items, got " + items[i].length);
                }
                for (int j = 0; j < items[i].length; j++) {
                    if (items[i][j] < 1 || items[i][j] > 7) {
                        throw InvalidInputException.at(Code.OUT_OF_RANGE, "items", i, j, "1..7, got " + items[i][j]);
                    }
                }
            }
        }
    }

    /**
     * Scores in the order exit, voice, loyalty, neglect.
     *
     * @param scores scale means of each respondent; NaN when fewer than half of its items are answered
     * @param means of the scales over respondents
     * @param z (score - mean)/sd; NaN when the score is missing or the scale does not vary
     * @param dominant empty when a z is missing
     * @param active (E + V - L - N)/2 of the scores; NaN when one is missing
     * @param constructive (V + L - E - N)/2
     */
    public record Result(
            double[][] scores,
            List<MeanEstimate> means,
            double[][] z,
            List<Optional<Dominant>> dominant,
            double[] active,
            double[] constructive) {}

    /** Scores all respondents. */
    public static Result evaluate(Input in) {
        int n = in.items().length;
        int k = Response.values().length;
        double[][] scores = new double[n][k];
        for (int i = 0; i < n; i++) {
            for (Response response : Response.values()) {
                scores[i][response.ordinal()] = score(in.items()[i], in.scales(), response);
            }
        }
        List<MeanEstimate> means = new ArrayList<>(k);
        for (int s = 0; s < k; s++) {
            double[] column = new double[n];
            for (int i = 0; i < n; i++) {
                column[i] = scores[i][s];
            }
            means.add(Means.estimate(column));
        }
        double[][] z = new double[n][k];
        List<Optional<Dominant>> dominant = new ArrayList<>(n);
        double[] active = new double[n];
        double[] constructive = new double[n];
        for (int i = 0; i < n; i++) {
            double[] s = scores[i];
            for (int j = 0; j < k; j++) {
                MeanEstimate mean = means.get(j);
                boolean varies = mean.sd().isDefined() && mean.sd().value() > 0;
                z[i][j] = varies ? (s[j] - mean.mean().value()) / mean.sd().value() : Double.NaN;
            }
            dominant.add(dominant(z[i]));
            active[i] = (s[0] + s[1] - s[2] - s[3]) / 2;
            constructive[i] = (s[1] + s[2] - s[0] - s[3]) / 2;
        }
        return new Result(scores, means, z, dominant, active, constructive);
    }

    private static double score(double[] items, List<Response> scales, Response response) {
        double sum = 0;
        int answered = 0;
        int all = 0;
        for (int j = 0; j < items.length; j++) {
            if (scales.get(j) == response) {
                all++;
                if (!Double.isNaN(items[j])) {
                    sum += items[j];
                    answered++;
                }
            }
        }
        return 2 * answered >= all && answered > 0 ? sum / answered : Double.NaN;
    }

    private static Optional<Dominant> dominant(double[] z) {
        int best = 0;
        double second = Double.NEGATIVE_INFINITY;
        for (int j = 0; j < z.length; j++) {
            if (Double.isNaN(z[j])) {
                return Optional.empty();
            }
            if (j > 0 && z[j] > z[best]) {
                second = z[best];
                best = j;
            } else if (j > 0) {
                second = Math.max(second, z[j]);
            }
        }
        return Optional.of(z[best] - second < CLEAR_LEAD - ROUNDING ? Dominant.MIXED : Dominant.values()[best]);
    }
}
