package org.entezar.survey.internal;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Which of a questionnaire's languages a reader gets: the one asked for, else the browser's, else the first. */
final class ReaderLanguage {

    private ReaderLanguage() {}

    static String choose(List<String> languages, Optional<String> asked, Optional<String> accepted) {
        if (languages.size() == 1) {
            return languages.get(0);
        }
        return asked.flatMap(tag -> exact(languages, tag))
                .or(() -> accepted.flatMap(header -> best(languages, header)))
                .orElse(languages.get(0));
    }

    private static Optional<String> exact(List<String> languages, String tag) {
        return languages.stream().filter(tag::equalsIgnoreCase).findFirst().or(() -> samePrimary(languages, tag));
    }

    private static Optional<String> samePrimary(List<String> languages, String tag) {
        return languages.stream()
                .filter(language -> primary(language).equals(primary(tag)))
                .findFirst();
    }

    private static Optional<String> best(List<String> languages, String header) {
        try {
            return Locale.LanguageRange.parse(header).stream()
                    .filter(range -> range.getWeight() > 0)
                    .flatMap(range -> exact(languages, range.getRange()).stream())
                    .findFirst();
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    private static String primary(String tag) {
        return tag.toLowerCase(Locale.ROOT).split("-", 2)[0];
    }
}
