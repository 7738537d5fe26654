package org.entezar.survey.internal.view;

import org.jspecify.annotations.Nullable;

/**
 * One radio button or box.
 *
 * @param id of the element; null but for the first of a group, to which faults link
 * @param value that is sent
 * @param text beside it
 * @param end word for the end of the scale that it is; may be empty
 * @param chosen whether it is marked
 */
public record ChoiceView(@Nullable String id, String value, String text, String end, boolean chosen) {}
