package org.entezar.collection;

import java.time.Clock;
import java.util.Optional;
import org.entezar.collection.internal.campaign.LiveCampaigns;
import org.entezar.collection.internal.campaign.LiveCampaigns.LiveCampaign;

/** Public links: the only door that somebody without an account comes through. The token itself is the permission. */
public final class PublicLinks {

    private final LiveCampaigns live;
    private final Clock clock;

    PublicLinks(LiveCampaigns live, Clock clock) {
        this.live = live;
        this.clock = clock;
    }

    /**
     * What stands behind the token, whatever the state of the campaign; empty when nothing does. Asked of memory when it
     * was asked a moment ago, so a page that is opened often costs the database nothing.
     */
    public Optional<OpenSurvey> find(String token) {
        return live.target(token).map(target -> {
            LiveCampaign found = live.get(target.workspace(), target.campaign());
            return new OpenSurvey(
                    target.workspace(),
                    found.campaign().at(clock.instant(), 0),
                    found.rules().questionnaire());
        });
    }
}
