package org.entezar.api.questionnaire;

import java.util.List;
import org.entezar.kernel.Violation;
import org.entezar.questionnaire.DocumentChange;
import org.entezar.questionnaire.Untranslated;

/**
 * A draft before publication.
 *
 * @param changes what publishing would change since the latest version; empty before the first
 * @param obstacles what keeps it from being published
 * @param untranslated texts that readers of a language would see in the first one
 */
public record Review(List<DocumentChange> changes, List<Obstacle> obstacles, List<Untranslated> untranslated) {

    /**
     * One obstacle.
     *
     * @param pointer its place in the document
     * @param code what is wrong there
     */
    public record Obstacle(String pointer, String code) {}

    static Review of(List<DocumentChange> changes, List<Violation> obstacles, List<Untranslated> untranslated) {
        return new Review(
                changes,
                obstacles.stream()
                        .map(violation -> new Obstacle(
                                violation.pointer(), violation.code().name()))
                        .toList(),
                untranslated);
    }
}
