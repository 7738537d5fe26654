package org.entezar.questionnaire;

import org.entezar.platform.history.Recorded;

/**
 * One replacement of the tree.
 *
 * @param entry of history, which tells who and when
 * @param before the tree before
 * @param after the tree after
 */
public record CategoryTreeChange(Recorded entry, CategoryTree before, CategoryTree after) {}
