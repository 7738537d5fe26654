package org.entezar.methods;

/**
 * A mean with its uncertainty.
 *
 * @param n answers used
 * @param mean arithmetic mean; NO_DATA when n = 0
 * @param sd standard deviation, divisor n - 1; TOO_FEW when n &lt; 2
 * @param se standard error of the mean, sd/√n
 * @param bounds t interval of the mean
 */
public record MeanEstimate(long n, Figure mean, Figure sd, Figure se, Bounds bounds) {
    /** Lower end of the interval. */
    public Figure lower() {
        return bounds.lower();
    }

    /** Upper end of the interval. */
    public Figure upper() {
        return bounds.upper();
    }
}
