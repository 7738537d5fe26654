package org.entezar.platform.history;

import java.time.Instant;

/**
 * A point of a workspace's past: what was recorded by then was known, and nothing else. Transactions that were at work
 * at that very time may have been recorded a little later under an earlier time; the sequence tells them apart.
 *
 * @param at the time
 * @param upTo last sequence of history that was written by then; {@link Long#MAX_VALUE} where the time alone decides
 */
public record Moment(Instant at, long upTo) {

    /** The time alone. */
    public static Moment at(Instant time) {
        return new Moment(time, Long.MAX_VALUE);
    }
}
