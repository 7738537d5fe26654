package org.entezar.methods.calculator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The worked examples of docs/methods: every fenced block {@code ```json} with function, inputs and outputs is
 * evaluated; a number must agree with every digit that the page shows.
 */
@NullUnmarked
class PageExamplesTest {
    private static final Pattern BLOCK = Pattern.compile("```json\\R(\\{\\s*\"function\".*?)```", Pattern.DOTALL);

    record Example(String page, String function, Map<String, Object> inputs, Map<String, Object> outputs) {
        @Override
        public String toString() {
            return page + ": " + function;
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("examples")
    void givesTheNumbersOfThePage(Example example) {
        Map<String, Object> got = Calculator.all().evaluate(example.function(), example.inputs());
        List<String> differences = new ArrayList<>();
        compare("", example.outputs(), got, differences);
        assertThat(differences).isEmpty();
    }

    @Test
    void findsThePages() {
        assertThat(examples()).isNotEmpty();
    }

    static Stream<Example> examples() {
        List<Example> examples = new ArrayList<>();
        try (Stream<Path> pages = Files.list(Path.of("..", "..", "docs", "methods"))) {
            for (Path page :
                    pages.filter(p -> p.toString().endsWith(".md")).sorted().toList()) {
                Matcher block = BLOCK.matcher(Files.readString(page));
                while (block.find()) {
                    Map<String, Object> tree = VectorCase.object(JsonReader.read(block.group(1)));
                    examples.add(new Example(
                            page.getFileName().toString(),
                            (String) tree.get("function"),
                            VectorCase.object(tree.get("inputs")),
                            VectorCase.object(tree.get("outputs"))));
                }
            }
        } catch (IOException | JsonReader.JsonException e) {
            throw new IllegalStateException(e);
        }
        return examples.stream();
    }

    private static void compare(String place, Object shown, Object got, List<String> differences) {
        if (shown instanceof Map<?, ?> map && got instanceof Map<?, ?> gotMap) {
            map.forEach((name, value) -> compare(place + "." + name, value, gotMap.get(name), differences));
        } else if (shown instanceof List<?> list && got instanceof List<?> gotList && list.size() == gotList.size()) {
            for (int i = 0; i < list.size(); i++) {
                compare(place + "[" + i + "]", list.get(i), gotList.get(i), differences);
            }
        } else if (shown instanceof Number number && got instanceof Number gotNumber) {
            BigDecimal decimal = BigDecimal.valueOf(number.doubleValue()).stripTrailingZeros();
            double half = 0.5000001 * Math.pow(10, -Math.max(decimal.scale(), 0));
            if (!(Math.abs(gotNumber.doubleValue() - number.doubleValue()) <= half)) {
                differences.add(place + ": the page shows " + shown + ", got " + got);
            }
        } else if (shown == null ? got != null : !shown.equals(got)) {
            differences.add(place + ": the page shows " + shown + ", got " + got);
        }
    }
}
