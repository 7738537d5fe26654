package org.entezar.questionnaire;

/**
 * The tree as it stands.
 *
 * @param tree the categories
 * @param etag names this state; a replacement that names another is refused
 */
public record CurrentCategories(CategoryTree tree, String etag) {}
