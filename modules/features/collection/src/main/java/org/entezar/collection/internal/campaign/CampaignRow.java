package org.entezar.collection.internal.campaign;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.entezar.collection.Campaign;
import org.entezar.collection.CampaignId;
import org.entezar.collection.CampaignState;
import org.entezar.collection.Channel;
import org.entezar.kernel.LocalizedText;

/** A campaign as its table holds it; the state follows from the status and the time. */
public record CampaignRow(
        CampaignId id,
        String questionnaire,
        int version,
        LocalizedText name,
        Set<Channel> channels,
        Optional<Instant> opensAt,
        Optional<Instant> closesAt,
        Status status,
        String publicToken,
        boolean simulated,
        Instant createdAt) {

    /** What people decided. */
    public enum Status {
        RUNNING,
        PAUSED,
        CLOSED,
        /** Taken out with its responses: no list shows it any more. */
        WITHDRAWN
    }

    public CampaignState state(Instant now) {
        if (status == Status.CLOSED
                || status == Status.WITHDRAWN
                || closesAt.filter(end -> !now.isBefore(end)).isPresent()) {
            return CampaignState.CLOSED;
        }
        if (status == Status.PAUSED) {
            return CampaignState.PAUSED;
        }
        return opensAt.filter(now::isBefore).isPresent() ? CampaignState.SCHEDULED : CampaignState.OPEN;
    }

    public Campaign at(Instant now, long responses) {
        return new Campaign(
                id,
                questionnaire,
                version,
                name,
                channels,
                opensAt,
                closesAt,
                state(now),
                publicToken,
                simulated,
                createdAt,
                responses);
    }

    public CampaignRow with(
            LocalizedText newName, Optional<Instant> newOpensAt, Optional<Instant> newClosesAt, Status newStatus) {
        return new CampaignRow(
                id,
                questionnaire,
                version,
                newName,
                channels,
                newOpensAt,
                newClosesAt,
                newStatus,
                publicToken,
                simulated,
                createdAt);
    }
}
