package org.entezar.api.questionnaire;

import java.time.Instant;
import java.util.List;
import org.entezar.questionnaire.Questionnaire;
import org.entezar.questionnaire.Questionnaires;
import org.entezar.questionnaire.Untranslated;
import org.entezar.questionnaire.Version;

/**
 * A published version.
 *
 * @param questionnaire its key
 * @param version its number; the two together are what a campaign names
 * @param publishedAt when
 * @param publishedBy who
 * @param document what is asked
 * @param untranslated texts that readers of a language see in the first one
 */
public record PublishedVersion(
        String questionnaire,
        int version,
        Instant publishedAt,
        String publishedBy,
        Questionnaire document,
        List<Untranslated> untranslated) {

    static PublishedVersion of(Version version) {
        return new PublishedVersion(
                version.key(),
                version.number(),
                version.publishedAt(),
                version.publishedBy(),
                version.document(),
                Questionnaires.untranslated(version.document()));
    }
}
