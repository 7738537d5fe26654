package org.entezar.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Problem;
import org.entezar.kernel.Violation;
import org.entezar.spi.PackEntries;
import org.entezar.template.internal.PackReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PackReaderTest {

    private static final String MANIFEST = """
            format: 1
            id: sample
            version: 1.2.3
            publisher: someone
            title: {en: Sample}
            languages: [en]
            """;
    private static final String CATEGORIES = "categories: [{key: care, name: {en: Care}, weight: 10}]";
    private static final String QUESTIONNAIRE = """
            key: one
            title: {en: One}
            languages: [en]
            sections:
              - key: s
                items:
                  - {key: q1, category: care, text: {en: "Kept its word"}, facets: [expected, perceived]}
            """;

    private static PackEntries pack(Map<String, String> changes) {
        TreeMap<String, String> entries = new TreeMap<>(Map.of(
                PackEntries.MANIFEST,
                MANIFEST,
                PackEntries.CATEGORIES,
                CATEGORIES,
                "questionnaires/one.yaml",
                QUESTIONNAIRE));
        entries.putAll(changes);
        TreeMap<String, byte[]> bytes = new TreeMap<>();
        entries.forEach((name, text) -> bytes.put(name, text.getBytes(StandardCharsets.UTF_8)));
        return new PackEntries(bytes);
    }

    @Test
    void aSoundPackIsRead() {
        Pack pack = new PackReader().read(pack(Map.of()));
        assertThat(pack.id()).isEqualTo("sample");
        assertThat(pack.version()).isEqualTo("1.2.3");
        assertThat(pack.categories()).hasSize(1);
        assertThat(pack.questionnaires().get(0).item("q1")).isPresent();
        assertThat(pack.digest()).hasSize(64);
    }

    @Test
    void anotherByteIsAnotherDigest() {
        String digest = new PackReader().read(pack(Map.of())).digest();
        assertThat(new PackReader()
                        .read(pack(Map.of(PackEntries.CATEGORIES, CATEGORIES + "\n")))
                        .digest())
                .isNotEqualTo(digest);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "pack.yaml | format: 1 | pack.yaml#/id",
                "questionnaires/../../etc.yaml | key: x | questionnaires/../../etc.yaml",
                "code.js | alert: 1 | code.js",
                "questionnaires/two.yaml | {key: two, title: {en: T}, languages: [en], sections: [{key: s, items: [{key: q, text: {en: T}, type: script}]}]} | questionnaires/two.yaml#/sections/0/items/0/type",
                "questionnaires/two.yaml | {key: two, title: {en: T}, languages: [en], sections: [{key: s, items: [{key: q, text: {en: T}, category: nowhere}]}]} | questionnaires/two.yaml#/sections/0/items/0/category"
            })
    void whatIsWrongIsNamedWithItsPlace(String entry, String text, String place) {
        assertThatThrownBy(() -> new PackReader().read(pack(Map.of(entry, text))))
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.violations())
                        .extracting(Violation::pointer)
                        .contains(place));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "!!javax.script.ScriptEngineManager [!!java.net.URLClassLoader []]",
                "a: 1\na: 2",
                "{unclosed: [",
                "just a word"
            })
    void yamlThatIsMoreThanATreeIsRefused(String text) {
        assertThatThrownBy(() -> new PackReader().read(pack(Map.of(PackEntries.CATEGORIES, text))))
                .isInstanceOf(Problem.class);
    }

    @Test
    void aliasesCannotBlowUp() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 9; i++) {
            bomb.append("a").append(i).append(": &a").append(i).append(" [");
            bomb.append(("*a" + (i - 1) + ", ").repeat(9))
                    .append("*a")
                    .append(i - 1)
                    .append("]\n");
        }
        assertThatThrownBy(() -> new PackReader().read(pack(Map.of(PackEntries.CATEGORIES, bomb.toString()))))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(ErrorCode.TOO_MANY));
    }

    @Test
    void anEntryThatIsTooLargeIsRefused() {
        assertThatThrownBy(() ->
                        new PackReader().read(pack(Map.of(PackEntries.CATEGORIES, "# " + "x".repeat(1024 * 1024)))))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(ErrorCode.TOO_LARGE));
    }
}
