package org.entezar.api.collection;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.entezar.collection.CampaignId;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Problem;
import org.entezar.kernel.Violation;

/**
 * Body of {@code PUT …/members/{id}/shared-campaigns}.
 *
 * @param campaigns ids of all that are shared with the member from now on
 */
record SharingRequest(Optional<List<String>> campaigns) {

    private static final int MOST = 10_000;

    List<CampaignId> shared() {
        List<String> named =
                campaigns.orElseThrow(() -> new Problem(List.of(Violation.at("/campaigns", ErrorCode.REQUIRED))));
        if (named.size() > MOST) {
            throw new Problem(List.of(Violation.at("/campaigns", ErrorCode.TOO_MANY, MOST)));
        }
        List<CampaignId> shared = new ArrayList<>();
        List<Violation> faults = new ArrayList<>();
        for (int index = 0; index < named.size(); index++) {
            try {
                shared.add(CampaignId.parse(named.get(index)));
            } catch (Problem malformed) {
                faults.add(Violation.at("/campaigns/" + index, malformed.code()));
            }
        }
        Problem.throwIfAny(faults);
        return shared;
    }
}
