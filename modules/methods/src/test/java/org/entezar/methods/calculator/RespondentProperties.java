package org.entezar.methods.calculator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;

/**
 * What must hold for every method that asks respondents: it does not matter who answered first, and somebody who
 * answered nothing changes nothing.
 */
class RespondentProperties {
    private static final int RESPONDENTS = 23;

    /** One input with an answer (or, with a width, that many answers) a respondent. */
    private record Column(String name, int width, int least, int greatest) {
        static Column of(String name, int least, int greatest) {
            return new Column(name, 0, least, greatest);
        }

        @Nullable
        Object answer(Random random) {
            if (width == 0) {
                return one(random);
            }
            List<@Nullable Object> row = new ArrayList<>();
            for (int i = 0; i < width; i++) {
                row.add(one(random));
            }
            return row;
        }

        private @Nullable Object one(Random random) {
            return random.nextInt(15) == 0 ? null : (Object) (double) (least + random.nextInt(greatest - least + 1));
        }

        @Nullable
        Object nothing() {
            return width == 0 ? null : Collections.nCopies(width, null);
        }
    }

    private record Method(String function, Map<String, Object> settings, List<Column> columns) {}

    private static final List<Method> METHODS = List.of(
            new Method("nps_from_scores", Map.of(), List.of(Column.of("scores", 0, 10))),
            new Method("ces", Map.of(), List.of(Column.of("scores", 1, 7))),
            new Method("kano", Map.of(), List.of(Column.of("functional", 1, 5), Column.of("dysfunctional", 1, 5))),
            new Method(
                    "zone_of_tolerance",
                    Map.of(),
                    List.of(Column.of("minimum", 1, 6), Column.of("desired", 4, 9), Column.of("perceived", 1, 9))),
            new Method(
                    "disconfirmation",
                    Map.of("delta_negative", 0.5, "delta_positive", 0.5),
                    List.of(Column.of("expected", 1, 7), Column.of("perceived", 1, 7))),
            new Method(
                    "asymmetric_disconfirmation_regression",
                    Map.of(),
                    List.of(Column.of("disconfirmation", -6, 6), Column.of("satisfaction", 1, 10))),
            new Method("cronbach_alpha", Map.of(), List.of(new Column("items", 4, 1, 7))),
            new Method(
                    "difference_score_reliability",
                    Map.of(),
                    List.of(new Column("expectation", 4, 1, 7), new Column("perception", 4, 1, 7))),
            new Method(
                    "servqual",
                    Map.of("dimensions", Map.of("speed", List.of(1.0, 2.0, 3.0), "care", List.of(4.0, 5.0))),
                    List.of(new Column("expectation", 5, 1, 7), new Column("perception", 5, 1, 7))),
            new Method(
                    "ipa",
                    Map.of("stated_importance", List.of(3.0, 5.0, 4.0)),
                    List.of(new Column("performance_items", 3, 1, 7), Column.of("overall", 1, 10))),
            new Method("derived_importance", Map.of(), List.of(new Column("X", 3, 1, 7), Column.of("y", 1, 10))),
            new Method(
                    "acsi_index",
                    Map.of(
                            "weights",
                            List.of(0.3, 0.4, 0.5),
                            "min",
                            List.of(1.0, 1.0, 1.0),
                            "max",
                            List.of(10.0, 10.0, 10.0)),
                    List.of(new Column("items", 3, 1, 10))),
            new Method("welch_t", Map.of("b", List.of(3.0, 4.0, 6.0, 2.0)), List.of(Column.of("a", 1, 7))),
            new Method("mann_whitney", Map.of("b", List.of(3.0, 4.0, 6.0, 2.0)), List.of(Column.of("a", 1, 7))),
            new Method(
                    "evln",
                    Map.of("item_scale", List.of("exit", "voice", "voice", "loyalty", "neglect")),
                    List.of(new Column("items", 5, 1, 7))),
            new Method(
                    "loyalty_composite",
                    Map.of(),
                    List.of(
                            Column.of("purchase_intention_1_7", 1, 7),
                            Column.of("price_tolerance_pct", 0, 40),
                            Column.of("cross_bought", 0, 3),
                            Column.of("cross_available", 3, 5),
                            Column.of("recommend_0_10", 0, 10))),
            new Method(
                    "price_tolerance_curve",
                    Map.of("at_pct", List.of(5.0, 10.0)),
                    List.of(Column.of("premium_pct", 0, 30))));

    @Property(tries = 40)
    void whoAnsweredFirstDoesNotMatter(@ForAll long seed) {
        for (Method method : METHODS) {
            List<List<@Nullable Object>> answers = answers(method, new Random(seed));
            List<List<@Nullable Object>> shuffled = new ArrayList<>(answers);
            Collections.shuffle(shuffled, new Random(seed + 1));
            same(method.function(), evaluate(method, answers), evaluate(method, shuffled));
        }
    }

    @Property(tries = 40)
    void whoAnsweredNothingChangesNothing(@ForAll long seed) {
        for (Method method : METHODS) {
            List<List<@Nullable Object>> answers = answers(method, new Random(seed));
            List<List<@Nullable Object>> more = new ArrayList<>(answers);
            List<@Nullable Object> nothing = new ArrayList<>();
            method.columns().forEach(column -> nothing.add(column.nothing()));
            more.add(new Random(seed).nextInt(more.size()), nothing);
            same(method.function(), evaluate(method, answers), evaluate(method, more));
        }
    }

    /** Rows of respondents, one answer a column. */
    private static List<List<@Nullable Object>> answers(Method method, Random random) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (int i = 0; i < RESPONDENTS; i++) {
            List<@Nullable Object> row = new ArrayList<>();
            method.columns().forEach(column -> row.add(column.answer(random)));
            rows.add(row);
        }
        return rows;
    }

    /** The outputs without those that list a value for each respondent and without the count of unusable rows. */
    private static Map<String, @Nullable Object> evaluate(Method method, List<List<@Nullable Object>> rows) {
        Map<String, Object> inputs = new LinkedHashMap<>(method.settings());
        for (int c = 0; c < method.columns().size(); c++) {
            List<@Nullable Object> column = new ArrayList<>();
            for (List<@Nullable Object> row : rows) {
                column.add(row.get(c));
            }
            inputs.put(method.columns().get(c).name(), column);
        }
        Map<String, @Nullable Object> outputs =
                new LinkedHashMap<>(Calculator.all().evaluate(method.function(), inputs));
        outputs.values().removeIf(value -> value instanceof List<?> list && list.size() == rows.size());
        outputs.keySet().removeIf(name -> name.startsWith("respondent_") || name.equals("n_incomplete"));
        if (method.function().equals("evln")) {
            outputs.remove("n");
        }
        assertThat(outputs).as(method.function()).isNotEmpty();
        return outputs;
    }

    private static void same(String place, @Nullable Object first, @Nullable Object second) {
        if (first instanceof Map<?, ?> map && second instanceof Map<?, ?> other) {
            assertThat(other.keySet()).as(place).isEqualTo(map.keySet());
            map.forEach((key, value) -> same(place + "." + key, value, other.get(key)));
        } else if (first instanceof List<?> list && second instanceof List<?> other) {
            assertThat(other).as(place).hasSameSizeAs(list);
            for (int i = 0; i < list.size(); i++) {
                same(place + "[" + i + "]", list.get(i), other.get(i));
            }
        } else if (first instanceof Number number && second instanceof Number other) {
            double tolerance = 1e-6 * (1 + Math.abs(number.doubleValue()));
            assertThat(other.doubleValue()).as(place).isCloseTo(number.doubleValue(), within(tolerance));
        } else {
            assertThat(second).as(place).isEqualTo(first);
        }
    }
}
