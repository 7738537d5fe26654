package org.entezar.identity.internal.browser;

import com.nimbusds.oauth2.sdk.id.State;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.entezar.identity.internal.browser.OpenIdClient.Tokens;
import org.entezar.kernel.Caller;
import org.entezar.kernel.Problem;
import org.jspecify.annotations.Nullable;

/**
 * A person's sign-in, as long as the browser's session lasts. It is as good as its access token: shortly before that
 * ends, the next request renews it, so that changed roles and an ended membership reach the session within minutes.
 * Requests of one session may come at once; one of them renews, the others wait for it.
 */
final class SignedIn {

    private static final String ATTRIBUTE = SignedIn.class.getName();
    private static final Duration EARLY = Duration.ofSeconds(60);

    private final OpenIdClient client;
    private final Clock clock;
    private final String formToken = new State(24).getValue();
    private final boolean completeAtFirst;
    private volatile Tokens tokens;
    private boolean ended;

    SignedIn(OpenIdClient client, Clock clock, Tokens tokens) {
        this.client = client;
        this.clock = clock;
        this.tokens = tokens;
        this.completeAtFirst = tokens.complete();
    }

    /**
     * Whether the person joined a workspace since, which only a new sign-in brings (Keycloak leaves its id out of
     * refreshed tokens). That takes a redirect to Keycloak and back, without a question to the person. Where even the
     * first tokens lacked an id, signing in again would not help.
     */
    boolean missesWorkspace() {
        return completeAtFirst && !tokens.complete();
    }

    /** Whether a new sign-in would bring nothing. */
    boolean isSettled() {
        return !missesWorkspace() && !client.isEnded(tokens);
    }

    /** The sign-in of the browser's session, if there is one. */
    static Optional<SignedIn> of(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null && session.getAttribute(ATTRIBUTE) instanceof SignedIn signedIn
                ? Optional.of(signedIn)
                : Optional.empty();
    }

    /** Opens a new session for this sign-in; whatever the browser had before, its id included, is gone. */
    void open(HttpServletRequest request) {
        close(request);
        request.getSession(true).setAttribute(ATTRIBUTE, this);
    }

    /** Ends the browser's session. */
    static void close(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }

    /**
     * Who acts, as of a few minutes ago at most.
     *
     * @throws SignInEnded when Keycloak no longer stands behind it
     * @throws Problem {@link org.entezar.kernel.ErrorCode#IDENTITY_UNAVAILABLE} when that cannot be told and what was
     *     known has expired
     */
    Caller caller() throws SignInEnded {
        Tokens known = tokens;
        if (client.isEnded(known)) {
            throw new SignInEnded("ended at the identity provider, or everywhere");
        }
        if (clock.instant().isBefore(known.expires().minus(EARLY))) {
            return known.caller();
        }
        return renew(known).caller();
    }

    /** Asks Keycloak for the roles of this moment, as after an act that changed them. */
    Caller renewed() throws SignInEnded {
        return renew(tokens).caller();
    }

    private synchronized Tokens renew(Tokens known) throws SignInEnded {
        if (ended) {
            throw new SignInEnded("ended before");
        }
        if (tokens != known) {
            return tokens;
        }
        try {
            tokens = client.refresh(known);
            return tokens;
        } catch (SignInEnded end) {
            ended = true;
            throw end;
        } catch (Problem away) {
            if (clock.instant().isBefore(known.expires())) {
                return known;
            }
            throw away;
        }
    }

    /** What a form must send back to be taken for one of our own pages'. */
    String formToken() {
        return formToken;
    }

    boolean isFormToken(@Nullable String sent) {
        return sent != null
                && MessageDigest.isEqual(
                        sent.getBytes(StandardCharsets.UTF_8), formToken.getBytes(StandardCharsets.UTF_8));
    }

    Tokens tokens() {
        return tokens;
    }
}
