package org.entezar.collection.internal.response;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.entezar.collection.CampaignId;
import org.entezar.collection.ImportId;
import org.entezar.collection.ResponseId;

/**
 * A checked response on its way into the database.
 *
 * @param id its id
 * @param campaign the campaign
 * @param version the version it was checked against
 * @param submittedAt in milliseconds
 * @param timeGiven whether the client named the time; only then is it part of what makes a duplicate the same
 * @param receivedAt when it reached this server
 * @param language when known
 * @param context what is known about the occasion
 * @param answers checked answers as they are stored, words sealed
 * @param codes the same coded
 * @param importId the import that brings it
 * @param sourceKey its name in the file it comes from, when the file has one
 * @param personal what of it is sealed, when somebody wrote in own words or said who answered
 * @param supersedes the response that this one corrects
 * @param simulated whether a simulator answered, in whose time nothing is late
 */
public record ResponseRow(
        ResponseId id,
        CampaignId campaign,
        int version,
        Instant submittedAt,
        boolean timeGiven,
        Instant receivedAt,
        Optional<String> language,
        Map<String, String> context,
        ObjectNode answers,
        @SuppressWarnings("ArrayRecordComponent") byte[] codes,
        Optional<ImportId> importId,
        Optional<String> sourceKey,
        Optional<Personal> personal,
        Optional<ResponseId> supersedes,
        boolean simulated) {

    /**
     * The same as the correction of another.
     *
     * @param corrected which one
     * @param own what of it is somebody's own
     */
    public ResponseRow correcting(ResponseId corrected, Optional<Personal> own) {
        return new ResponseRow(
                id,
                campaign,
                version,
                submittedAt,
                timeGiven,
                receivedAt,
                language,
                context,
                answers,
                codes,
                importId,
                sourceKey,
                own,
                Optional.of(corrected),
                simulated);
    }
}
