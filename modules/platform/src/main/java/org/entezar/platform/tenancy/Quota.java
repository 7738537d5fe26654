package org.entezar.platform.tenancy;

import org.entezar.kernel.ErrorCode;

/**
 * What a workspace may use of the installation. Each has a default by the installation's settings and may be set for a
 * single workspace by an operator.
 */
public enum Quota {
    /** Requests of all programs and scripts of the workspace together. */
    REQUESTS_PER_MINUTE(ErrorCode.TOO_MANY_REQUESTS),
    /** Requests of one program or one person. */
    CLIENT_REQUESTS_PER_MINUTE(ErrorCode.TOO_MANY_REQUESTS),
    /** Responses handed in through one public link. */
    LINK_RESPONSES_PER_MINUTE(ErrorCode.TOO_MANY_REQUESTS),
    /** Responses taken in during one month, by UTC. */
    RESPONSES_PER_MONTH(ErrorCode.QUOTA_RESPONSES),
    /** Members and open invitations. */
    MEMBERS(ErrorCode.QUOTA_MEMBERS),
    /** Campaigns, closed ones included. */
    CAMPAIGNS(ErrorCode.QUOTA_CAMPAIGNS),
    /** Megabytes (of 1,000,000 bytes) that its rows take in the database. */
    STORAGE_MEGABYTES(ErrorCode.QUOTA_STORAGE);

    private final ErrorCode refusal;

    Quota(ErrorCode refusal) {
        this.refusal = refusal;
    }

    /** What whoever would pass it is told. */
    public ErrorCode refusal() {
        return refusal;
    }

    /** Whether it refills by itself within a minute, so that there is nothing to add up. */
    public boolean isRate() {
        return refusal == ErrorCode.TOO_MANY_REQUESTS;
    }
}
