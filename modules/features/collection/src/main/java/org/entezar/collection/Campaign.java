package org.entezar.collection;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.entezar.kernel.LocalizedText;

/**
 * One fielding of a published version to an audience.
 *
 * @param id its id
 * @param questionnaire key of the questionnaire
 * @param version the published version that is asked; never changes
 * @param name what members call it
 * @param channels ways in which it reaches people
 * @param opensAt when it starts to take answers; empty for at once
 * @param closesAt when it stops; empty for never
 * @param state whether it takes answers now
 * @param publicToken last part of its public address
 * @param simulated whether its responses come from a simulator; shown wherever its figures are
 * @param createdAt when it was made
 * @param responses how many responses count today
 */
public record Campaign(
        CampaignId id,
        String questionnaire,
        int version,
        LocalizedText name,
        Set<Channel> channels,
        Optional<Instant> opensAt,
        Optional<Instant> closesAt,
        CampaignState state,
        String publicToken,
        boolean simulated,
        Instant createdAt,
        long responses) {

    public Campaign {
        channels = Set.copyOf(channels);
    }
}
