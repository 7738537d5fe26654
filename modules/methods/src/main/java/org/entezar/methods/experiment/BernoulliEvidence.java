package org.entezar.methods.experiment;

import java.util.OptionalInt;
import org.entezar.methods.InvalidInputException;
import org.entezar.methods.InvalidInputException.Code;

/**
 * Evidence against a share of p₀, watched after every answer: E_n = B(a+s, b+n-s)/B(a,b)/(p₀^s(1-p₀)^{n-s}), reject at
 * E ≥ 1/α by Ville's inequality (Ramdas, Grünwald, Vovk &amp; Shafer 2023 Statistical Science 38:576-601).
 *
 * @param logEValue ln E after each answer
 * @param pValue min(1, 1/E) so far, never rising
 * @param reject the answer, counted from 1, after which E ≥ 1/α for the first time
 */
public record BernoulliEvidence(double[] logEValue, double[] pValue, OptionalInt reject) {

    /**
     * Runs over answers.
     *
     * @param x 0 or 1, in order of arrival
     * @param p0 strictly between 0 and 1
     * @param a first parameter of the beta prior over the alternative, above 0
     * @param b second parameter
     */
    public static BernoulliEvidence of(double[] x, double p0, double a, double b, double alpha) {
        check("p0", p0 > 0 && p0 < 1);
        check("prior_a", a > 0 && Double.isFinite(a));
        check("prior_b", b > 0 && Double.isFinite(b));
        check("alpha", alpha > 0 && alpha < 1);
        double[] logE = new double[x.length];
        double[] pValue = new double[x.length];
        OptionalInt reject = OptionalInt.empty();
        double log = 0;
        double p = 1;
        double successes = 0;
        for (int i = 0; i < x.length; i++) {
            // the beta function's ratio grows by one factor an answer, so that no gamma function is needed
            if (x[i] == 1) {
                log += Math.log((a + successes) / (a + b + i) / p0);
                successes++;
            } else if (x[i] == 0) {
                log += Math.log((b + i - successes) / (a + b + i) / (1 - p0));
            } else {
                throw InvalidInputException.at(Code.OUT_OF_RANGE, "x", i, "must be 0 or 1, got " + x[i]);
            }
            logE[i] = log;
            p = Math.min(p, Math.exp(-log));
            pValue[i] = p;
            if (log >= -Math.log(alpha) - 1e-12 && reject.isEmpty()) {
                reject = OptionalInt.of(i + 1);
            }
        }
        return new BernoulliEvidence(logE, pValue, reject);
    }

    private static void check(String field, boolean good) {
        if (!good) {
            throw InvalidInputException.of(Code.OUT_OF_RANGE, field, "is out of range");
        }
    }
}
