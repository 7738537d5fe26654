package org.entezar.methods.calculator;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.entezar.methods.segmentation.AdjustedRand;
import org.entezar.methods.segmentation.KMeans;
import org.entezar.methods.segmentation.LatentClasses;
import org.entezar.methods.segmentation.SegmentSearch;
import org.jspecify.annotations.Nullable;

/** Segments by name. */
final class SegmentFunctions {
    private static final long SEED = 20261123L;

    static final List<MethodFunction> FUNCTIONS = List.of(
            new MethodFunction(
                    "kmeans_lloyd", "k-means from given rows as first centres", """
                    X[][], initial_rows_base1[]. Lloyd's iterations to no change; ties to the lower index; an empty
                    cluster keeps its centre; silhouette (Rousseeuw 1987). X is used as it is.
                    """, SegmentFunctions::lloyd),
            new MethodFunction(
                    "kmeans_plus_plus",
                    "k-means from k-means++ seeds, best of several runs",
                    """
                    X[][], k, restarts (20 or more), seed. Next centre drawn in proportion to the squared distance to the
                    nearest chosen one (Arthur & Vassilvitskii 2007).
                    """,
                    SegmentFunctions::seeded),
            new MethodFunction(
                    "kmeans_segments",
                    "How many segments there are and how stable they are",
                    """
                    X[][], optional k_min 2, k_max 8, restarts, resamples, seed. Standardised; the k with the highest mean
                    silhouette; below .25 no clear segments; mean adjusted Rand over resamples.
                    """,
                    SegmentFunctions::search),
            new MethodFunction(
                    "adjusted_rand", "Agreement of two partitions beyond chance", """
                    first[], second[]: cluster numbers of the same rows (Hubert & Arabie 1985).
                    """, SegmentFunctions::rand),
            new MethodFunction(
                    "latent_classes",
                    "Segments of respondents who answer categorical items alike",
                    """
                    answers[][] (whole numbers, null = missing), optional classes_min 1, classes_max 4, starts, seed. EM
                    from several starts; BIC = -2 ln L + parameters·ln n chooses.
                    """,
                    SegmentFunctions::latent));

    private SegmentFunctions() {}

    private static long seed(Inputs in) {
        return in.has("seed") ? in.longInteger("seed", Long.MIN_VALUE, Long.MAX_VALUE) : SEED;
    }

    private static int[] fromOne(int[] numbers) {
        return Arrays.stream(numbers).map(c -> c + 1).toArray();
    }

    private static Outputs partition(KMeans.Result result) {
        return new Outputs()
                .put("n", (Object) result.clusters().length)
                .put("cluster_base1", fromOne(result.clusters()))
                .put("centres", result.centres())
                .put("within_ss", (Object) result.withinSquares())
                .put("total_ss", (Object) result.totalSquares())
                .put("silhouette", result.silhouettes())
                .put("mean_silhouette", result.meanSilhouette());
    }

    private static Map<String, @Nullable Object> lloyd(Inputs in) {
        int[] rows = Arrays.stream(in.integers("initial_rows_base1", 1, Integer.MAX_VALUE))
                .map(row -> row - 1)
                .toArray();
        return partition(KMeans.lloyd(in.fullMatrix("X"), rows)).tree();
    }

    private static Map<String, @Nullable Object> seeded(Inputs in) {
        KMeans.Result result = KMeans.seeded(
                in.fullMatrix("X"), in.integer("k", 1, 1000), in.integer("restarts", 1, 100_000, 50), seed(in));
        return partition(result)
                .put("within_ss_best", (Object) result.withinSquares())
                .tree();
    }

    private static Map<String, @Nullable Object> search(Inputs in) {
        SegmentSearch.Result result = SegmentSearch.evaluate(new SegmentSearch.Input(
                in.fullMatrix("X"),
                in.integer("k_min", 2, 100, 2),
                in.integer("k_max", 2, 100, 8),
                in.integer("restarts", 1, 1000, 20),
                in.integer("resamples", 0, 1000, 20),
                seed(in)));
        return new Outputs()
                .put("n", (Object) result.n())
                .put("k", result.k())
                .put("cluster_base1", fromOne(result.clusters()))
                .put("sizes", result.sizes())
                .put("mean_silhouette_by_k", result.silhouettes())
                .put("stability", result.stability())
                .warnings(result.warnings())
                .tree();
    }

    private static Map<String, @Nullable Object> rand(Inputs in) {
        return new Outputs()
                .put("adjusted_rand", (Object)
                        AdjustedRand.of(in.integers("first", 0, 100_000), in.integers("second", 0, 100_000)))
                .tree();
    }

    private static Map<String, @Nullable Object> latent(Inputs in) {
        LatentClasses.Result result = LatentClasses.evaluate(new LatentClasses.Input(
                LatentClasses.categories(in.matrix("answers")),
                in.integer("classes_min", 1, 20, 1),
                in.integer("classes_max", 1, 20, 4),
                in.integer("starts", 1, 10_000, 20),
                seed(in)));
        List<Map<String, @Nullable Object>> models = new ArrayList<>();
        for (LatentClasses.Model model : result.models()) {
            models.add(model(model).tree());
        }
        LatentClasses.Model best = result.best();
        List<List<List<@Nullable Object>>> probabilities = new ArrayList<>();
        for (double[][] items : best.probabilities()) {
            probabilities.add(Arrays.stream(items).map(Outputs::plain).toList());
        }
        return model(best)
                .put("n", (Object) result.n())
                .put("shares", best.shares())
                .put("probabilities", probabilities)
                .put("class_base1", result.membership().length == 0 ? List.of() : classes(result.membership()))
                .put("posteriors", result.posteriors())
                .put("models", models)
                .warnings(result.warnings())
                .tree();
    }

    private static List<@Nullable Object> classes(int[] membership) {
        List<@Nullable Object> list = new ArrayList<>();
        for (int c : membership) {
            list.add(c < 0 ? null : (Object) (c + 1));
        }
        return list;
    }

    private static Outputs model(LatentClasses.Model model) {
        return new Outputs()
                .put("classes", (Object) model.classes())
                .put("loglik", (Object) model.logLikelihood())
                .put("parameters", (Object) model.parameters())
                .put("bic", (Object) model.bic())
                .put("aic", (Object) model.aic())
                .put("entropy", model.entropy())
                .put("starts_at_best", (Object) model.startsAtBest())
                .put("converged", (Object) model.converged());
    }
}
