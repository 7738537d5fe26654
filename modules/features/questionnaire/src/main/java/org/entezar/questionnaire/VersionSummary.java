package org.entezar.questionnaire;

import java.time.Instant;

/**
 * A line in the list of a questionnaire's versions.
 *
 * @param number from 1
 * @param items how many items it asks
 * @param publishedAt when
 * @param publishedBy who
 */
public record VersionSummary(int number, int items, Instant publishedAt, String publishedBy) {}
