package org.entezar.relationship;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.entezar.collection.ResponseId;

/**
 * Which cases.
 *
 * @param states in one of these; in any when there are none
 * @param mine only those that the caller is to work
 * @param category only those of this one
 * @param response only those that came from this one
 */
public record CaseFilter(
        Set<CaseState> states, boolean mine, Optional<String> category, Optional<ResponseId> response) {

    /** Every case. */
    public static final CaseFilter ALL = new CaseFilter(Set.of(), false, Optional.empty(), Optional.empty());

    public CaseFilter {
        states = Set.copyOf(states.isEmpty() ? EnumSet.allOf(CaseState.class) : states);
    }

    /** Those that came from the response. */
    public static CaseFilter of(ResponseId response) {
        return new CaseFilter(Set.of(), false, Optional.empty(), Optional.of(response));
    }
}
