package org.entezar.methods.calculator;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.entezar.methods.InvalidInputException;
import org.entezar.methods.InvalidInputException.Code;
import org.entezar.methods.Reason;
import org.entezar.methods.answers.PairCounts;
import org.entezar.methods.kano.Kano;
import org.entezar.methods.kano.KanoClass;
import org.entezar.methods.kano.KanoCounts;
import org.entezar.methods.statistics.Means;
import org.jspecify.annotations.Nullable;

/** Kano's model by name. */
final class KanoFunctions {
    private static final String RULES = """
            table (row functional, column dysfunctional, 1 like .. 5 dislike): Q A A A O / R I I I M (three times) / R R R R Q
            class = most frequent, ties M > O > A > I > R > Q; blended: M+O+A > I+R+Q ? largest of M,O,A : largest of I,R,Q;
            clear (Fong) when a - b >= 1.65 sqrt((a+b)(2n-a-b)/(2n)), a and b the two largest counts;
            better = (A+O)/(A+O+M+I), worse = -(O+M)/(A+O+M+I), Wilson intervals; total strength (M+O+A)/n, category strength
            (first - second)/n. three_class: M basic, O expected, A exciting, others none.
            source: Kano et al. 1984; Berger et al. 1993 CQM J. 2(4):3-36; Fong 1996; Lee & Newcomb 1997
            """;

    static final List<MethodFunction> FUNCTIONS = List.of(
            new MethodFunction(
                    "kano",
                    "what class of expectation an attribute meets, from functional and dysfunctional answers",
                    """
                    inputs: functional, dysfunctional (1..5 a respondent, null = missing), importance (1..9, optional)
                    functional and dysfunctional: mean scores 4 2 0 -1 -2 and -2 -1 0 2 4 over the pairs (DuMouchel)
                    """ + RULES,
                    KanoFunctions::kano),
            new MethodFunction(
                    "kano_from_counts",
                    "Kano's model from how many respondents fall in each class",
                    "inputs: counts {M, O, A, I, R, Q}\n" + RULES,
                    KanoFunctions::fromCounts),
            new MethodFunction(
                    "kano_table",
                    "the class of each pair of answers",
                    "inputs: functional, dysfunctional (1..5, null = missing)\n" + RULES,
                    KanoFunctions::table));

    private KanoFunctions() {}

    private static Map<String, @Nullable Object> kano(Inputs inputs) {
        double[] functional = inputs.column("functional");
        double[] dysfunctional = inputs.column("dysfunctional");
        PairCounts answers = Kano.count(functional, dysfunctional);
        Outputs outputs = new Outputs();
        put(outputs, Kano.of(answers, 0.95));
        Kano.Coordinates coordinates = Kano.coordinates(answers, 0.95);
        outputs.put("functional", coordinates.functional().mean())
                .put("dysfunctional", coordinates.dysfunctional().mean())
                .put("functional_se", coordinates.functional().se())
                .put("dysfunctional_se", coordinates.dysfunctional().se())
                .put("plane_category", coordinates.quadrant().map(Enum::name).orElse(null))
                .put("needs_inspection", coordinates.needsInspection())
                .put("respondent_category", categories(functional, dysfunctional));
        if (inputs.has("importance")) {
            outputs.put(
                    "importance_mean",
                    Means.estimate(inputs.column("importance")).mean());
        }
        return outputs.tree();
    }

    private static Map<String, @Nullable Object> fromCounts(Inputs inputs) {
        Inputs given = inputs.object("counts");
        Map<KanoClass, Long> counts = new EnumMap<>(KanoClass.class);
        for (String name : given.names()) {
            try {
                counts.put(KanoClass.valueOf(name), given.longInteger(name, 0, 1L << 40));
            } catch (InvalidInputException e) {
                throw e;
            } catch (IllegalArgumentException e) {
                throw InvalidInputException.of(Code.UNKNOWN_CHOICE, given.place(name), "is none of M, O, A, I, R, Q");
            }
        }
        Outputs outputs = new Outputs();
        put(outputs, Kano.fromCounts(new KanoCounts(counts), 0.95));
        return outputs.tree();
    }

    private static Map<String, @Nullable Object> table(Inputs inputs) {
        double[] functional = inputs.column("functional");
        double[] dysfunctional = inputs.column("dysfunctional");
        Kano.count(functional, dysfunctional);
        return new Outputs()
                .put("category", categories(functional, dysfunctional))
                .tree();
    }

    private static List<@Nullable Object> categories(double[] functional, double[] dysfunctional) {
        List<@Nullable Object> categories = new ArrayList<>(functional.length);
        for (int i = 0; i < functional.length; i++) {
            categories.add(
                    Double.isNaN(functional[i] + dysfunctional[i])
                            ? null
                            : KanoClass.of((int) functional[i], (int) dysfunctional[i])
                                    .name());
        }
        return categories;
    }

    private static void put(Outputs outputs, Kano kano) {
        Map<String, @Nullable Object> counts = new LinkedHashMap<>();
        kano.counts().byClass().forEach((one, count) -> counts.put(one.name(), count));
        outputs.put("counts", counts).put("n", kano.counts().n());
        kano.ranking()
                .ifPresentOrElse(
                        ranking -> outputs.put("category", ranking.first().name())
                                .put("second", ranking.second().name())
                                .put(
                                        "three_class",
                                        ranking.first().expectation().name().toLowerCase(Locale.ROOT))
                                .put(
                                        "berger_blended_category",
                                        ranking.blended().name()),
                        () -> outputs.put("category", (Object) null)
                                .put("second", (Object) null)
                                .put("three_class", (Object) null)
                                .put("berger_blended_category", (Object) null)
                                .reason("category", Reason.NO_DATA));
        outputs.put("fong", kano.clarity().map(KanoFunctions::fong).orElse(null))
                .put(
                        "label",
                        kano.ranking().map(ranking -> label(kano, ranking)).orElse(null))
                .put("better", kano.better())
                .put("better_ci95_wilson", kano.betterBounds())
                .put("worse", kano.worse())
                .put("worse_ci95_wilson", kano.worseBounds())
                .put("total_strength", kano.totalStrength())
                .put("category_strength", kano.categoryStrength())
                .put("attribute_matters", kano.attributeMatters())
                .put("category_is_clear", kano.categoryIsClear())
                .warnings(kano.warnings());
    }

    private static String label(Kano kano, Kano.Ranking ranking) {
        boolean clear = kano.clarity().map(Kano.Clarity::clear).orElse(false);
        return clear ? ranking.first().name() : "mixed: " + ranking.first() + "/" + ranking.second();
    }

    private static Map<String, @Nullable Object> fong(Kano.Clarity clarity) {
        return new Outputs()
                .put("a", clarity.a())
                .put("b", clarity.b())
                .put("n", clarity.n())
                .put("threshold", clarity.threshold())
                .put("difference", clarity.a() - clarity.b())
                .put("significant", clarity.clear())
                .tree();
    }
}
