package org.entezar.collection;

import java.util.List;

/**
 * Whether figures count each response, once, as its document says.
 *
 * @param responses that were compared
 * @param faults the first that were found, at most as many as were asked for
 * @param count how many there are
 */
public record VectorCheck(long responses, List<VectorFault> faults, long count) {

    public VectorCheck {
        faults = List.copyOf(faults);
    }
}
