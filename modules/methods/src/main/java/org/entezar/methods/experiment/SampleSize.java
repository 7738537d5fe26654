package org.entezar.methods.experiment;

import org.entezar.methods.InvalidInputException;
import org.entezar.methods.InvalidInputException.Code;
import org.entezar.methods.statistics.Quantiles;
import org.hipparchus.analysis.solvers.BracketingNthOrderBrentSolver;

/**
 * How many respondents each of two groups needs.
 *
 * @param exact per group, before rounding
 * @param perGroup rounded up
 */
public record SampleSize(double exact, long perGroup) {
    private static final double MOST = 1e12;

    private static SampleSize of(double exact) {
        if (!(exact <= MOST)) {
            throw InvalidInputException.of(Code.OUT_OF_RANGE, "difference", "is too small to be found");
        }
        // the small number keeps a size that is whole but for rounding from going up by one
        return new SampleSize(exact, (long) Math.ceil(exact - 1e-9));
    }

    /**
     * To tell two shares apart: [z(1-α/2)√(2p̄(1-p̄)) + z(power)√(p₁q₁ + p₂q₂)]²/(p₁-p₂)² (R: {@code power.prop.test}).
     */
    public static SampleSize ofProportions(double p1, double p2, double alpha, double power) {
        check("p1", p1 >= 0 && p1 <= 1);
        check("p2", p2 >= 0 && p2 <= 1 && p1 != p2);
        check(alpha, power);
        double mean = (p1 + p2) / 2;
        double root = Quantiles.normal(1 - alpha / 2) * Math.sqrt(2 * mean * (1 - mean))
                + Quantiles.normal(power) * Math.sqrt(p1 * (1 - p1) + p2 * (1 - p2));
        return of(root * root / ((p1 - p2) * (p1 - p2)));
    }

    /** To tell two means apart by a two-sided t test, by the noncentral t distribution (R: {@code power.t.test}). */
    public static SampleSize ofMeans(double delta, double sd, double alpha, double power) {
        check("delta", delta != 0 && Double.isFinite(delta));
        check("sd", sd > 0 && Double.isFinite(sd));
        check(alpha, power);
        double effect = Math.abs(delta) / sd;
        if (powerOfMeans(2, effect, alpha) >= power) {
            return of(2);
        }
        double z = Quantiles.normal(1 - alpha / 2) + Quantiles.normal(power);
        double upper = Math.max(4, 2 * z * z / (effect * effect));
        while (powerOfMeans(upper, effect, alpha) < power) {
            upper *= 2;
            if (upper > MOST) {
                return of(Double.POSITIVE_INFINITY);
            }
        }
        double n = new BracketingNthOrderBrentSolver(1e-12, 1e-9, 5)
                .solve(200, x -> powerOfMeans(x, effect, alpha) - power, 2, upper);
        return of(n);
    }

    /**
     * Power of the two-sided t test with n in each group, which need not be whole; the chance of a significant result of
     * the wrong sign is left out, as in R.
     *
     * @param effect |δ|/sd
     */
    public static double powerOfMeans(double n, double effect, double alpha) {
        double nu = 2 * (n - 1);
        return NoncentralT.above(Quantiles.t(1 - alpha / 2, nu), nu, Math.sqrt(n / 2) * effect);
    }

    private static void check(double alpha, double power) {
        check("alpha", alpha > 0 && alpha < 1);
        check("power", power > 0 && power < 1);
    }

    private static void check(String field, boolean good) {
        if (!good) {
            throw InvalidInputException.of(Code.OUT_OF_RANGE, field, "is out of range");
        }
    }
}
