package org.entezar.api.collection;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;
import org.entezar.platform.jobs.Job;
import org.entezar.platform.jobs.JobState;

/** A job as clients see it. */
public record JobView(
        String id,
        String kind,
        JobState state,
        long done,
        long total,
        Optional<JsonNode> result,
        Instant createdAt,
        String createdBy,
        Optional<Instant> endedAt) {

    /** The job as it is answered. */
    public static JobView of(Job job) {
        return new JobView(
                job.id().toString(),
                job.kind(),
                job.state(),
                job.done(),
                job.total(),
                job.result(),
                job.createdAt(),
                job.createdBy(),
                job.endedAt());
    }
}
