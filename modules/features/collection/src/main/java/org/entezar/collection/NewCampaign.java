package org.entezar.collection;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.entezar.kernel.LocalizedText;

/**
 * A campaign to be made.
 *
 * @param questionnaire key of the questionnaire
 * @param version a published version of it
 * @param name what members call it; not empty
 * @param channels ways in which it reaches people; none stands for the link
 * @param opensAt when it starts to take answers; empty for at once
 * @param closesAt when it stops, after it opens; empty for never
 * @param simulated whether a simulator will answer it
 */
public record NewCampaign(
        String questionnaire,
        int version,
        LocalizedText name,
        Set<Channel> channels,
        Optional<Instant> opensAt,
        Optional<Instant> closesAt,
        boolean simulated) {

    public NewCampaign {
        channels = channels.isEmpty() ? Set.of(Channel.LINK) : Set.copyOf(channels);
    }

    /** A campaign by link that opens at once and has no end. */
    public static NewCampaign of(String questionnaire, int version, LocalizedText name) {
        return new NewCampaign(
                questionnaire, version, name, Set.of(Channel.LINK), Optional.empty(), Optional.empty(), false);
    }
}
