package org.entezar.bench.methods;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.entezar.methods.pathmodel.PathEstimation;
import org.entezar.methods.pathmodel.PathModel;
import org.entezar.methods.value.PurchaseHistory;
import org.entezar.methods.value.RepeatPurchases;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Fits on tables of the shared folder; left out where it is absent. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class SharedDataBenchmark {

    @SuppressWarnings("NullAway.Init")
    private PathEstimation.Input mobi;

    @SuppressWarnings("NullAway.Init")
    private PurchaseHistory cdnow;

    /** The mobile phone data of Tenenhaus et al., and the 2,357 customers of CDNOW. */
    @Setup
    public void read() {
        Map<String, double[]> answers = Data.table("mobi.csv");
        JsonNode inputs = Data.inputs("pls_sem.json", "pls-mobi-ecsi");
        List<String> items = List.copyOf(answers.keySet());
        List<String> constructs = new ArrayList<>();
        inputs.get("constructs").forEach(name -> constructs.add(name.asText()));
        int[][] blocks = new int[constructs.size()][];
        boolean[][] arrows = new boolean[constructs.size()][constructs.size()];
        for (int c = 0; c < blocks.length; c++) {
            JsonNode block = inputs.get("blocks").get(constructs.get(c));
            blocks[c] = new int[block.size()];
            for (int j = 0; j < block.size(); j++) {
                blocks[c][j] = items.indexOf(block.get(j).asText());
            }
            for (int from = 0; from < blocks.length; from++) {
                arrows[c][from] =
                        inputs.get("inner_model_to_from").get(c).get(from).asInt() != 0;
            }
        }
        mobi = new PathEstimation.Input(
                answers.values().toArray(double[][]::new),
                new PathModel(constructs, blocks, arrows),
                PathEstimation.Scheme.PATH,
                1e-7,
                300);
        Map<String, double[]> customers = Data.table("cdnow_customers.csv");
        cdnow = new PurchaseHistory(
                column(customers, "frequency"), column(customers, "recency"), column(customers, "T"));
    }

    private static double[] column(Map<String, double[]> table, String name) {
        double[] column = table.get(name);
        if (column == null) {
            throw new IllegalStateException("no column " + name);
        }
        return column;
    }

    /** The seven constructs of the ECSI on 250 respondents. */
    @Benchmark
    public PathEstimation.Result pls() {
        return PathEstimation.evaluate(mobi);
    }

    /** BG/NBD of 2,357 customers. */
    @Benchmark
    public RepeatPurchases.Fit bgNbd() {
        return RepeatPurchases.fit(cdnow);
    }
}
