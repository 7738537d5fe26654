package org.entezar.platform.jobs;

import java.time.Instant;

/**
 * A job as operators see it: that it is there, and nothing of what it works on.
 *
 * @param workspace the workspace's alias
 */
public record QueuedJob(
        String workspace, JobId id, String kind, JobState state, long done, long total, Instant createdAt) {}
