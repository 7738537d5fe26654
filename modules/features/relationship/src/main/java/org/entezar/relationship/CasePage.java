package org.entezar.relationship;

import java.util.List;
import java.util.Optional;

/**
 * A part of a list of cases, the newest first.
 *
 * @param next after what the next part begins; empty for the last
 */
public record CasePage(List<ServiceCase> cases, Optional<CaseId> next) {

    public CasePage {
        cases = List.copyOf(cases);
    }
}
