package org.entezar.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.entezar.kernel.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One word for each thing: no text of the product uses a word that the glossary of its language turns away. */
class GlossaryTest {

    private static final Path PAGES = Path.of("../../../docs/guide/pages");

    private record Entry(String word, List<String> refused) {}

    @ParameterizedTest
    @EnumSource(Language.class)
    void noTextUsesAWordThatTheGlossaryRefuses(Language language) throws IOException {
        List<Entry> glossary = glossary(language);
        assertThat(glossary).hasSizeGreaterThan(20).allSatisfy(entry -> assertThat(entry.refused())
                .isNotEmpty());
        Set<String> found = new TreeSet<>();
        for (Path file : texts(language)) {
            for (String line : Files.readAllLines(file)) {
                glossary.forEach(entry -> entry.refused().stream()
                        .filter(word -> uses(line, word))
                        .forEach(word ->
                                found.add(file.getFileName() + ": " + word + " for " + entry.word() + ": " + line)));
            }
        }
        assertThat(found).isEmpty();
    }

    @Test
    void aRefusedWordIsFound() {
        assertThat(uses("title=Your tenant", "tenant")).isTrue();
        assertThat(uses("title=Your tenants", "tenant")).isFalse();
        assertThat(uses("title=توقع‌های مشتری", "توقع")).isTrue();
        assertThat(uses("title=طلاگری", "لاگ")).isFalse();
        assertThat(uses("title=容忍区间图", "容忍区间")).isTrue();
    }

    @Test
    void theGlossariesNameTheSameThings() throws IOException {
        assertThat(glossary(Language.PERSIAN)).hasSameSizeAs(glossary(Language.ENGLISH));
        assertThat(glossary(Language.CHINESE)).hasSameSizeAs(glossary(Language.ENGLISH));
    }

    /** Words of Latin and Persian script stand alone; Chinese has no spaces. */
    private static boolean uses(String line, String word) {
        boolean chinese = word.codePoints().anyMatch(Character::isIdeographic);
        return chinese
                ? line.contains(word)
                : Pattern.compile("(?iu)(?<![\\p{L}\\p{M}])" + Pattern.quote(word) + "(?![\\p{L}\\p{M}])")
                        .matcher(line.substring(line.indexOf('=') + 1))
                        .find();
    }

    private static List<Entry> glossary(Language language) throws IOException {
        Path file = folder(language).resolve("glossary.md");
        List<Entry> entries = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            String[] cells = line.split("\\|");
            if (cells.length == 4
                    && !cells[1].isBlank()
                    && !cells[1].startsWith("--")
                    && !entries.add(new Entry(cells[1].strip(), words(cells[3])))) {
                throw new AssertionError(line);
            }
        }
        // The head of the table.
        return entries.subList(1, entries.size());
    }

    private static List<String> words(String cell) {
        return Arrays.stream(cell.split("[,،、]")).map(String::strip).toList();
    }

    private static Path folder(Language language) {
        return language == Language.ENGLISH ? PAGES : PAGES.resolve(language.tag());
    }

    /** All bundles of the product in that language, and the pages of its help but the glossary itself. */
    private static List<Path> texts(Language language) throws IOException {
        String suffix =
                switch (language) {
                    case ENGLISH -> ".properties";
                    case PERSIAN -> "_fa.properties";
                    case CHINESE -> "_zh_Hans.properties";
                };
        try (Stream<Path> pages = Files.list(folder(language))) {
            return Stream.concat(
                            Sources.below("src/main/resources/org/entezar").stream()
                                    .filter(file -> file.toString().endsWith(suffix)
                                            && (language != Language.ENGLISH
                                                    || !file.getFileName()
                                                            .toString()
                                                            .contains("_"))),
                            pages.filter(page -> page.toString().endsWith(".md") && !page.endsWith("glossary.md")))
                    .toList();
        }
    }
}
