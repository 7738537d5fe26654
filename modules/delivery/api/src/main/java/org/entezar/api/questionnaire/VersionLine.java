package org.entezar.api.questionnaire;

import java.time.Instant;
import org.entezar.questionnaire.VersionSummary;

/**
 * A line in the list of versions.
 *
 * @param version its number
 * @param items how many items it asks
 * @param publishedAt when
 * @param publishedBy who
 */
public record VersionLine(int version, int items, Instant publishedAt, String publishedBy) {

    static VersionLine of(VersionSummary summary) {
        return new VersionLine(summary.number(), summary.items(), summary.publishedAt(), summary.publishedBy());
    }
}
