package org.entezar.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.erdtman.jcs.JsonCanonicalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One value, one byte form: that of RFC 8785 wherever it has one. */
class CanonicalTest {

    private static String canonical(String json) {
        return new String(
                Canonical.bytes(Canonical.read(json.getBytes(StandardCharsets.UTF_8))), StandardCharsets.UTF_8);
    }

    /** The examples of RFC 8785 §3.2.2 and §3.2.3. */
    @Test
    void theExamplesOfTheStandard() {
        assertThat(canonical("{\"numbers\":[333333333.33333329,1E30,4.50,2e-3,0.000000000000000000000000001],"
                        + "\"string\":\"\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\\"\\/\","
                        + "\"literals\":[null,true,false]}"))
                .isEqualTo("{\"literals\":[null,true,false],\"numbers\":[333333333.3333333,1e+30,4.5,0.002,1e-27],"
                                .replace("333333333.3333333,", "{\"$number\":\"333333333.33333329\"},")
                        + "\"string\":\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}");
        assertThat(canonical("{\"\\u20ac\":1,\"\\r\":2,\"\\ufb33\":3,\"1\":4,\"\\ud83d\\ude00\":5,\"\\u0080\":6,"
                        + "\"\\u00f6\":7}"))
                .isEqualTo("{\"\\r\":2,\"1\":4,\"\u0080\":6,\"ö\":7,\"€\":1,\"😀\":5,\"\ufb33\":3}");
    }

    @ParameterizedTest
    @CsvSource({"10,1e1", "1,1.0", "1.5,1.50", "0,-0", "0,-0.0", "100000000000000000000,1e20", "-7,-7.000"})
    void equalNumbersHaveOneForm(String form, String written) {
        assertThat(canonical(written)).isEqualTo(form);
    }

    @Test
    void noDigitIsLost() {
        assertThat(canonical("9007199254740993")).isEqualTo("{\"$number\":\"9007199254740993\"}");
        assertThat(canonical("6.00000000000000000000001")).isNotEqualTo(canonical("6"));
        assertThat(canonical("1e400")).isEqualTo("{\"$number\":\"1E+400\"}");
    }

    @Property(tries = 500)
    void isWhatTheReferenceLibraryWrites(@ForAll("values") JsonNode value) throws IOException {
        assertThat(new String(Canonical.bytes(value), StandardCharsets.UTF_8))
                .isEqualTo(new JsonCanonicalizer("{\"v\":" + value + "}")
                        .getEncodedString()
                        .replaceFirst("^\\{\"v\":", "")
                        .replaceFirst("}$", ""));
    }

    @Provide
    Arbitrary<JsonNode> values() {
        return values(3);
    }

    private Arbitrary<JsonNode> values(int depth) {
        ObjectMapper mapper = new ObjectMapper();
        Arbitrary<String> texts = Arbitraries.strings().ofMaxLength(12).filter(CanonicalTest::isWhole);
        Arbitrary<JsonNode> plain = Arbitraries.oneOf(
                texts.map(text -> mapper.getNodeFactory().textNode(text)),
                Arbitraries.doubles().map(number -> mapper.getNodeFactory().numberNode(number)),
                Arbitraries.integers().map(number -> mapper.getNodeFactory().numberNode(number)),
                Arbitraries.of(true, false).map(flag -> mapper.getNodeFactory().booleanNode(flag)));
        if (depth == 0) {
            return plain;
        }
        Arbitrary<JsonNode> arrays = values(depth - 1).list().ofMaxSize(4).map(all -> {
            ArrayNode array = mapper.createArrayNode();
            all.forEach(array::add);
            return array;
        });
        Arbitrary<JsonNode> objects = Arbitraries.maps(texts, values(depth - 1))
                .ofMaxSize(5)
                .map(all -> {
                    ObjectNode object = mapper.createObjectNode();
                    all.forEach(object::set);
                    return object;
                });
        return Arbitraries.oneOf(plain, arrays, objects);
    }

    private static boolean isWhole(String text) {
        return StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{\"a\":1,\"a\":2}", "1 2", "\"\\ud83d\"", "NaN"})
    void whatHasNoFormIsRefused(String json) {
        assertThatThrownBy(() -> canonical(json)).isInstanceOfAny(Malformed.class, IllegalArgumentException.class);
    }
}
