package org.entezar.audit;

import java.time.Instant;
import java.util.Optional;

/**
 * What an auditor asks or finds, or what is answered.
 *
 * @param answers the question or finding that an answer is to
 * @param entry sequence of the entry of history that it concerns
 * @param status of a finding
 * @param author name of who wrote it
 */
public record Remark(
        RemarkId id,
        EngagementId engagement,
        Kind kind,
        Optional<RemarkId> answers,
        Optional<Long> entry,
        String text,
        Optional<Status> status,
        String author,
        Instant writtenAt) {

    /** What it is. */
    public enum Kind {
        /** By the auditor. */
        QUESTION,
        /** By an owner. */
        ANSWER,
        /** By the auditor. */
        FINDING
    }

    /** Where a finding stands, as the auditor sees it. */
    public enum Status {
        OPEN,
        RESOLVED,
        WITHDRAWN
    }
}
