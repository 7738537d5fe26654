package org.entezar.methods.value;

import java.util.Arrays;
import org.entezar.methods.optimisation.QuasiNewton;
import org.hipparchus.special.Gamma;

/**
 * Log-likelihood of gamma-gamma with its gradient by the logs of p, q, γ; not for several threads. Gamma functions are
 * computed once for each number of purchases.
 */
final class SpendLikelihood implements QuasiNewton.Function {
    private final double[] x;
    private final double[] z;
    /** The distinct numbers of purchases and how many customers have each. */
    private final double[] counts;

    private final double[] customers;
    private final double logValues;

    SpendLikelihood(double[] x, double[] z) {
        this.x = x;
        this.z = z;
        counts = Arrays.stream(x).sorted().distinct().toArray();
        customers = new double[counts.length];
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            customers[Arrays.binarySearch(counts, x[i])]++;
            sum += Math.log(z[i]);
        }
        logValues = sum;
    }

    @Override
    public double valueAndGradient(double[] point, double[] gradient) {
        double p = Math.exp(point[0]);
        double q = Math.exp(point[1]);
        double gamma = Math.exp(point[2]);
        if (!(Math.min(Math.min(p, q), gamma) > 1e-10 && Math.max(Math.max(p, q), gamma) < 1e10)) {
            return Double.POSITIVE_INFINITY;
        }
        int n = x.length;
        double sum = n * (q * point[2] - Gamma.logGamma(q)) - logValues;
        double dP = 0;
        double dQ = n * (point[2] - Gamma.digamma(q));
        double dGamma = n * q / gamma;
        for (int k = 0; k < counts.length; k++) {
            double px = p * counts[k];
            sum += customers[k] * (Gamma.logGamma(px + q) - Gamma.logGamma(px));
            double digamma = Gamma.digamma(px + q);
            dP += customers[k] * counts[k] * (digamma - Gamma.digamma(px));
            dQ += customers[k] * digamma;
        }
        for (int i = 0; i < n; i++) {
            double total = x[i] * z[i];
            double logShare = Math.log(total / (gamma + total));
            double logWhole = Math.log(gamma + total);
            double px = p * x[i];
            sum += px * logShare - q * logWhole;
            dP += x[i] * logShare;
            dQ -= logWhole;
            dGamma -= (px + q) / (gamma + total);
        }
        gradient[0] = -dP * p;
        gradient[1] = -dQ * q;
        gradient[2] = -dGamma * gamma;
        return -sum;
    }
}
