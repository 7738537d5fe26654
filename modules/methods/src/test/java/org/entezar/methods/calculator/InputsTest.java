package org.entezar.methods.calculator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.entezar.methods.InvalidInputException;
import org.entezar.methods.InvalidInputException.Code;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

@NullUnmarked
class InputsTest {
    private static Inputs of(Object value) {
        Map<String, Object> tree = new HashMap<>();
        tree.put("x", value);
        return Inputs.of(tree, DataFiles.NONE);
    }

    private static void refused(Object value, Code code, String place, Consumer<Inputs> reading) {
        assertThatThrownBy(() -> reading.accept(of(value))).isInstanceOfSatisfying(InvalidInputException.class, e -> {
            assertThat(e.code()).isEqualTo(code);
            assertThat(e.place()).isEqualTo(place);
        });
    }

    @Test
    void numbersAndTheirRanges() {
        assertThat(of(3).number("x")).isEqualTo(3);
        assertThat(of(null).number("x", 7)).isEqualTo(7);
        assertThat(of(null).optionalNumber("x")).isEmpty();
        assertThat(of(4.0).integer("x", 0, 4)).isEqualTo(4);
        assertThat(of(null).integer("x", 0, 4, 2)).isEqualTo(2);
        refused(null, Code.MISSING_FIELD, "x", i -> i.number("x"));
        refused("3", Code.WRONG_TYPE, "x", i -> i.number("x"));
        refused(Double.NaN, Code.WRONG_TYPE, "x", i -> i.number("x"));
        refused(0, Code.OUT_OF_RANGE, "x", i -> i.positive("x"));
        refused(1, Code.OUT_OF_RANGE, "x", i -> i.fraction("x"));
        refused(0, Code.OUT_OF_RANGE, "x", i -> i.fraction("x"));
        refused(1.5, Code.OUT_OF_RANGE, "x", i -> i.integer("x", 0, 4));
        refused(5, Code.OUT_OF_RANGE, "x", i -> i.integer("x", 0, 4));
        refused(-1, Code.OUT_OF_RANGE, "x", i -> i.integer("x", 0, 4));
    }

    @Test
    void columnsWithAndWithoutGaps() {
        assertThat(of(Arrays.asList(1, null)).column("x")).containsExactly(1, Double.NaN);
        assertThat(of(new double[] {1, Double.NaN}).column("x")).containsExactly(1, Double.NaN);
        refused(Arrays.asList(1, null), Code.WRONG_TYPE, "x[1]", i -> i.numbers("x"));
        refused(new double[] {1, Double.NaN}, Code.WRONG_TYPE, "x[1]", i -> i.numbers("x"));
        refused(new double[] {Double.NEGATIVE_INFINITY}, Code.WRONG_TYPE, "x[0]", i -> i.column("x"));
        refused(List.of(1, "a"), Code.WRONG_TYPE, "x[1]", i -> i.column("x"));
        refused(7, Code.WRONG_TYPE, "x", i -> i.column("x"));
        refused(List.of(1, 2.5), Code.OUT_OF_RANGE, "x[1]", i -> i.integers("x", 0, 9));
        refused(List.of(1, 20), Code.OUT_OF_RANGE, "x[1]", i -> i.longs("x", 0, 9));
        assertThat(of(List.of(1, 9)).longs("x", 1, 9)).containsExactly(1, 9);
        assertThat(of(null).optionalNumbers("x")).isEmpty();
        assertThat(of(List.of()).isList("x")).isTrue();
        assertThat(of(1).isList("x")).isFalse();
    }

    @Test
    void matricesTextsAndObjects() {
        assertThat(of(List.of(List.of(1, 2), Arrays.asList(3, null))).matrix("x")[1])
                .containsExactly(3, Double.NaN);
        refused(List.of(List.of(1, 2), List.of(3)), Code.WRONG_LENGTH, "x[1]", i -> i.matrix("x"));
        refused(List.of(List.of(1), Arrays.asList((Object) null)), Code.WRONG_TYPE, "x[1][0]", i -> i.fullMatrix("x"));
        refused(List.of(List.of(List.of(1), List.of("a"))), Code.WRONG_TYPE, "x[0][1][0]", i -> i.matrices("x"));
        refused(List.of("a", 1), Code.WRONG_TYPE, "x[1]", i -> i.texts("x"));
        refused(List.of(List.of("a", 1)), Code.WRONG_TYPE, "x[0][1]", i -> i.textRows("x"));
        assertThat(of(List.of(Arrays.asList("a", null))).textRows("x").get(0)).containsExactly("a", null);
        refused(3, Code.WRONG_TYPE, "x", i -> i.text("x"));
        refused(3, Code.WRONG_TYPE, "x", i -> i.flag("x", true));
        assertThat(of(null).flag("x", true)).isTrue();
        assertThat(of(false).flag("x", true)).isFalse();
        assertThat(of(null).text("x", "y")).isEqualTo("y");
        refused(3, Code.WRONG_TYPE, "x", i -> i.object("x"));
        refused(Map.of("y", "z"), Code.WRONG_TYPE, "x.y", i -> i.object("x").number("y"));
        refused("file.csv", Code.NO_FILE, "data_file", i -> i.dataFile("x"));
    }

    @Test
    void refusalsKeepTheirPlaceFromOutsideIn() {
        InvalidInputException inner = InvalidInputException.at(Code.OUT_OF_RANGE, "items", 3, 4, "is odd");
        assertThat(inner.index()).isEqualTo(3);
        assertThat(inner.within("rows", 9)).hasMessage("rows[9]: items[3][4]: is odd");
        assertThat(inner.within("rows", 9).index()).isEqualTo(9);
        assertThat(InvalidInputException.of(Code.EMPTY, "a", "b").index()).isEqualTo(InvalidInputException.NO_INDEX);
    }

    @Test
    void functionsRefuseBadInputByName() {
        Calculator calculator = Calculator.all();
        refusedBy(calculator, "kano_from_counts", Map.of("counts", Map.of("X", 1)), "counts.X");
        refusedBy(calculator, "kano_from_counts", Map.of("counts", Map.of("M", -1)), "counts.M");
        refusedBy(calculator, "nps_difference", Map.of("a", List.of(1, 2), "b", List.of(1, 2, 3)), "a");
        refusedBy(calculator, "ces", Map.of("scores", List.of(1), "scale", List.of(1)), "scale");
        refusedBy(
                calculator,
                "ipa",
                Map.of("performance_items", List.of(List.of(1)), "overall", List.of(1), "crosshair", "x"),
                "crosshair");
        refusedBy(calculator, "servqual", Map.of("expectation", List.of(), "perception", List.of()), "expectation");
        refusedBy(
                calculator,
                "zone_of_tolerance",
                Map.of(
                        "minimum", List.of(1),
                        "desired", List.of(2),
                        "perceived", List.of(1),
                        "bootstrap_indices_base1", List.of(List.of(2))),
                "bootstrap_indices_base1[0][0]");
        refusedBy(calculator, "no_such", Map.of(), "function");
    }

    private static void refusedBy(Calculator calculator, String function, Map<String, ?> inputs, String place) {
        assertThatThrownBy(() -> calculator.evaluate(function, inputs))
                .isInstanceOfSatisfying(
                        InvalidInputException.class, e -> assertThat(e.place()).isEqualTo(place));
    }

    @Test
    void optionalInputsOfTheFunctionsWork() {
        Calculator calculator = Calculator.all();
        Map<String, Object> zone = calculator.evaluate(
                "zone_of_tolerance",
                Map.of(
                        "minimum", List.of(1, 2, 1, 3),
                        "desired", List.of(4, 5, 6, 5),
                        "perceived", List.of(3, 3, 5, 4),
                        "bootstrap_resamples", 200,
                        "bootstrap_seed", 4));
        assertThat(zone).containsEntry("bootstrap_seed", 4L).containsEntry("bootstrap_resamples", 200);
        assertThat(zone.get("position_bootstrap_percentile95")).isInstanceOf(List.class);
        Map<String, Object> servqual = calculator.evaluate(
                "servqual",
                Map.of(
                        "expectation", List.of(List.of(7, 1), List.of(6, 2)),
                        "perception", List.of(List.of(5, 2), List.of(6, 3)),
                        "dimensions", Map.of("only", List.of(0, 1)),
                        "item_index_base", 0,
                        "weights", List.of(3),
                        "reversed_items", List.of(1),
                        "scale", List.of(1, 7)));
        assertThat(servqual.get("respondent_unweighted")).isEqualTo(List.of(-1.5, -0.5));
        assertThat(VectorCase.object(servqual.get("overall_weighted"))).containsEntry("mean", -1.0);
        Map<String, Object> ahp = calculator.evaluate(
                "ahp",
                Map.of(
                        "matrices",
                        List.of(List.of(List.of(1, 2), List.of(0.5, 1)), List.of(List.of(1, 8), List.of(0.125, 1)))));
        assertThat(ahp).containsEntry("consistent", true);
        Map<String, Object> flags =
                calculator.evaluate("serial_claimant_flags", Map.of("claims", List.of(0, 0), "orders", List.of(5, 9)));
        assertThat(flags).containsEntry("base_rate", 0.0).containsEntry("flagged", List.of(false, false));
        Map<String, Object> fit =
                calculator.evaluate("beta_binomial_fit", Map.of("claims", List.of(0, 0), "orders", List.of(5, 9)));
        assertThat(fit).containsEntry("a", null).containsEntry("reason", "ZERO_VARIANCE");
        Map<String, Object> split = calculator.evaluate("sample_ratio_mismatch", Map.of("counts", List.of(700, 300)));
        assertThat(split).containsEntry("invalid", true);
        Map<String, Object> kano = calculator.evaluate("kano_from_counts", Map.of("counts", Map.of()));
        assertThat(kano)
                .containsEntry("category", null)
                .containsEntry("reason", "NO_DATA")
                .containsEntry("label", null);
        Map<String, Object> mixed = calculator.evaluate("kano_from_counts", Map.of("counts", Map.of("M", 10, "O", 9)));
        assertThat(mixed).containsEntry("label", "mixed: M/O");
    }

    @Test
    void whatIsTooLargeToComputeWithIsRefusedWithItsIndex() {
        refused(1.01e100, Code.OUT_OF_RANGE, "x", i -> i.number("x"));
        refused(List.of(1, -2e100), Code.OUT_OF_RANGE, "x[1]", i -> i.column("x"));
        refused(new double[] {1, 2e100}, Code.OUT_OF_RANGE, "x[1]", i -> i.numbers("x"));
        assertThat(of(1e100).number("x")).isEqualTo(1e100);
        assertThat(of(List.of(-1e100)).column("x")).containsExactly(-1e100);
        assertThat(of(new double[] {1e100}).column("x")).containsExactly(1e100);
    }

    @Test
    void figuresThatLeaveTheRangeNameTheMostExtremeInput() {
        List<Double> scores = List.of(1.0, 2.0, 1e-300, 5.0);
        assertThatThrownBy(() -> {
                    throw Extremes.refusal(Map.of("scores", scores, "m", Map.of("x", 7)), "why");
                })
                .isInstanceOfSatisfying(InvalidInputException.class, e -> {
                    assertThat(e.place()).isEqualTo("scores[2]");
                    assertThat(e.index()).isEqualTo(2);
                    assertThat(e.code()).isEqualTo(Code.OUT_OF_RANGE);
                });
        assertThat(Extremes.refusal(Map.of("a", 3, "m", Map.of("x", 1e9)), "why")
                        .place())
                .isEqualTo("m.x");
        assertThat(Extremes.refusal(
                                Map.of("c", new double[] {0, 1e50, Double.NaN}, "r", List.of(List.of(1, 10))), "why")
                        .place())
                .isEqualTo("c[1]");
        assertThat(Extremes.isFinite(Map.of("a", List.of(1, 2.0, "x")))).isTrue();
        assertThat(Extremes.isFinite(Map.of("a", List.of(1, Double.NaN)))).isFalse();
        assertThat(Extremes.isFinite(Double.POSITIVE_INFINITY)).isFalse();
    }
}
