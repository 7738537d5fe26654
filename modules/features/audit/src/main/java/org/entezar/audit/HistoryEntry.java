package org.entezar.audit;

import java.util.List;
import org.entezar.audit.internal.reading.Differences;
import org.entezar.evidence.Entry;
import org.entezar.evidence.Hash;

/**
 * One entry of history.
 *
 * @param entry what it says
 * @param hash its hash, which the next entry names
 * @param text its canonical text, byte for byte what is hashed
 */
public record HistoryEntry(Entry entry, Hash hash, String text) {

    /** What the change changed: the paths at which before and after differ, in the order of their names. */
    public List<Difference> differences() {
        return Differences.between(entry.before(), entry.after());
    }

    /** Whether the text is still what was hashed when it was written. */
    public boolean isIntact() {
        return Entry.hash(text).equals(hash);
    }
}
