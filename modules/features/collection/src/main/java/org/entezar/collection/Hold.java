package org.entezar.collection;

import java.time.Instant;
import java.util.Optional;

/**
 * A hold: as long as it stands, nothing that it covers is erased, whether by age, for a person or with the workspace.
 *
 * @param id its id
 * @param campaign what it covers; the whole workspace when empty
 * @param reason why, such as a lawsuit's reference
 * @param placedBy who placed it
 * @param placedAt when
 * @param released when and by whom it was ended; empty while it stands
 */
public record Hold(
        HoldId id,
        Optional<CampaignId> campaign,
        String reason,
        String placedBy,
        Instant placedAt,
        Optional<Released> released) {

    /**
     * The end of a hold.
     *
     * @param at when
     * @param by who ended it
     * @param reason why
     */
    public record Released(Instant at, String by, String reason) {}

    public boolean stands() {
        return released.isEmpty();
    }

    boolean covers(CampaignId other) {
        return campaign.isEmpty() || campaign.get().equals(other);
    }
}
