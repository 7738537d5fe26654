package org.entezar.collection;

import java.util.List;

/**
 * Says that a response is durably stored.
 *
 * @param id its id
 * @param duplicate whether it had been handed in before, with the same content
 * @param dropped items whose answers were left out because a condition hides them from somebody who answers so
 */
public record Receipt(ResponseId id, boolean duplicate, List<String> dropped) {

    public Receipt {
        dropped = List.copyOf(dropped);
    }
}
