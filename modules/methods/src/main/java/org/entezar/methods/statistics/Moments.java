package org.entezar.methods.statistics;

import org.entezar.methods.MeanEstimate;

/**
 * Running count, mean and sum of squared deviations (Welford 1962; merging by Chan, Golub &amp; LeVeque 1979). One
 * instance belongs to one thread; instances of several threads are merged. Adding allocates nothing.
 */
public final class Moments {
    private long n;
    private double mean;
    private double squares;

    /** Adds a finite value. */
    public void add(double value) {
        n++;
        double before = value - mean;
        mean += before / n;
        squares += before * (value - mean);
    }

    /** Adds the same finite value several times. */
    public void add(double value, long times) {
        if (times > 0) {
            merge(times, value, 0);
        }
    }

    /** Adds what another instance has seen. */
    public void merge(Moments other) {
        if (other.n > 0) {
            merge(other.n, other.mean, other.squares);
        }
    }

    private void merge(long otherN, double otherMean, double otherSquares) {
        long both = n + otherN;
        double apart = otherMean - mean;
        squares += otherSquares + apart * apart * ((double) n * otherN / both);
        mean += apart * otherN / both;
        n = both;
    }

    /** Values added. */
    public long n() {
        return n;
    }

    /** Their mean; 0 when there are none. */
    public double mean() {
        return mean;
    }

    /** Their variance with divisor n - 1; 0 when n &lt; 2. */
    public double variance() {
        return n < 2 ? 0 : squares / (n - 1);
    }

    /** The mean with its t interval. */
    public MeanEstimate estimate(double confidence) {
        return Means.of(n, mean, variance(), confidence);
    }
}
