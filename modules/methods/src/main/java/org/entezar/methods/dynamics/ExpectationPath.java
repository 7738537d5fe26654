package org.entezar.methods.dynamics;

import org.entezar.methods.InvalidInputException;
import org.entezar.methods.InvalidInputException.Code;

/**
 * Will- and should-expectation of one customer from encounter to encounter.
 *
 * <p>Perception uses the expectations before the encounter: P_t = p0 + p_w·W_{t-1} + p_s·S_{t-1} + p_d·D_t. Then
 * W_t = W_{t-1} + a_w(D_t - W_{t-1}) and S_t = S_{t-1} + a_s·max(D_t - S_{t-1}, 0): what should happen never falls
 * through poor delivery. This product form follows the general relations and signs of Boulding, Kalra, Staelin &amp;
 * Zeithaml (1993), Journal of Marketing Research 30:7-27.
 */
public final class ExpectationPath {
    private ExpectationPath() {}

    /**
     * A customer's encounters.
     *
     * @param delivered D_t in order of time, NaN = missing
     * @param will W_0
     * @param should S_0
     */
    public record Input(double[] delivered, double will, double should, Learning learning) {
        /** Checks the numbers. */
        public Input {
            for (int t = 0; t < delivered.length; t++) {
                if (Double.isInfinite(delivered[t])) {
                    throw InvalidInputException.at(Code.OUT_OF_RANGE, "delivered", t, "a finite number or missing");
                }
            }
            if (!Double.isFinite(will) || !Double.isFinite(should)) {
                throw InvalidInputException.of(Code.OUT_OF_RANGE, "will0", "finite expectations");
            }
            delivered = delivered.clone();
        }
    }

    /** Expectations after each encounter and the perception of it; a missing delivery moves nothing, its perception is NaN. */
    public record Result(double[] will, double[] should, double[] perception) {}

    /** Runs through the encounters. */
    public static Result evaluate(Input in) {
        int n = in.delivered().length;
        Learning p = in.learning();
        double[] will = new double[n];
        double[] should = new double[n];
        double[] perception = new double[n];
        double w = in.will();
        double s = in.should();
        for (int t = 0; t < n; t++) {
            double d = in.delivered()[t];
            perception[t] = p.p0() + p.pw() * w + p.ps() * s + p.pd() * d;
            if (!Double.isNaN(d)) {
                w += p.aw() * (d - w);
                s += p.as() * Math.max(d - s, 0);
            }
            will[t] = w;
            should[t] = s;
        }
        return new Result(will, should, perception);
    }
}
