package org.entezar.survey.internal;

import com.ibm.icu.text.DateFormat;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Locale;
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

    /**
     * A moment in the reader's words.
     *
     * @param text day and time of day
     * @param zone the name of the time zone that they stand in
     */
    record Moment(String text, String zone) {}

    /** A moment in the reader's calendar and digits, in the time zone of whoever asks, with that zone's name. */
    Moment moment(Instant at, ZoneId zone) {
        ULocale locale = ULocale.forLanguageTag(
                switch (tag) {
                    // Day before month and 24 hours, which are read everywhere.
                    case "en" -> "en-GB";
                    case "fa" -> "fa-IR-u-ca-persian-nu-arabext";
                    default -> tag;
                });
        TimeZone icuZone = TimeZone.getTimeZone(zone.getId());
        DateFormat format = DateFormat.getDateTimeInstance(DateFormat.LONG, DateFormat.SHORT, locale);
        format.setTimeZone(icuZone);
        return new Moment(
                format.format(Date.from(at)), icuZone.getDisplayName(false, TimeZone.GENERIC_LOCATION, locale));
    }

    WordsView words() {
        return new WordsView(
                word("next"), word("back"), word("send"), word("required"), word("languages"), word("errors"));
    }
}
