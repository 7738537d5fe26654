package org.entezar.platform.jobs;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;

/**
 * Long work, as it stands now.
 *
 * @param id its id
 * @param kind what kind of work, such as {@code import}
 * @param state how far it is
 * @param done units done, such as rows
 * @param total units there are; 0 while nobody knows
 * @param input what it works on
 * @param result what came of it; when it failed, the {@code code} of the problem
 * @param createdAt when it was asked for
 * @param createdBy who asked for it
 * @param endedAt when it ended
 */
public record Job(
        JobId id,
        String kind,
        JobState state,
        long done,
        long total,
        JsonNode input,
        Optional<JsonNode> result,
        Instant createdAt,
        String createdBy,
        Optional<Instant> endedAt) {}
