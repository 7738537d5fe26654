package org.entezar.kernel;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;

/**
 * Makes UUIDs of version 7 (RFC 9562 §5.7): 48 bits of milliseconds, so that rows sort by their birth, and 74 random
 * bits, so that an id cannot be guessed from its neighbour. Safe for use by many threads.
 */
public final class Uuids {

    private final Clock clock;
    private final SecureRandom random;

    public Uuids(Clock clock) {
        this.clock = clock;
        this.random = new SecureRandom();
    }

    /** A fresh id. */
    public UUID next() {
        long high = (clock.millis() << 16) | 0x7000L | (random.nextInt() & 0x0FFFL);
        long low = (random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }

    /**
     * Reads the canonical 36-character form; the lenient short forms that {@link UUID#fromString} takes are refused, so
     * that one id has one spelling.
     *
     * @throws Problem {@link ErrorCode#MALFORMED_ID} for anything else
     */
    public static UUID parse(String text) {
        if (text.length() == 36) {
            try {
                return UUID.fromString(text);
            } catch (IllegalArgumentException notAnId) {
                throw new Problem(ErrorCode.MALFORMED_ID, text);
            }
        }
        throw new Problem(ErrorCode.MALFORMED_ID, text.length() > 60 ? text.substring(0, 60) : text);
    }
}
