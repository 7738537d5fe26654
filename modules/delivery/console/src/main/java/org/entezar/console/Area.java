package org.entezar.console;

import java.util.Locale;

/** What people come to do: the entries of the navigation, in this order. */
public enum Area {
    HOME,
    CATEGORIES,
    COMMITMENTS,
    QUESTIONNAIRES,
    CAMPAIGNS,
    IMPORTS,
    INSIGHT,
    CASES,
    HISTORY,
    PEOPLE,
    SETTINGS;

    /** Names the icon and the word ({@code frame.area.home}) of the entry. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
