package org.entezar.collection;

import java.util.List;
import java.util.Optional;

/**
 * How the responses of a selection that were known at one time differ from those known at another.
 *
 * @param arrived known at the later time only
 * @param gone known at the earlier time only: taken back between, or corrected
 * @param seals sequences of the entries that seal the first and the last of those that arrived
 */
public record SelectionChanges(List<Arrived> arrived, List<Gone> gone, List<Long> seals) {

    public SelectionChanges {
        arrived = List.copyOf(arrived);
        gone = List.copyOf(gone);
        seals = List.copyOf(seals);
    }

    /**
     * Responses that came one way.
     *
     * @param importId the import that brought them; empty for those that were handed in. Corrections of what was known at
     *     the earlier time are not among them: their counterparts are among those that are gone
     * @param late how many had been submitted by the earlier time, and were received after it
     * @param fresh how many were submitted after the earlier time
     */
    public record Arrived(Optional<ImportId> importId, long late, long fresh) {}

    /**
     * Responses that were taken back together, or corrected.
     *
     * @param corrected the first and the last of those that were corrected; empty for those that were taken back
     * @param importId the import that had brought those that were taken back; empty where none is known
     * @param count how many
     */
    public record Gone(List<ResponseId> corrected, Optional<ImportId> importId, long count) {
        public Gone {
            corrected = List.copyOf(corrected);
        }
    }
}
