package org.entezar.identity.internal.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.text.ParseException;
import java.time.Clock;
import java.util.Date;
import java.util.Set;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Problem;

/**
 * Checks one kind of the realm's tokens (RFC 7519, RFC 8725): an asymmetric signature by one of the realm's keys, so
 * that neither {@code none} nor a public key misused as a shared secret passes; issuer; audience; kind; time with a
 * tolerance of 30 s. Safe for use by many threads.
 */
public final class TokenVerifier {

    private static final Set<JWSAlgorithm> ALGORITHMS =
            Set.of(JWSAlgorithm.RS256, JWSAlgorithm.PS256, JWSAlgorithm.ES256);
    private static final int CLOCK_TOLERANCE_SECONDS = 30;
    private static final int LONGEST = 16_384;

    private final SigningKeys keys;
    private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();

    private TokenVerifier(
            SigningKeys keys,
            JWTClaimsSet exactly,
            String audience,
            Set<String> required,
            Clock clock,
            JOSEObjectType... types) {
        this.keys = keys;
        DefaultJWTClaimsVerifier<SecurityContext> claims = new DefaultJWTClaimsVerifier<>(audience, exactly, required) {
            @Override
            protected Date currentTime() {
                return Date.from(clock.instant());
            }
        };
        claims.setMaxClockSkew(CLOCK_TOLERANCE_SECONDS);
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS, keys));
        processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(types));
        processor.setJWTClaimsSetVerifier(claims);
    }

    private TokenVerifier(
            SigningKeys keys, String issuer, String audience, String kind, Set<String> required, Clock clock) {
        this(
                keys,
                new JWTClaimsSet.Builder().issuer(issuer).claim("typ", kind).build(),
                audience,
                required,
                clock,
                JOSEObjectType.JWT,
                new JOSEObjectType("at+jwt"));
    }

    /**
     * Checks what Keycloak says of sessions that ended (OpenID Connect Back-Channel Logout 1.0, 2.4). One that is sent a
     * second time ends what has ended, so it need not run out.
     */
    public static TokenVerifier ofLogout(SigningKeys keys, String issuer, String client, Clock clock) {
        return new TokenVerifier(
                keys,
                new JWTClaimsSet.Builder().issuer(issuer).build(),
                client,
                Set.of("iat", "jti", "events"),
                clock,
                JOSEObjectType.JWT,
                new JOSEObjectType("logout+jwt"));
    }

    /** Checks access tokens that are meant for the audience. */
    public static TokenVerifier ofAccess(SigningKeys keys, String issuer, String audience, Clock clock) {
        return new TokenVerifier(keys, issuer, audience, "Bearer", Set.of("sub", "iat", "exp", "azp"), clock);
    }

    /** Checks ID tokens that were made for the client. The nonce is the caller's to compare. */
    public static TokenVerifier ofIdentity(SigningKeys keys, String issuer, String client, Clock clock) {
        return new TokenVerifier(keys, issuer, client, "ID", Set.of("sub", "iat", "exp"), clock);
    }

    /**
     * The claims of the token.
     *
     * @throws TokenRefused when the token does not hold
     * @throws Problem {@link ErrorCode#IDENTITY_UNAVAILABLE} when it cannot be told because the realm's keys are not
     *     known and cannot be had
     */
    public JWTClaimsSet verify(String token) throws TokenRefused {
        if (token.length() > LONGEST) {
            throw new TokenRefused("The token is too long");
        }
        try {
            return processor.process(SignedJWT.parse(token), null);
        } catch (ParseException unreadable) {
            throw new TokenRefused("The token is no signed JWT");
        } catch (RateLimitReachedException unknownKey) {
            if (keys.loaded()) {
                throw new TokenRefused("The token is signed with an unknown key");
            }
            throw new Problem(ErrorCode.IDENTITY_UNAVAILABLE);
        } catch (BadJOSEException refused) {
            String reason = refused.getMessage();
            throw new TokenRefused(reason == null ? "The token does not hold" : reason);
        } catch (JOSEException noKeys) {
            throw new Problem(ErrorCode.IDENTITY_UNAVAILABLE);
        }
    }
}
