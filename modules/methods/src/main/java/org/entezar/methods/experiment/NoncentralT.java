package org.entezar.methods.experiment;

import org.entezar.methods.statistics.Quantiles;
import org.hipparchus.special.Gamma;

/**
 * The noncentral t distribution: P(T &gt; t) = ∫ Φ(δ - t·s) f(s) ds, where s = √(χ²_ν/ν), by Gauss-Legendre quadrature in
 * panels around s = 1. The quadrature runs over v with s = v⁴, since s^(ν-1) is not smooth at 0 for a fractional ν.
 */
final class NoncentralT {
    private static final double[] NODES = {
        0.1488743389816312, 0.4333953941292472, 0.6794095682990244, 0.8650633666889845, 0.9739065285171717
    };
    private static final double[] WEIGHTS = {
        0.2955242247147529, 0.2692667193099963, 0.2190863625159820, 0.1494513491505806, 0.0666713443086881
    };
    private static final int PANELS = 120;

    private NoncentralT() {}

    /** P(T &gt; t) with ν degrees of freedom and noncentrality δ. */
    static double above(double t, double nu, double delta) {
        double spread = 13 / Math.sqrt(2 * nu);
        double from = Math.pow(Math.max(0, 1 - spread), 0.25);
        double to = Math.pow(1 + 1.2 * spread, 0.25);
        double constant = Math.log(2) + nu / 2 * Math.log(nu / 2) - Gamma.logGamma(nu / 2);
        double half = (to - from) / PANELS / 2;
        double sum = 0;
        for (int panel = 0; panel < PANELS; panel++) {
            double centre = from + (2 * panel + 1) * half;
            for (int k = 0; k < NODES.length; k++) {
                sum += WEIGHTS[k]
                        * (integrand(centre - half * NODES[k], t, nu, delta, constant)
                                + integrand(centre + half * NODES[k], t, nu, delta, constant));
            }
        }
        return Math.min(1, Math.max(0, half * sum));
    }

    private static double integrand(double v, double t, double nu, double delta, double constant) {
        double s = v * v * v * v;
        double density = Math.exp(constant + (nu - 1) * Math.log(s) - nu * s * s / 2);
        return 4 * v * v * v * density * Quantiles.normalProbability(delta - t * s);
    }
}
