package org.entezar.questionnaire;

import java.time.Instant;
import java.util.Optional;

/**
 * A questionnaire in the making.
 *
 * @param document its content
 * @param etag names this state; a save that names another is refused
 * @param publishedVersion number of the latest published version
 * @param changedAt when it was saved last
 */
public record Draft(Questionnaire document, String etag, Optional<Integer> publishedVersion, Instant changedAt) {}
