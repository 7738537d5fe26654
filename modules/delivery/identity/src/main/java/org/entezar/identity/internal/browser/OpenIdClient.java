package org.entezar.identity.internal.browser;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.AuthorizationGrant;
import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.RefreshTokenGrant;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.token.RefreshToken;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.LogoutRequest;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.entezar.identity.IdentitySettings;
import org.entezar.identity.internal.token.AccessTokens;
import org.entezar.identity.internal.token.EndedSessions;
import org.entezar.identity.internal.token.TokenRefused;
import org.entezar.identity.internal.token.TokenVerifier;
import org.entezar.kernel.Caller;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Language;
import org.entezar.kernel.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The product as a client of the realm: code flow with PKCE (RFC 7636), refresh, and logout started by the client. What
 * comes back is used only after its signature, issuer, audience, time and nonce were checked.
 */
final class OpenIdClient {

    /** {@code organization:*} brings all workspaces of the person; plain {@code organization} brings none to somebody in several. */
    private static final Scope SCOPE = new Scope("openid", "organization:*");

    private static final Logger LOG = LoggerFactory.getLogger(OpenIdClient.class);
    private static final int CONNECT_MILLIS = 2_000;
    private static final int READ_MILLIS = 10_000;

    /**
     * What a sign-in amounts to at the moment.
     *
     * @param expires until when the access token, and so the caller, holds
     * @param complete whether the caller has all workspaces of the person
     * @param identity the ID token in its serialised form, wanted for the logout
     */
    record Tokens(Caller caller, Instant expires, boolean complete, RefreshToken refresh, String identity) {
        @Override
        public String toString() {
            return "Tokens[" + caller.subject() + " until " + expires + "]";
        }
    }

    private final IdentitySettings settings;
    private final ClientID client;
    private final ClientSecretBasic secret;
    private final AccessTokens accessTokens;
    private final TokenVerifier identityTokens;
    private final EndedSessions ended;

    OpenIdClient(
            IdentitySettings settings, AccessTokens accessTokens, TokenVerifier identityTokens, EndedSessions ended) {
        this.ended = ended;
        this.settings = settings;
        this.client = new ClientID(settings.console().id());
        this.secret =
                new ClientSecretBasic(client, new Secret(settings.console().secret()));
        this.accessTokens = accessTokens;
        this.identityTokens = identityTokens;
    }

    /** Whether the session of these tokens has ended elsewhere. */
    boolean isEnded(Tokens tokens) {
        return ended.contains(tokens.caller().signIn().session());
    }

    /**
     * Where the browser goes to sign in, in the language of its choice.
     *
     * @param errand what it does there beside
     */
    URI signInPage(SignInAttempt attempt, Language language, Errand errand) {
        try {
            AuthenticationRequest.Builder request = new AuthenticationRequest.Builder(
                            new ResponseType("code"), SCOPE, client, settings.callback())
                    .endpointURI(settings.outside("/protocol/openid-connect/auth"))
                    .state(attempt.state())
                    .nonce(attempt.nonce())
                    .codeChallenge(attempt.verifier(), CodeChallengeMethod.S256)
                    .uiLocales(List.of(com.nimbusds.langtag.LangTag.parse(language.tag())));
            errand.parameters().forEach(request::customParameter);
            return request.build().toURI();
        } catch (com.nimbusds.langtag.LangTagException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Where the browser goes to end its session at Keycloak; it comes back to the start page. */
    URI signOutPage(Tokens tokens) {
        try {
            return new LogoutRequest(
                            settings.outside("/protocol/openid-connect/logout"),
                            com.nimbusds.jwt.SignedJWT.parse(tokens.identity()),
                            URI.create(settings.publicUrl() + "/"),
                            null)
                    .toURI();
        } catch (java.text.ParseException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /**
     * Redeems the code that the browser brought back.
     *
     * @throws SignInEnded when Keycloak or our own checks refuse it
     */
    Tokens redeem(AuthorizationCode code, SignInAttempt attempt) throws SignInEnded {
        OIDCTokens answer = ask(new AuthorizationCodeGrant(code, settings.callback(), attempt.verifier()))
                .getOIDCTokens();
        try {
            String identity = answer.getIDTokenString();
            if (identity == null) {
                throw new SignInEnded("Keycloak sent no ID token");
            }
            JWTClaimsSet claims = identityTokens.verify(identity);
            if (!attempt.nonce().getValue().equals(claims.getClaim("nonce"))) {
                throw new SignInEnded("The ID token was made for another attempt");
            }
            return tokens(answer, identity, claims.getSubject());
        } catch (TokenRefused refused) {
            throw new SignInEnded(refused.reason());
        }
    }

    /**
     * Fresh tokens for a sign-in, with the roles of this moment.
     *
     * @throws SignInEnded when Keycloak no longer stands behind it
     */
    Tokens refresh(Tokens tokens) throws SignInEnded {
        OIDCTokens answer = ask(new RefreshTokenGrant(tokens.refresh())).getOIDCTokens();
        try {
            String identity = answer.getIDTokenString();
            return tokens(
                    answer,
                    identity == null ? tokens.identity() : identity,
                    tokens.caller().subject());
        } catch (TokenRefused refused) {
            throw new SignInEnded(refused.reason());
        }
    }

    private Tokens tokens(OIDCTokens answer, String identity, String subject) throws TokenRefused, SignInEnded {
        AccessTokens.Access access = accessTokens.read(answer.getAccessToken().getValue());
        if (!access.caller().subject().equals(subject)) {
            throw new SignInEnded("The tokens speak of different people");
        }
        if (answer.getRefreshToken() == null) {
            throw new SignInEnded("Keycloak sent no refresh token");
        }
        return new Tokens(access.caller(), access.expires(), access.complete(), answer.getRefreshToken(), identity);
    }

    private OIDCTokenResponse ask(AuthorizationGrant grant) throws SignInEnded {
        HTTPRequest request = new TokenRequest.Builder(settings.inside("/protocol/openid-connect/token"), secret, grant)
                .build()
                .toHTTPRequest();
        request.setConnectTimeout(CONNECT_MILLIS);
        request.setReadTimeout(READ_MILLIS);
        request.setFollowRedirects(false);
        try {
            TokenResponse response = OIDCTokenResponseParser.parse(request.send());
            if (response.indicatesSuccess()) {
                return (OIDCTokenResponse) response.toSuccessResponse();
            }
            ErrorObject error = response.toErrorResponse().getErrorObject();
            if ("invalid_grant".equals(error.getCode())) {
                throw new SignInEnded(String.valueOf(error.getDescription()));
            }
            LOG.error("Keycloak refuses the sign-in client: {} {}", error.getCode(), error.getDescription());
        } catch (IOException | ParseException away) {
            LOG.warn("Keycloak cannot be reached for tokens: {}", away.getMessage());
        }
        throw new Problem(ErrorCode.IDENTITY_UNAVAILABLE);
    }
}
