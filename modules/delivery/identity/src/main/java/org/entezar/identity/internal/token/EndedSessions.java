package org.entezar.identity.internal.token;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;

/**
 * Sessions that Keycloak, or somebody here, said have ended: their tokens are refused before they run out, and browsers'
 * sessions with them. Kept for as long as a token can last. Safe for use by many threads.
 */
public final class EndedSessions {

    private static final int MOST = 100_000;
    private static final Duration KEPT = Duration.ofMinutes(30);

    private final Cache<String, Boolean> ended =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(KEPT).build();

    /** The session ended. */
    public void add(String session) {
        if (!session.isEmpty()) {
            ended.put(session, true);
        }
    }

    /** Whether it has. */
    public boolean contains(String session) {
        return !session.isEmpty() && ended.getIfPresent(session) != null;
    }
}
