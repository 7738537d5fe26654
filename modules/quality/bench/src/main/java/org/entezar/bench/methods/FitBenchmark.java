package org.entezar.bench.methods;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;
import org.entezar.methods.forecast.PredictionIntervals;
import org.entezar.methods.forecast.SmoothingFit;
import org.entezar.methods.forecast.SmoothingModel;
import org.entezar.methods.queueing.ImpatientQueue;
import org.entezar.methods.structural.StructuralModel;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Fits on data that the project carries itself. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class FitBenchmark {

    private static final int SEASON = 12;

    @SuppressWarnings("NullAway.Init")
    private StructuralModel.Input holzinger;

    @SuppressWarnings("NullAway.Init")
    private SmoothingFit.Input additive;

    @SuppressWarnings("NullAway.Init")
    private SmoothingFit.Input multiplicative;

    /** Holzinger and Swineford's nine tests, and 144 months of air passengers. */
    @Setup
    public void read() {
        JsonNode cfa = Data.inputs("sem_ml.json", "sem-holzinger-cfa");
        List<String> observed = StreamSupport.stream(cfa.get("observed").spliterator(), false)
                .map(JsonNode::asText)
                .toList();
        holzinger = new StructuralModel.Input(
                cfa.get("model_lavaan_syntax").asText(),
                observed,
                Data.matrix(cfa.get("sample_cov_n_minus_1")),
                cfa.get("n").asInt());
        double[] passengers = Data.numbers(
                Data.inputs("forecasting.json", "hw-additive-ml-airpassengers").get("y"));
        additive = smoothing(passengers, "AAA");
        multiplicative = smoothing(passengers, "MAM");
    }

    private static SmoothingFit.Input smoothing(double[] y, String model) {
        return new SmoothingFit.Input(
                y, SmoothingModel.of(model), SEASON, SEASON, false, PredictionIntervals.Simulation.DEFAULT);
    }

    /** Three factors, nine items, 301 respondents. */
    @Benchmark
    public StructuralModel.Result cfa() {
        return StructuralModel.evaluate(holzinger);
    }

    /** Additive Holt-Winters of 144 months by maximum likelihood. */
    @Benchmark
    public SmoothingFit.Result holtWintersAdditive() {
        return SmoothingFit.evaluate(additive);
    }

    /** Multiplicative Holt-Winters, with simulated intervals. */
    @Benchmark
    public SmoothingFit.Result holtWintersMultiplicative() {
        return SmoothingFit.evaluate(multiplicative);
    }

    /** Erlang A for 1,000 servers. */
    @Benchmark
    public ImpatientQueue.Result erlangA() {
        return ImpatientQueue.evaluate(new ImpatientQueue.Input(1_000, 1, 1_000, 0.5, new double[] {0.1}));
    }
}
