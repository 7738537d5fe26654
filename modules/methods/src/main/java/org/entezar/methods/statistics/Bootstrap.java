package org.entezar.methods.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import org.entezar.methods.Bounds;
import org.entezar.methods.Figure;
import org.entezar.methods.Interruption;
import org.entezar.methods.InvalidInputException;
import org.entezar.methods.InvalidInputException.Code;
import org.entezar.methods.Reason;

/**
 * Percentile bootstrap over respondents (Efron 1979): whole rows are drawn with replacement, never single cells.
 *
 * <p>Every resample has a generator of its own, seeded from the seed and the resample's number, so that the result
 * depends on the seed alone and not on the number of threads. Immutable and thread-safe.
 *
 * @param resamples B, at least 2; 2000 by default
 * @param seed start of the generators, part of every report
 * @param confidence level, strictly between 0 and 1
 * @param executor runs the parts
 * @param parts number of parts that may run at the same time, at least 1
 */
public record Bootstrap(int resamples, long seed, double confidence, Executor executor, int parts) {
    /** The usual number of resamples. */
    public static final int DEFAULT_RESAMPLES = 2000;

    /** Where more of the resamples than this have no value, no interval is given. */
    private static final double UNDEFINED_SHARE = 0.05;

    /** Most figures of all resamples together that are kept in memory. */
    private static final int MOST_VALUES = 10_000_000;

    /** Refuses sizes that make no sense. */
    public Bootstrap {
        if (resamples < 2 || resamples > 10_000_000) {
            throw InvalidInputException.of(Code.OUT_OF_RANGE, "resamples", "must lie between 2 and 10,000,000");
        }
        if (parts < 1) {
            throw InvalidInputException.of(Code.OUT_OF_RANGE, "parts", "at least one part");
        }
        Quantiles.checkConfidence(confidence);
    }

    /** 95 %, in the caller's thread. */
    public static Bootstrap of(int resamples, long seed) {
        return new Bootstrap(resamples, seed, 0.95, Runnable::run, 1);
    }

    /** The same bootstrap on the given threads. */
    public Bootstrap on(Executor threads, int number) {
        return new Bootstrap(resamples, seed, confidence, threads, number);
    }

    /** Computes statistics of one resample. One instance works for one thread, so that it may own scratch space. */
    @FunctionalInterface
    public interface Statistics {
        /**
         * Writes the statistics of a resample.
         *
         * @param rows the drawn row numbers, n of them, counted from 0; only read
         * @param results where to write; NaN where the resample has no value
         */
        void of(int[] rows, double[] results);
    }

    /** Makes one {@link Statistics} a thread. */
    @FunctionalInterface
    public interface StatisticsFactory {
        /** A fresh instance. */
        Statistics create();
    }

    /**
     * The bootstrap distribution of one statistic.
     *
     * @param bounds quantiles α/2 and 1-α/2 (type 7) of the defined resamples; UNSTABLE when more than 5 % have no value
     * @param standardError standard deviation of the defined resamples
     * @param undefined resamples without a value
     */
    public record Percentiles(Bounds bounds, Figure standardError, int undefined) {}

    /** Percentile intervals of several statistics of the same resamples. */
    public List<Percentiles> intervals(int rows, int statistics, StatisticsFactory factory) {
        List<Percentiles> intervals = new ArrayList<>(statistics);
        for (double[] values : distribution(rows, statistics, factory)) {
            intervals.add(percentiles(values, confidence));
        }
        return intervals;
    }

    /** The raw values: one array a statistic, in the order of the resamples, NaN where a resample has no value. */
    public double[][] distribution(int rows, int statistics, StatisticsFactory factory) {
        if (rows < 1) {
            throw InvalidInputException.of(Code.EMPTY, "rows", "a bootstrap needs at least one respondent");
        }
        if ((long) statistics * resamples > MOST_VALUES) {
            throw InvalidInputException.of(
                    Code.TOO_LARGE,
                    "bootstrap_resamples",
                    "at most " + MOST_VALUES / statistics + " resamples of " + statistics + " figures, got "
                            + resamples);
        }
        double[][] values = new double[statistics][resamples];
        CompletableFuture<?>[] running = new CompletableFuture<?>[parts];
        for (int part = 0; part < parts; part++) {
            int first = (int) ((long) resamples * part / parts);
            int end = (int) ((long) resamples * (part + 1) / parts);
            running[part] =
                    CompletableFuture.runAsync(() -> draw(rows, first, end, factory.create(), values), executor);
        }
        try {
            CompletableFuture.allOf(running).join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
        return values;
    }

    private void draw(int n, int first, int end, Statistics statistics, double[][] values) {
        int[] rows = new int[n];
        double[] results = new double[values.length];
        for (int resample = first; resample < end; resample++) {
            Interruption.check();
            SplittableRandom random = new SplittableRandom(seed + resample * 0x9E3779B97F4A7C15L).split();
            for (int i = 0; i < n; i++) {
                rows[i] = random.nextInt(n);
            }
            statistics.of(rows, results);
            for (int s = 0; s < results.length; s++) {
                values[s][resample] = results[s];
            }
        }
    }

    /** Percentile interval of given bootstrap values; NaN marks a resample without a value. */
    public static Percentiles percentiles(double[] values, double confidence) {
        double[] defined =
                Arrays.stream(values).filter(v -> !Double.isNaN(v)).sorted().toArray();
        int undefined = values.length - defined.length;
        if (defined.length < 2 || undefined > UNDEFINED_SHARE * values.length) {
            Reason reason = defined.length == 0 ? Reason.NO_DATA : Reason.UNSTABLE;
            return new Percentiles(Bounds.undefined(reason), Figure.undefined(reason), undefined);
        }
        double tail = (1 - Quantiles.checkConfidence(confidence)) / 2;
        return new Percentiles(
                new Bounds(
                        Figure.of(Quantiles.type7OfSorted(defined, tail)),
                        Figure.of(Quantiles.type7OfSorted(defined, 1 - tail))),
                Figure.of(Math.sqrt(Means.variance(defined))),
                undefined);
    }
}
