package org.entezar.bench.methods;

import java.io.PrintStream;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Runs the benchmarks in one fork each and prints the table of docs/methods/performance.md: {@code mvn -Pbench-methods}.
 * {@code -Dentezar.bench.iterations} and {@code -Dentezar.bench.seconds} make it longer or shorter.
 */
public final class MethodBench {

    /** What each may take, in milliseconds, and what it is. */
    private static final Map<String, Target> TARGETS = Map.of(
            "kano", new Target(30, "Kano of 1,000,000 pairs"),
            "servqual", new Target(60, "SERVQUAL of 100,000 × 22 pairs"),
            "bootstrap", new Target(1_000, "bootstrap, 2,000 resamples of 1,000 × 22, two threads"),
            "cfa", new Target(10, "factor model, three factors, nine items"),
            "pls", new Target(5, "path model of mobi (PLS)"),
            "bgNbd", new Target(150, "BG/NBD fit of 2,357 customers"),
            "holtWintersAdditive", new Target(60, "Holt-Winters fit of 144 points, additive"),
            "holtWintersMultiplicative", new Target(60, "Holt-Winters fit of 144 points, multiplicative"),
            "erlangA", new Target(1, "Erlang A for 1,000 servers"));

    private record Target(double milliseconds, String what) {}

    private MethodBench() {}

    /** Prints the table as Markdown. */
    public static void main(String[] arguments) throws RunnerException {
        int iterations = Integer.getInteger("entezar.bench.iterations", 5);
        TimeValue time = TimeValue.seconds(Integer.getInteger("entezar.bench.seconds", 2));
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include(AnswerBenchmark.class.getSimpleName())
                .include(FitBenchmark.class.getSimpleName())
                .forks(1)
                .warmupIterations(iterations)
                .warmupTime(time)
                .measurementIterations(iterations)
                .measurementTime(time)
                .jvmArgsAppend(
                        "-Dentezar.root=" + System.getProperty("entezar.root", "."),
                        "-Dentezar.shared=" + System.getProperty("entezar.shared", "../shared"));
        if (Data.has("mobi.csv") && Data.has("cdnow_customers.csv")) {
            options = options.include(SharedDataBenchmark.class.getSimpleName());
        }
        print(new Runner(options.build()).run(), System.out);
    }

    private static void print(Collection<RunResult> results, PrintStream out) {
        out.println("| what | target, ms | measured, ms | ± (99.9 %) |");
        out.println("|---|---|---|---|");
        for (RunResult result : results) {
            String name = result.getPrimaryResult().getLabel();
            Target target = TARGETS.getOrDefault(name, new Target(0, name));
            out.println(String.format(
                    Locale.ROOT,
                    "| %s | ≤ %s | %.4g | %.2g |",
                    target.what(),
                    target.milliseconds() >= 1 ? Long.toString(Math.round(target.milliseconds())) : "–",
                    result.getPrimaryResult().getScore(),
                    result.getPrimaryResult().getScoreError()));
        }
    }
}
