package org.entezar.identity.internal.token;

import com.nimbusds.jwt.JWTClaimsSet;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.entezar.kernel.Caller;

/**
 * Access tokens as the product reads them: checked, and turned into who acts and until when that is known. A token that
 * held is remembered until it ends, since programs send the same one many times and a signature costs a tenth of a
 * millisecond; what was refused is not remembered. Safe for use by many threads.
 */
public final class AccessTokens {

    /** The audience that the realm's client scope of the same name puts into tokens for the product. */
    public static final String AUDIENCE = "entezar-api";

    /**
     * What a token that holds says.
     *
     * @param complete whether it told of all workspaces of the caller; see {@link Callers.Read}
     */
    public record Access(Caller caller, Instant expires, boolean complete) {}

    private static final int MOST_REMEMBERED = 2_000;

    private final TokenVerifier verifier;
    private final EndedSessions ended;
    private final Clock clock;
    private final Map<String, Access> remembered = new ConcurrentHashMap<>();

    /** @param ended sessions of which no token is good any more */
    public AccessTokens(TokenVerifier verifier, EndedSessions ended, Clock clock) {
        this.verifier = verifier;
        this.ended = ended;
        this.clock = clock;
    }

    /**
     * Checks a token.
     *
     * @throws TokenRefused when it does not hold
     * @throws org.entezar.kernel.Problem {@link org.entezar.kernel.ErrorCode#IDENTITY_UNAVAILABLE} when the realm's
     *     keys cannot be had
     */
    public Access read(String token) throws TokenRefused {
        Access known = remembered.get(token);
        if (known != null && clock.instant().isBefore(known.expires())) {
            return still(known);
        }
        JWTClaimsSet claims = verifier.verify(token);
        Callers.Read read = Callers.of(claims);
        Access access = new Access(read.caller(), claims.getExpirationTime().toInstant(), read.complete());
        if (remembered.size() >= MOST_REMEMBERED) {
            remembered.clear();
        }
        remembered.put(token, access);
        return still(access);
    }

    private Access still(Access access) throws TokenRefused {
        if (ended.contains(access.caller().signIn().session())) {
            throw new TokenRefused("The session has ended");
        }
        return access;
    }
}
