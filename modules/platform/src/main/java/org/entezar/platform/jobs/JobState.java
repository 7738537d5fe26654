package org.entezar.platform.jobs;

/** How far a job is. */
public enum JobState {
    QUEUED,
    RUNNING,
    DONE,
    FAILED;

    public boolean isEnd() {
        return this == DONE || this == FAILED;
    }
}
