package org.entezar.platform.jobs;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Does one kind of work. It may be called again for a job that was cut off, with {@link JobRun#done()} telling how far
 * the last committed step came, and must not do anything twice then.
 */
@FunctionalInterface
public interface JobHandler {

    /** Works step by step through {@link JobRun#step}; returns what is kept as the job's result. */
    JsonNode run(JobRun run);
}
