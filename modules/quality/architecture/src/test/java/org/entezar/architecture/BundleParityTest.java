package org.entezar.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every bundle of texts exists in every language with the same keys, the same placeholders, and in its own script. */
class BundleParityTest {

    private static final Pattern TRANSLATED = Pattern.compile("(.+)_(fa|zh_Hans)\\.properties");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d+)");
    private static final Pattern ARABIC_LETTERS = Pattern.compile("[\\u064a\\u0643]");
    /** Names that are the same in every language. */
    private static final Pattern NAMES =
            Pattern.compile("\\b(Entezar|CSV|XLSX|Excel|PDF|PNG|SVG|JSON|API|QR|Kano|NPS|CSAT|CES|SERVQUAL|UTF-8|CEL"
                    + "|OpenID Connect|SAML|Ctrl|Alt|Shift|Enter|Esc|Del)\\b");

    private static final Map<String, Pattern> SCRIPTS =
            Map.of("fa", Pattern.compile("\\p{IsArabic}"), "zh_Hans", Pattern.compile("\\p{IsHan}"));

    @Test
    void everyBundleIsCompleteInEveryLanguage() {
        List<Path> bases = House.modules("src/main/resources").stream()
                .flatMap(BundleParityTest::translatedBundles)
                .distinct()
                .toList();
        assertThat(bases).isNotEmpty();
        List<String> faults = new ArrayList<>();
        bases.forEach(base -> faults.addAll(faults(base)));
        assertThat(faults).isEmpty();
    }

    @Test
    void aGapIsCaught(@org.junit.jupiter.api.io.TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("words.properties"), "a=One {0}\nb=Two\n");
        Files.writeString(folder.resolve("words_fa.properties"), "a=یک\n");
        Files.writeString(folder.resolve("words_zh_Hans.properties"), "a=One {0}\nb=二\n");
        assertThat(faults(folder.resolve("words")))
                .anyMatch(fault -> fault.contains("fa") && fault.contains("[b]"))
                .anyMatch(fault -> fault.contains("fa") && fault.contains("a: placeholders"))
                .anyMatch(fault -> fault.contains("zh_Hans") && fault.contains("a: is not in its script"));
    }

    private static Stream<Path> translatedBundles(Path resources) {
        try (Stream<Path> files = Files.walk(resources)) {
            return files
                    .filter(file ->
                            TRANSLATED.matcher(file.getFileName().toString()).matches())
                    .map(file -> file.resolveSibling(
                            TRANSLATED.matcher(file.getFileName().toString()).replaceFirst("$1")))
                    .toList()
                    .stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<String> faults(Path base) {
        List<String> faults = new ArrayList<>();
        Properties english = read(base.resolveSibling(base.getFileName() + ".properties"));
        for (Map.Entry<String, Pattern> language : SCRIPTS.entrySet()) {
            String name = base.getFileName() + "_" + language.getKey();
            Properties translated = read(base.resolveSibling(name + ".properties"));
            Set<String> missing = new TreeSet<>(english.stringPropertyNames());
            missing.removeAll(translated.stringPropertyNames());
            Set<String> extra = new TreeSet<>(translated.stringPropertyNames());
            extra.removeAll(english.stringPropertyNames());
            if (!missing.isEmpty() || !extra.isEmpty()) {
                faults.add(name + " lacks " + missing + " and has beyond " + extra);
            }
            for (String key : translated.stringPropertyNames()) {
                String text = translated.getProperty(key);
                String source = english.getProperty(key, "");
                if (!placeholders(text).equals(placeholders(source))) {
                    faults.add(name + " " + key + ": placeholders differ");
                }
                boolean words = NAMES.matcher(source.replaceAll("\\{[^}]*\\}", ""))
                        .replaceAll("")
                        .matches(".*\\p{L}{3,}.*");
                if (words
                        && text.equals(source)
                        && !language.getValue().matcher(text).find()) {
                    faults.add(name + " " + key + ": is not in its script: " + text);
                }
                if (language.getKey().equals("fa")
                        && ARABIC_LETTERS.matcher(text).find()) {
                    faults.add(name + " " + key + ": has an Arabic letter for a Persian one: " + text);
                }
            }
        }
        return faults;
    }

    private static Set<String> placeholders(String text) {
        Set<String> found = new TreeSet<>();
        PLACEHOLDER.matcher(text).results().forEach(match -> found.add(match.group(1)));
        return found;
    }

    private static Properties read(Path file) {
        Properties properties = new Properties();
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                properties.load(reader);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
        return properties;
    }
}
