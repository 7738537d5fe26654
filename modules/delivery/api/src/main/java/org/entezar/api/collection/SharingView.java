package org.entezar.api.collection;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entezar.collection.CampaignId;

/**
 * Which campaigns a member sees.
 *
 * @param onlyShared whether only those that are shared with them; otherwise all that their role lets them see
 * @param campaigns ids of those that are shared; none for somebody who sees all
 */
record SharingView(boolean onlyShared, List<String> campaigns) {

    static SharingView of(Optional<Set<CampaignId>> shared) {
        return new SharingView(
                shared.isPresent(),
                shared.orElse(Set.of()).stream()
                        .map(CampaignId::toString)
                        .sorted()
                        .toList());
    }
}
