package org.entezar.methods.value;

/** Gauss' hypergeometric function ₂F₁ by its series, which converges for 0 ≤ z &lt; 1. */
final class Hypergeometric {
    private static final int MOST_TERMS = 10_000_000;

    private Hypergeometric() {}

    /** Σ (a)_k (b)_k/(c)_k·z^k/k!; c must not be 0, -1, -2, … */
    static double series(double a, double b, double c, double z) {
        double term = 1;
        double sum = 1;
        for (int k = 0; k < MOST_TERMS; k++) {
            term *= (a + k) * (b + k) / ((c + k) * (k + 1)) * z;
            sum += term;
            // the ratio of terms tends to z from here on, so the rest is about term/(1-z)
            if (Math.abs(term) <= 1e-17 * Math.abs(sum) * (1 - z) && k > -c) {
                return sum;
            }
        }
        return sum;
    }
}
