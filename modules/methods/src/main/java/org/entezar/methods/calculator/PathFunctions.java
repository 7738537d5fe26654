package org.entezar.methods.calculator;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.entezar.methods.Figure;
import org.entezar.methods.InvalidInputException;
import org.entezar.methods.InvalidInputException.Code;
import org.entezar.methods.pathmodel.PathBootstrap;
import org.entezar.methods.pathmodel.PathEstimation;
import org.entezar.methods.pathmodel.PathModel;
import org.entezar.methods.pathmodel.Reliability;
import org.entezar.methods.statistics.Bootstrap;
import org.jspecify.annotations.Nullable;

/** Path models by name. */
final class PathFunctions {
    static final List<MethodFunction> FUNCTIONS = List.of(new MethodFunction(
            "pls_path_mode_a", "Path model: what drives satisfaction and loyalty", """
                    constructs[], blocks {construct: items[]}, inner_model_to_from[][], scheme path|factorial|centroid,
                    data_file or data {item: answers[]}, optional stop_criterion 1e-7, max_iterations 300, scale_min 1,
                    scale_max 10, bootstrap (resamples), seed. Weights give scores of variance 1; α, ρ_C, AVE, ρ_A, HTMT; PLSc.
                    """, PathFunctions::estimate));

    private PathFunctions() {}

    private static Map<String, @Nullable Object> estimate(Inputs in) {
        if (!in.text("mode", "A").equals("A") || !in.flag("scaled", true)) {
            throw InvalidInputException.of(Code.UNKNOWN_CHOICE, "mode", "mode A on standardised items only");
        }
        Map<String, double[]> data = data(in);
        List<String> names = List.copyOf(data.keySet());
        PathModel model = model(in, names);
        PathEstimation.Scheme scheme =
                switch (in.text("scheme", "path")) {
                    case "path" -> PathEstimation.Scheme.PATH;
                    case "factorial" -> PathEstimation.Scheme.FACTORIAL;
                    case "centroid" -> PathEstimation.Scheme.CENTROID;
                    default ->
                        throw InvalidInputException.of(Code.UNKNOWN_CHOICE, "scheme", "path, factorial or centroid");
                };
        PathEstimation.Input input = new PathEstimation.Input(
                data.values().toArray(double[][]::new),
                model,
                scheme,
                in.number("stop_criterion", 1e-7),
                in.integer("max_iterations", 1, 100_000, 300));
        PathEstimation.Result result = PathEstimation.evaluate(input);
        Outputs out = new Outputs().put("n", (Object) result.n()).put("converged", (Object)
                result.estimates().isPresent());
        result.undefined().ifPresent(reason -> out.put("paths_to_from", Figure.undefined(reason)));
        if (result.estimates().isPresent()) {
            PathEstimation.Estimates e = result.estimates().get();
            describe(in, out, model, e);
            if (in.has("bootstrap")) {
                bootstrap(in, out, input, e);
            }
        }
        return out.tree();
    }

    private static Map<String, double[]> data(Inputs in) {
        if (in.has("data_file")) {
            return in.dataFile("data_file");
        }
        Inputs columns = in.object("data");
        Map<String, double[]> data = new LinkedHashMap<>();
        columns.names().forEach(name -> data.put(name, columns.column(name)));
        return data;
    }

    private static PathModel model(Inputs in, List<String> names) {
        List<String> constructs = in.texts("constructs");
        Inputs blocks = in.object("blocks");
        int[][] items = new int[constructs.size()][];
        for (int c = 0; c < items.length; c++) {
            List<String> block = blocks.texts(constructs.get(c));
            items[c] = new int[block.size()];
            for (int j = 0; j < items[c].length; j++) {
                items[c][j] = names.indexOf(block.get(j));
                if (items[c][j] < 0) {
                    throw InvalidInputException.at(
                            Code.UNKNOWN_CHOICE, blocks.place(constructs.get(c)), j, "no item " + block.get(j));
                }
            }
        }
        double[][] arrows = in.fullMatrix("inner_model_to_from");
        boolean[][] to = new boolean[arrows.length][];
        for (int i = 0; i < to.length; i++) {
            to[i] = new boolean[arrows[i].length];
            for (int j = 0; j < to[i].length; j++) {
                to[i][j] = arrows[i][j] != 0;
            }
        }
        return new PathModel(constructs, items, to);
    }

    private static void describe(Inputs in, Outputs out, PathModel model, PathEstimation.Estimates e) {
        out.put("iterations", (Object) e.iterations())
                .put("outer_weights", e.weights())
                .put("loadings", e.loadings())
                .put("paths_to_from", e.paths())
                .put("total_effects_to_from", e.totalEffects())
                .put("r2", e.r2())
                .put("construct_correlations", e.correlations())
                .put(
                        "cronbach_alpha_standardised",
                        figures(e.reliability().stream().map(Reliability::alpha).toList()))
                .put(
                        "rho_C",
                        figures(e.reliability().stream().map(Reliability::rhoC).toList()))
                .put(
                        "AVE",
                        figures(e.reliability().stream().map(Reliability::ave).toList()))
                .put(
                        "rho_A",
                        figures(e.reliability().stream().map(Reliability::rhoA).toList()))
                .put("htmt_lower_triangle", e.htmt());
        double[] indices = indices(in, model, e);
        out.put("indices_0_100", indices);
        int satisfaction = model.constructs().indexOf(in.text("index_construct", "Satisfaction"));
        if (satisfaction >= 0) {
            out.put(
                    "satisfaction_index_0_100",
                    Double.isNaN(indices[satisfaction]) ? null : (Object) indices[satisfaction]);
        }
        out.put(
                "consistent",
                e.consistent()
                        .map(c -> (Object) new Outputs()
                                .put("loadings", c.loadings())
                                .put("construct_correlations", c.correlations())
                                .put("paths_to_from", c.paths())
                                .put("r2", c.r2())
                                .tree())
                        .orElse(null));
    }

    private static List<@Nullable Object> figures(List<Figure> figures) {
        return Outputs.plain(figures);
    }

    /** ACSI's index of each construct with weights of the raw items; none where a weight is negative. */
    private static double[] indices(Inputs in, PathModel model, PathEstimation.Estimates e) {
        double low = in.number("scale_min", 1);
        double high = in.number("scale_max", 10);
        if (!(low < high)) {
            throw InvalidInputException.of(Code.OUT_OF_RANGE, "scale_max", "above scale_min");
        }
        double[] indices = new double[model.constructs().size()];
        int item = 0;
        for (int c = 0; c < indices.length; c++) {
            double weights = 0;
            double sum = 0;
            boolean negative = false;
            for (int j = 0; j < model.blocks()[c].length; j++, item++) {
                double weight = e.weights()[item] / e.sd()[item];
                negative |= weight < 0;
                weights += weight;
                sum += weight * (e.means()[item] - low);
            }
            indices[c] = negative ? Double.NaN : 100 * sum / (weights * (high - low));
        }
        return indices;
    }

    private static void bootstrap(Inputs in, Outputs out, PathEstimation.Input input, PathEstimation.Estimates e) {
        int resamples = in.integer("bootstrap", 2, 100_000);
        long seed = in.has("seed") ? in.longInteger("seed", Long.MIN_VALUE, Long.MAX_VALUE) : 20261123L;
        PathBootstrap.Result result = PathBootstrap.evaluate(input, e, Bootstrap.of(resamples, seed));
        out.put(
                "bootstrap",
                new Outputs()
                        .put("resamples", (Object) resamples)
                        .put("seed", (Object) seed)
                        .put("outer_weights_ci95", intervals(result.weights()))
                        .put("loadings_ci95", intervals(result.loadings()))
                        .put(
                                "paths_ci95_to_from",
                                result.paths().stream()
                                        .map(PathFunctions::intervals)
                                        .toList())
                        .put(
                                "total_effects_ci95_to_from",
                                result.totalEffects().stream()
                                        .map(PathFunctions::intervals)
                                        .toList())
                        .tree());
    }

    private static List<@Nullable Object> intervals(List<Bootstrap.Percentiles> all) {
        List<@Nullable Object> list = new ArrayList<>();
        for (Bootstrap.Percentiles one : all) {
            list.add(one.bounds()
                    .interval()
                    .map(i -> (Object) Arrays.asList(i.low(), i.high()))
                    .orElse(null));
        }
        return list;
    }
}
