package org.entezar.survey.internal.view;

import java.util.List;
import org.entezar.questionnaire.ItemType;
import org.jspecify.annotations.Nullable;

/**
 * One item as it is asked.
 *
 * @param type what kind of answer it takes
 * @param id of its element, and name of its field where it has one
 * @param text the question
 * @param help under it; may be empty
 * @param required whether it must be answered
 * @param fault what is wrong with it as a whole; may be empty
 * @param columns of choices
 * @param value entered so far in a field
 * @param longest most characters of a text
 */
public record ItemView(
        ItemType type,
        String id,
        String text,
        String help,
        boolean required,
        String fault,
        List<ColumnView> columns,
        String value,
        long longest) {

    public boolean isField() {
        return type == ItemType.TEXT || type == ItemType.NUMBER;
    }

    public boolean isLongText() {
        return type == ItemType.TEXT;
    }

    public boolean isConsent() {
        return type == ItemType.CONSENT;
    }

    /** Whether a consent is marked. */
    public boolean given() {
        return !value.isEmpty();
    }

    /** Several may be chosen, or one. */
    public String control() {
        return type == ItemType.CHOICES ? "checkbox" : "radio";
    }

    /** {@code true} or null: an attribute that is left out. */
    public @Nullable String invalid() {
        return fault.isEmpty() ? null : "true";
    }

    /** What describes the item to a screen reader; null when there is nothing. */
    public @Nullable String describedBy() {
        String described = (help.isEmpty() ? "" : "H-" + id) + (fault.isEmpty() ? "" : " X-" + id);
        return described.isEmpty() ? null : described.strip();
    }
}
