package org.entezar.questionnaire;

import java.util.Optional;

/**
 * One thing that differs between two states of a questionnaire, ready to be put in words.
 *
 * @param kind what happened
 * @param subject key of the item, section or option ({@code item/option}); empty for the questionnaire itself
 * @param language of a text that changed
 * @param before as it was
 * @param after as it is
 */
public record DocumentChange(
        Kind kind, String subject, Optional<String> language, Optional<String> before, Optional<String> after) {

    /** What can happen to a questionnaire. */
    public enum Kind {
        TITLE_CHANGED(true),
        INTRODUCTION_CHANGED(true),
        THANKS_CHANGED(true),
        LANGUAGES_CHANGED(true),
        PAGING_CHANGED(true),
        SECTION_ADDED(true),
        SECTION_REMOVED(true),
        SECTION_MOVED(true),
        SECTION_TEXT_CHANGED(true),
        ITEM_ADDED(true),
        ITEM_REMOVED(true),
        ITEM_MOVED(true),
        TEXT_CHANGED(true),
        HELP_CHANGED(true),
        TYPE_CHANGED(false),
        FACETS_CHANGED(false),
        SCALE_CHANGED(false),
        SCALE_LABEL_CHANGED(true),
        REVERSE_CHANGED(false),
        CATEGORY_CHANGED(true),
        REQUIRED_CHANGED(true),
        CONDITION_CHANGED(true),
        RANGE_CHANGED(true),
        OPTION_ADDED(true),
        OPTION_REMOVED(false),
        OPTION_TEXT_CHANGED(true);

        private final boolean comparable;

        Kind(boolean comparable) {
            this.comparable = comparable;
        }

        /** Whether answers from before and after may stand in one figure, the wording permitting. */
        public boolean isComparable() {
            return comparable;
        }
    }
}
