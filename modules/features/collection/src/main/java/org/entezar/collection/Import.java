package org.entezar.collection;

import java.time.Instant;
import java.util.Optional;
import org.entezar.platform.jobs.JobId;

/**
 * A file of answers on its way into a campaign.
 *
 * @param id its id
 * @param campaign where its rows go; empty while that is not decided
 * @param fileName name that it was uploaded under
 * @param bytes its size
 * @param shape how it is read
 * @param mapping what its columns hold
 * @param state how far it is
 * @param job the dry run or run that is, or was last, at work
 * @param counts what became of its rows
 * @param createdAt when it was uploaded
 * @param createdBy by whom
 */
public record Import(
        ImportId id,
        Optional<CampaignId> campaign,
        String fileName,
        long bytes,
        FileShape shape,
        ImportMapping mapping,
        ImportState state,
        Optional<JobId> job,
        Counts counts,
        Instant createdAt,
        String createdBy) {

    /**
     * What became of the rows, in the dry run or the run.
     *
     * @param read rows read so far, blank ones left out
     * @param accepted rows that count, or would
     * @param duplicates rows that were there before
     * @param refused rows with a fault
     */
    public record Counts(long read, long accepted, long duplicates, long refused) {
        public static final Counts NONE = new Counts(0, 0, 0, 0);

        public Counts plus(long moreAccepted, long moreDuplicates, long moreRefused) {
            return new Counts(
                    read + moreAccepted + moreDuplicates + moreRefused,
                    accepted + moreAccepted,
                    duplicates + moreDuplicates,
                    refused + moreRefused);
        }
    }
}
