package org.entezar.console;

import com.ibm.icu.util.ULocale;
import org.entezar.kernel.Language;

/**
 * How a reader reckons days: by the language's own calendar unless they chose the other one.
 *
 * @param language whose digits and names of months are used
 * @param jalali whether years begin at the spring equinox; else days are Gregorian
 */
public record Reckoning(Language language, boolean jalali) {

    /** The language's own: Jalali in Persian, Gregorian elsewhere. */
    public static Reckoning of(Language language) {
        return new Reckoning(language, language == Language.PERSIAN);
    }

    /** Whether days that are typed are written in Persian digits: browsers' own fields for days want Latin ones. */
    boolean persianDigits() {
        return jalali && language == Language.PERSIAN;
    }

    /** The locale by which ICU writes dates so. */
    public ULocale locale() {
        return Text.locale(language).setKeywordValue("calendar", jalali ? "persian" : "gregorian");
    }
}
