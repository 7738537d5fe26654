package org.entezar.bench.methods;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.entezar.methods.answers.PairCounts;
import org.entezar.methods.answers.Scale;
import org.entezar.methods.kano.Kano;
import org.entezar.methods.servqual.ServqualAccumulator;
import org.entezar.methods.servqual.ServqualDesign;
import org.entezar.methods.servqual.ServqualScores;
import org.entezar.methods.statistics.Bootstrap;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Methods whose cost grows with the number of answers. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class AnswerBenchmark {

    private static final int PAIRS = 1_000_000;
    private static final int RESPONDENTS = 100_000;
    private static final int ITEMS = 22;
    private static final int SURVEYED = 1_000;

    private byte[] functional = new byte[0];
    private byte[] dysfunctional = new byte[0];
    private byte[] expectation = new byte[0];
    private byte[] perception = new byte[0];
    private double[][] gaps = new double[0][];
    private final ExecutorService threads = Executors.newFixedThreadPool(2);

    /** Answers by chance, the same in every run. */
    @Setup
    public void answer() {
        Random random = new Random(20261123);
        functional = codes(random, PAIRS, 5);
        dysfunctional = codes(random, PAIRS, 5);
        expectation = codes(random, RESPONDENTS * ITEMS, 7);
        perception = codes(random, RESPONDENTS * ITEMS, 7);
        gaps = new double[SURVEYED][ITEMS];
        for (double[] row : gaps) {
            for (int j = 0; j < ITEMS; j++) {
                row[j] = random.nextInt(13) - 6.0;
            }
        }
    }

    private static byte[] codes(Random random, int n, int steps) {
        byte[] codes = new byte[n];
        for (int i = 0; i < n; i++) {
            codes[i] = (byte) (1 + random.nextInt(steps));
        }
        return codes;
    }

    /** Ends the threads of the bootstrap. */
    @TearDown
    public void end() {
        threads.shutdownNow();
    }

    /** Kano's model of a million pairs. */
    @Benchmark
    public Kano kano() {
        PairCounts counts = new PairCounts(Kano.ANSWERS);
        counts.add(functional, dysfunctional);
        return Kano.of(counts, 0.95);
    }

    /** SERVQUAL of 100,000 respondents with 22 pairs each. */
    @Benchmark
    public ServqualScores servqual() {
        ServqualAccumulator scores = new ServqualAccumulator(ServqualDesign.standard(), new Scale(1, 7), null);
        for (int i = 0; i < RESPONDENTS; i++) {
            scores.add(expectation, i * ITEMS, perception, i * ITEMS, null);
        }
        return scores.gaps();
    }

    /** Intervals of the mean gaps of 22 items from 2,000 resamples of 1,000 respondents, on two threads. */
    @Benchmark
    public List<Bootstrap.Percentiles> bootstrap() {
        return Bootstrap.of(Bootstrap.DEFAULT_RESAMPLES, 1)
                .on(threads, 2)
                .intervals(SURVEYED, ITEMS, () -> this::means);
    }

    private void means(int[] rows, double[] results) {
        Arrays.fill(results, 0);
        for (int row : rows) {
            double[] gap = gaps[row];
            for (int j = 0; j < ITEMS; j++) {
                results[j] += gap[j];
            }
        }
        for (int j = 0; j < ITEMS; j++) {
            results[j] /= rows.length;
        }
    }
}
