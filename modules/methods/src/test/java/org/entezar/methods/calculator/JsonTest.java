package org.entezar.methods.calculator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The reader takes what RFC 8259 allows and nothing else, and tells where it stopped. */
@NullUnmarked
class JsonTest {

    @Test
    void readsEveryKindOfValue() throws JsonReader.JsonException {
        Object tree = JsonReader.read(
                " {\"a\" : [1, -2.5e3, 0, 0.5, 1E-2, true, false, null, \"x\"],\r\n\t\"b\":{} , \"c\":[]} ");
        Map<String, Object> expected = new LinkedHashMap<>();
        expected.put("a", Arrays.asList(1.0, -2500.0, 0.0, 0.5, 0.01, true, false, null, "x"));
        expected.put("b", Map.of());
        expected.put("c", List.of());
        assertThat(tree).isEqualTo(expected);
    }

    @Test
    void readsEscapes() throws JsonReader.JsonException {
        assertThat(JsonReader.read("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u0627\\u00e9 انتظار\""))
                .isEqualTo("\"\\/\b\f\n\r\tاé انتظار");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[1,]",
                "{\"a\":1,}",
                "{a:1}",
                "{\"a\" 1}",
                "[1 2]",
                "01",
                "1.",
                ".5",
                "+1",
                "-",
                "1e",
                "1e+",
                "NaN",
                "Infinity",
                "1e999",
                "tru",
                "\"a",
                "\"\\x\"",
                "\"\\u12g4\"",
                "\"\\u00\uFF11\uFF11\"",
                "\"\n\"",
                "[] []",
                "// x\n1",
                "{\"a\":1,\"a\":2}",
                "'a'"
            })
    void refusesWhatIsNotJson(String text) {
        assertThatThrownBy(() -> JsonReader.read(text)).isInstanceOf(JsonReader.JsonException.class);
    }

    @Test
    void lineAndColumnAreTold() {
        assertThatThrownBy(() -> JsonReader.read("[1,x]")).hasMessageStartingWith("line 1, column 4:");
        assertThatThrownBy(() -> JsonReader.read("{\n  \"a\": ?}")).hasMessageStartingWith("line 2, column 8:");
        assertThatThrownBy(() -> JsonReader.read("{\"a\":1, \"a\":2}")).hasMessageStartingWith("line 1, column 9:");
        assertThatThrownBy(() -> JsonReader.read("[1")).hasMessageContaining("ends too early");
    }

    @Test
    void theDepthIsBounded() throws JsonReader.JsonException {
        assertThat(JsonReader.read("[".repeat(65) + "]".repeat(65))).isInstanceOf(List.class);
        assertThatThrownBy(() -> JsonReader.read("[".repeat(66) + "]".repeat(66)))
                .hasMessageContaining("nested deeper");
        assertThatThrownBy(() -> JsonReader.read("[".repeat(1_000_000))).hasMessageContaining("nested deeper");
    }

    @Test
    void writesWhatItReads() throws JsonReader.JsonException {
        String text = "{\"a\":[1,-2.5,1.0E-7,true,null,\"q\\\"\\\\\\u000a\\u2028\"],\"b\":{}}";
        assertThat(JsonWriter.write(JsonReader.read(text))).isEqualTo(text);
        assertThat(JsonWriter.write(List.of(3, 4L, 1e15, -0.0))).isEqualTo("[3,4,1.0E15,0]");
    }

    @Test
    void numbersSurviveTheJourney() throws JsonReader.JsonException {
        Arbitrary<Double> numbers = Arbitraries.doubles().ofScale(12);
        for (double number : numbers.list().ofSize(500).sample()) {
            assertThat(JsonReader.read(JsonWriter.write(number))).isEqualTo(number == 0 ? 0.0 : number);
        }
    }

    @Test
    void neverWritesWhatIsNoNumber() {
        assertThatThrownBy(() -> JsonWriter.write(List.of(Double.NaN))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> JsonWriter.write(Double.POSITIVE_INFINITY))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> JsonWriter.write(new Object())).isInstanceOf(IllegalArgumentException.class);
    }
}
