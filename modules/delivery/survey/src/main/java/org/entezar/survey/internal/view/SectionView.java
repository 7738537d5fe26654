package org.entezar.survey.internal.view;

import java.util.List;

/**
 * A section with what is shown of it.
 *
 * @param title may be empty
 * @param text paragraphs
 * @param items in order
 */
public record SectionView(String title, List<String> text, List<ItemView> items) {}
