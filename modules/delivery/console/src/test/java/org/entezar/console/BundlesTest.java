package org.entezar.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MessageFormat;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.entezar.kernel.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** All texts stand in all languages, and every text that a view names exists. */
class BundlesTest {

    private static final Path BUNDLES = Path.of("src/main/resources/org/entezar/console");
    private static final Path SOURCES = Path.of("src/main");
    private static final Pattern KEY_IN_VIEW =
            Pattern.compile("text(?:\\[|\\.of\\()\\s*'([a-z][A-Za-z]*\\.[A-Za-z0-9_.-]+)'\\s*(?=[\\],)])");
    private static final Pattern KEY_IN_CODE =
            Pattern.compile("text\\.(?:of|get)\\(\\s*\"([a-z][A-Za-z]*\\.[A-Za-z0-9_.-]*[A-Za-z0-9_-])\"\\s*[,)]");

    static Stream<String> bundles() throws IOException {
        try (Stream<Path> files = Files.list(BUNDLES)) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".properties") && !name.contains("_"))
                    .map(name -> name.substring(0, name.length() - ".properties".length()))
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void everyLanguageHasTheSameKeysWithTheSameArguments(String bundle) {
        Properties english = load(bundle, Language.ENGLISH);
        for (Language language : List.of(Language.PERSIAN, Language.CHINESE)) {
            Properties translated = load(bundle, language);
            assertThat(new TreeSet<>(translated.stringPropertyNames()))
                    .as("%s in %s", bundle, language)
                    .isEqualTo(new TreeSet<>(english.stringPropertyNames()));
            assertThat(english.stringPropertyNames()).allSatisfy(key -> {
                assertThat(translated.getProperty(key))
                        .as("%s.%s in %s", bundle, key, language)
                        .isNotBlank();
                assertThat(arguments(translated.getProperty(key)))
                        .as("%s.%s in %s", bundle, key, language)
                        .isEqualTo(arguments(english.getProperty(key)));
            });
        }
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void translationsAreInTheirScript(String bundle) {
        load(bundle, Language.PERSIAN).forEach((key, text) -> assertThat(text.toString())
                .as("%s.%s", bundle, key)
                .doesNotContain("ي", "ك", "ى")
                .doesNotContainPattern("[\\u4e00-\\u9fff]"));
        load(bundle, Language.CHINESE).forEach((key, text) -> assertThat(text.toString())
                .as("%s.%s", bundle, key)
                .doesNotContainPattern("[\\u0600-\\u06ff]"));
    }

    @Test
    void everyTextThatIsNamedExists() throws IOException {
        Set<String> missing = new TreeSet<>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = file.getFileName().toString();
                if (name.endsWith(".xhtml") || name.endsWith(".java")) {
                    Matcher named =
                            (name.endsWith(".xhtml") ? KEY_IN_VIEW : KEY_IN_CODE).matcher(Files.readString(file));
                    while (named.find()) {
                        if (Text.in(Language.ENGLISH, named.group(1)).equals(named.group(1))) {
                            missing.add(file.getFileName() + ": " + named.group(1));
                        }
                    }
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    private static Set<Object> arguments(String pattern) {
        return new TreeSet<>(new MessageFormat(pattern).getArgumentNames());
    }

    private static Properties load(String bundle, Language language) {
        String suffix =
                switch (language) {
                    case ENGLISH -> "";
                    case PERSIAN -> "_fa";
                    case CHINESE -> "_zh_Hans";
                };
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(BUNDLES.resolve(bundle + suffix + ".properties"))) {
            properties.load(reader);
        } catch (IOException missing) {
            throw new AssertionError(missing);
        }
        return properties;
    }
}
