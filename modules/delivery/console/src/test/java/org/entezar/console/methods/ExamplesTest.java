package org.entezar.console.methods;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.entezar.calculator.ExplainedFunction;
import org.entezar.calculator.MethodPages;
import org.entezar.console.Text;
import org.entezar.console.insight.Chart;
import org.entezar.kernel.Language;
import org.entezar.methods.calculator.Calculator;
import org.entezar.platform.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the calculator's page shows of every function's worked example. */
class ExamplesTest {

    private static final MethodPages PAGES = new MethodPages();

    static Stream<ExplainedFunction> functions() {
        return PAGES.all(Language.ENGLISH).stream().flatMap(page -> page.functions().stream());
    }

    private static Terms terms(ExplainedFunction function, Language language) {
        return new Terms(language, function.name());
    }

    @ParameterizedTest
    @MethodSource("functions")
    void theFormGivesBackTheExample(ExplainedFunction function) {
        InputFields form = new InputFields(function.example(), terms(function, Language.ENGLISH));
        Map<String, String> typed = new HashMap<>();
        form.of(function.example()).forEach(field -> {
            if (field.control() != InputFields.Field.Control.CHECK
                    || field.value().equals("true")) {
                typed.put(field.name(), field.value());
            }
        });
        assertThat(tree(form.read(typed::get))).isEqualTo(tree(function.example()));
    }

    @ParameterizedTest
    @MethodSource("functions")
    void whatWasTypedStaysAsItWasSent(ExplainedFunction function) {
        InputFields form = new InputFields(function.example(), terms(function, Language.ENGLISH));
        Map<String, String> typed = new HashMap<>();
        form.of(function.example()).stream()
                .filter(field -> field.control() != InputFields.Field.Control.CHECK)
                .forEach(field -> typed.put(field.name(), field.value() + "\t<no number>"));
        List<InputFields.Field> sent = form.sent(typed::get);
        assertThat(sent).hasSameSizeAs(form.of(function.example()));
        sent.forEach(field -> assertThat(field.value()).isEqualTo(typed.getOrDefault(field.name(), "false")));
    }

    /** Numbers as doubles, so that 5 and 5.0 are the same. */
    private static JsonNode tree(Object inputs) {
        return Json.mapper().valueToTree(doubles(inputs));
    }

    private static Object doubles(Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<Object, Object> all = new HashMap<>();
            map.forEach((key, one) -> all.put(key, doubles(one)));
            return all;
        }
        if (value instanceof List<?> list) {
            return list.stream().map(ExamplesTest::doubles).toList();
        }
        return value instanceof Number number ? (Object) number.doubleValue() : String.valueOf(value);
    }

    @ParameterizedTest
    @MethodSource("functions")
    void theResultIsDrawnAndEveryFigureStandsInATable(ExplainedFunction function) {
        Map<String, Object> outputs = Calculator.all().evaluate(function.name(), function.example());
        Terms terms = terms(function, Language.PERSIAN);
        List<Chart> charts = new Pictures(function.name(), function.example(), outputs, Language.PERSIAN, terms).all();
        assertThat(charts).as(function.name()).isNotEmpty().allSatisfy(chart -> {
            assertThat(chart.option().at("/series/0/data").size()).isPositive();
            assertThat(chart.alternative()).isNotBlank();
        });
        List<ResultTable> tables = ResultTables.of(outputs, terms);
        assertThat(tables).isNotEmpty().allSatisfy(table -> assertThat(table.rows())
                .allSatisfy(row -> assertThat(row).hasSameSizeAs(table.heads())));
        String all = tables.toString();
        outputs.forEach((name, value) -> {
            if (!Set.of("warnings", "reason", "reasons").contains(name)
                    && !(value instanceof List<?> l && l.isEmpty())) {
                assertThat(all).as(function.name()).contains(terms.label(name));
            }
        });
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyInputAndOutputHasAName(Language language) {
        Set<String> nameless = new TreeSet<>();
        functions().forEach(function -> {
            Map<String, Object> outputs = Calculator.all().evaluate(function.name(), function.example());
            Stream.concat(function.example().keySet().stream(), outputs.keySet().stream())
                    .filter(name -> !Set.of("warnings", "reason", "reasons").contains(name))
                    .filter(name -> terms(function, language).label(name).equals(name))
                    .forEach(name -> nameless.add(function.name() + "." + name));
        });
        assertThat(nameless).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyWordAmongTheOutputsIsKnown(Language language) {
        Set<String> unknown = new TreeSet<>();
        functions()
                .filter(function -> !Set.of("sem_ml", "gap_causes").contains(function.name()))
                .forEach(function ->
                        words(Calculator.all().evaluate(function.name(), function.example()), unknown, language));
        assertThat(unknown).isEmpty();
    }

    private static void words(Object value, Set<String> unknown, Language language) {
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, one) -> {
                if (!Set.of("warnings", "reason", "reasons", "cell").contains(String.valueOf(key))) {
                    words(one, unknown, language);
                }
            });
        } else if (value instanceof List<?> list) {
            list.forEach(one -> words(one, unknown, language));
        } else if (value instanceof String word
                && !word.startsWith("mixed: ")
                && Text.in(language, "codes." + word).equals("codes." + word)) {
            unknown.add(word);
        }
    }

    @Test
    void numbersAreReadInTheDigitsOfTheReader() {
        assertThat(Cells.number("۱۲٫۵", "/x")).isEqualTo(12.5);
        assertThat(Cells.number("−۳", "/x")).isEqualTo(-3.0);
        assertThat(Cells.numbers(Cells.column("5، –، 6"), "/x")).containsExactly(5.0, null, 6.0);
        assertThat(Cells.numbers(Cells.column("5\n\n6\n"), "/x")).containsExactly(5.0, null, 6.0);
    }

    @Test
    void nothingOfAPageBecomesMarkupButItsOwn() {
        assertThat(Markup.html("a < b & `c<d` *e* [f](kano.md)"))
                .isEqualTo("a &lt; b &amp; <code>c&lt;d</code> <em>e</em> <a href=\"/methods#method-kano\">f</a>");
    }
}
