package org.entezar.survey.internal;

import java.text.DecimalFormatSymbols;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.entezar.kernel.Language;
import org.entezar.kernel.LocalizedText;
import org.entezar.kernel.Messages;
import org.entezar.kernel.Violation;
import org.entezar.survey.internal.view.WordsView;

/**
 * A reader's language: the questionnaire's texts in it, or in the one it falls back to; the page's own words in the
 * product's nearest language; digits as that language writes them.
 */
final class Wording {

    private static final Messages PAGES = new Messages("org.entezar.survey.pages", Wording.class);
    private static final Messages ERRORS = Messages.errors();

    private final String tag;
    private final String fallback;
    private final Language product;
    private final char zero;

    /**
     * @param tag language of the reader
     * @param fallback first language of the questionnaire
     */
    Wording(String tag, String fallback) {
        this.tag = tag;
        this.fallback = fallback;
        this.product = Language.of(tag).orElse(Language.ENGLISH);
        this.zero = DecimalFormatSymbols.getInstance(Locale.forLanguageTag(tag)).getZeroDigit();
    }

    String tag() {
        return tag;
    }

    String direction() {
        return Language.directionOf(tag).html();
    }

    /** The questionnaire's text. */
    String text(LocalizedText text) {
        return text.best(tag, fallback);
    }

    /** The questionnaire's text as paragraphs. */
    List<String> paragraphs(LocalizedText text) {
        return Arrays.stream(text(text).split("\\R+"))
                .filter(paragraph -> !paragraph.isBlank())
                .toList();
    }

    /** A word of the page. */
    String word(String key, Object... arguments) {
        return PAGES.text(product, key, arguments);
    }

    String fault(Violation violation) {
        return ERRORS.text(
                product, violation.code().name(), violation.arguments().toArray());
    }

    /** A whole number in the reader's digits. */
    String number(long value) {
        String latin = Long.toString(value);
        if (zero == '0') {
            return latin;
        }
        StringBuilder digits = new StringBuilder(latin.length());
        latin.chars().forEach(digit -> digits.append(digit == '-' ? '-' : (char) (zero + digit - '0')));
        return digits.toString();
    }

    /** A moment, in the reader's calendar where the JDK has it; UTC, since a respondent's place is not known. */
    Optional<String> moment(Optional<java.time.Instant> moment) {
        return moment.map(at -> DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                .withLocale(Locale.forLanguageTag(tag))
                .format(ZonedDateTime.ofInstant(at, ZoneId.of("UTC"))));
    }

    WordsView words() {
        return new WordsView(
                word("next"), word("back"), word("send"), word("required"), word("languages"), word("errors"));
    }
}
