package org.entezar.identity.internal.token;

import com.nimbusds.jwt.JWTClaimsSet;
import java.time.Instant;
import org.entezar.kernel.Caller;

/** Access tokens as the product reads them: checked, and turned into who acts and until when that is known. */
public final class AccessTokens {

    /** The audience that the realm's client scope of the same name puts into tokens for the product. */
    public static final String AUDIENCE = "entezar-api";

    /**
     * What a token that holds says.
     *
     * @param complete whether it told of all workspaces of the caller; see {@link Callers.Read}
     */
    public record Access(Caller caller, Instant expires, boolean complete) {}

    private final TokenVerifier verifier;

    public AccessTokens(TokenVerifier verifier) {
        this.verifier = verifier;
    }

    /**
     * Checks a token.
     *
     * @throws TokenRefused when it does not hold
     * @throws org.entezar.kernel.Problem {@link org.entezar.kernel.ErrorCode#IDENTITY_UNAVAILABLE} when the realm's
     *     keys cannot be had
     */
    public Access read(String token) throws TokenRefused {
        JWTClaimsSet claims = verifier.verify(token);
        Callers.Read read = Callers.of(claims);
        return new Access(read.caller(), claims.getExpirationTime().toInstant(), read.complete());
    }
}
