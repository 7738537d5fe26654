package org.entezar.methods;

/**
 * A share of a whole with its Wilson interval.
 *
 * @param count answers that count
 * @param n answers in all
 * @param share count/n between 0 and 1; NO_DATA when n = 0
 * @param bounds Wilson score interval
 */
public record ShareEstimate(long count, long n, Figure share, Bounds bounds) {
    /** Lower end of the interval. */
    public Figure lower() {
        return bounds.lower();
    }

    /** Upper end of the interval. */
    public Figure upper() {
        return bounds.upper();
    }
}
