package org.entezar.platform.history;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;
import org.entezar.evidence.Entry;
import org.entezar.kernel.Caller;

/**
 * An entry of history as features read it back.
 *
 * @param sequence by which it is found
 * @param at when it was written
 * @param actor who acted, by name; empty for the product itself
 * @param before the state before
 * @param after the state after
 */
public record Recorded(long sequence, Instant at, String actor, Optional<JsonNode> before, Optional<JsonNode> after) {

    private static boolean isProduct(Entry entry) {
        String kind = entry.actor().kind();
        return kind.equals(Caller.Kind.PRODUCT.name()) || kind.equals(Caller.Kind.JOB.name());
    }

    static Recorded parse(String text) {
        Entry entry = Entry.parse(text);
        return new Recorded(
                entry.sequence(),
                entry.at(),
                isProduct(entry) ? "" : entry.actor().name(),
                entry.before(),
                entry.after());
    }
}
