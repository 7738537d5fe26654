package org.entezar.evidence;

import java.util.Optional;

/**
 * Checks the entries of a workspace one after the other: that each is what its hash says, follows the one before, and
 * that no number is missing. Holds no entry. Not safe for use by many threads.
 */
public final class EntryCheck {

    private final String workspace;
    private long sequence;
    private Hash previous;

    /**
     * @param workspace id of the workspace
     * @param sequence the last entry before those to come; 0 at the beginning
     * @param previous its hash
     */
    public EntryCheck(String workspace, long sequence, Hash previous) {
        this.workspace = workspace;
        this.sequence = sequence;
        this.previous = previous;
    }

    /**
     * Takes the next entry.
     *
     * @return what is wrong, or nothing; in either case goes on from this entry
     */
    public Optional<Fault> next(long number, String text, Hash hash) {
        return next(number, read(text, hash), hash);
    }

    /**
     * What an entry's text says, when it is what the hash says; a step that needs no order, so that many entries can be
     * read at the same time.
     */
    public static Optional<Entry> read(String text, Hash hash) {
        try {
            return Entry.hash(text).equals(hash) ? Optional.of(Entry.parse(text)) : Optional.empty();
        } catch (Malformed unreadable) {
            return Optional.empty();
        }
    }

    /**
     * Takes the next entry, read by {@link #read}.
     *
     * @return what is wrong, or nothing; in either case goes on from this entry
     */
    public Optional<Fault> next(long number, Optional<Entry> read, Hash hash) {
        long expected = sequence + 1;
        Hash before = previous;
        sequence = number;
        previous = hash;
        if (number > expected) {
            return Optional.of(Fault.MISSING);
        }
        if (number < expected) {
            return Optional.of(Fault.OUT_OF_ORDER);
        }
        if (read.isEmpty()) {
            return Optional.of(Fault.ALTERED);
        }
        Entry entry = read.get();
        if (entry.sequence() != number || !entry.workspace().equals(workspace)) {
            return Optional.of(Fault.FOREIGN);
        }
        return entry.previous().equals(before) ? Optional.empty() : Optional.of(Fault.CHAIN_BROKEN);
    }

    /** The sequence of the entry that was taken last. */
    public long sequence() {
        return sequence;
    }

    /** Its hash. */
    public Hash previous() {
        return previous;
    }

    /** What can be wrong with an entry. */
    public enum Fault {
        /** One or more entries before it are not there. */
        MISSING,
        /** It stands twice, or before one with a smaller number. */
        OUT_OF_ORDER,
        /** Its text is not what was hashed. */
        ALTERED,
        /** Its text is that of another entry or of another workspace. */
        FOREIGN,
        /** It names another entry before it than the one that is there. */
        CHAIN_BROKEN
    }
}
