package org.entezar.api.collection;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.entezar.collection.Campaign;
import org.entezar.collection.CampaignState;
import org.entezar.collection.Channel;
import org.entezar.collection.PublicAddress;
import org.entezar.kernel.LocalizedText;

/** A campaign as clients see it. */
record CampaignView(
        String id,
        String questionnaire,
        int version,
        LocalizedText name,
        List<Channel> channels,
        Optional<Instant> opensAt,
        Optional<Instant> closesAt,
        CampaignState state,
        String publicUrl,
        boolean simulated,
        Instant createdAt,
        long responses) {

    static CampaignView of(Campaign campaign, PublicAddress address) {
        return new CampaignView(
                campaign.id().toString(),
                campaign.questionnaire(),
                campaign.version(),
                campaign.name(),
                campaign.channels().stream().sorted().toList(),
                campaign.opensAt(),
                campaign.closesAt(),
                campaign.state(),
                address.of(campaign),
                campaign.simulated(),
                campaign.createdAt(),
                campaign.responses());
    }
}
