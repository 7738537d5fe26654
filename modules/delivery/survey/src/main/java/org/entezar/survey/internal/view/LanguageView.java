package org.entezar.survey.internal.view;

import org.jspecify.annotations.Nullable;

/**
 * A language to choose.
 *
 * @param tag BCP 47
 * @param name in itself
 * @param current {@code true} for the one shown, null for the others: an attribute that is left out
 */
public record LanguageView(
        String tag, String name, @Nullable String current) {}
