package org.entezar.methods.structural;

import org.hipparchus.special.Gamma;

/**
 * Noncentral chi-squared distribution: a Poisson mixture of central ones, summed from its heaviest term outwards.
 *
 * <p>Source: Benton &amp; Krishnamoorthy (2003), Computational Statistics &amp; Data Analysis 43:249-267. R: {@code pchisq}.
 */
final class NoncentralChiSquare {
    private static final double ENOUGH = 1e-16;

    private NoncentralChiSquare() {}

    /** P(X ≤ x) with the degrees of freedom and the noncentrality λ ≥ 0. */
    static double probability(double x, double degreesOfFreedom, double lambda) {
        if (x <= 0) {
            return 0;
        }
        double half = lambda / 2;
        double y = x / 2;
        double middle = Math.floor(half);
        double shape = degreesOfFreedom / 2 + middle;
        double weight = half == 0 ? 1 : Math.exp(-half + middle * Math.log(half) - Gamma.logGamma(middle + 1));
        double central = Gamma.regularizedGammaP(shape, y);
        double step = Math.exp(shape * Math.log(y) - y - Gamma.logGamma(shape + 1));
        double sum = weight * central;
        // P(a+1, y) = P(a, y) - y^a e^{-y}/Γ(a+1)
        double w = weight;
        double p = central;
        double s = step;
        for (double j = middle + 1; ; j++) {
            w *= half / j;
            p = Math.max(p - s, 0);
            s *= y / (degreesOfFreedom / 2 + j);
            sum += w * p;
            if (w * p <= ENOUGH * sum || w < 1e-300) {
                break;
            }
        }
        w = weight;
        p = central;
        s = step;
        for (double j = middle; j >= 1; j--) {
            w *= j / half;
            s *= (degreesOfFreedom / 2 + j) / y;
            p = Math.min(p + s, 1);
            sum += w * p;
            if (w <= ENOUGH * sum) {
                break;
            }
        }
        return Math.min(sum, 1);
    }

    /** λ with P(X ≤ x) = probability; 0 when the probability is below the target even without noncentrality. */
    static double noncentrality(double x, double degreesOfFreedom, double target) {
        if (probability(x, degreesOfFreedom, 0) < target) {
            return 0;
        }
        double low = 0;
        double high = Math.max(x, 1);
        while (probability(x, degreesOfFreedom, high) > target) {
            low = high;
            high *= 2;
        }
        for (int i = 0; i < 80 && high - low > 1e-12 * high; i++) {
            double middle = (low + high) / 2;
            if (probability(x, degreesOfFreedom, middle) > target) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }
}
