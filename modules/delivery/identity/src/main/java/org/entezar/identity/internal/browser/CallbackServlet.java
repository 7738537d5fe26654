package org.entezar.identity.internal.browser;

import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.id.State;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import org.entezar.identity.IdentitySettings;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code GET /sign-in/callback}: the way back from Keycloak. A session is opened only for the browser that set out. */
final class CallbackServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(CallbackServlet.class);
    private static final ReturnPath START = ReturnPath.of("/");

    private final transient IdentitySettings settings;
    private final transient OpenIdClient client;
    private final transient Clock clock;

    CallbackServlet(IdentitySettings settings, OpenIdClient client, Clock clock) {
        this.settings = settings;
        this.client = client;
        this.clock = clock;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String state = request.getParameter("state");
        Optional<SignInAttempt> found = state == null || state.isBlank()
                ? Optional.empty()
                : SignInAttempt.take(new State(state), request, response, settings.secure());
        if (found.isEmpty()) {
            fail(request, response, "lost", START);
            return;
        }
        SignInAttempt attempt = found.get();
        String issuer = request.getParameter("iss");
        if (issuer != null && !issuer.equals(settings.issuer().toString())) {
            LOG.warn("A sign-in came back from a stranger");
            fail(request, response, "refused", attempt.back());
            return;
        }
        String error = request.getParameter("error");
        String code = request.getParameter("code");
        if ("temporarily_unavailable".equals(error)) {
            // Keycloak's word for a login page that stayed open too long: set out again, the person has done nothing
            // wrong.
            Answers.redirect(response, Answers.signIn(attempt.back()));
        } else if (error != null || code == null || code.isBlank()) {
            fail(request, response, "refused", attempt.back());
        } else {
            open(request, response, attempt, new AuthorizationCode(code));
        }
    }

    private void open(
            HttpServletRequest request, HttpServletResponse response, SignInAttempt attempt, AuthorizationCode code)
            throws IOException {
        try {
            new SignedIn(client, clock, client.redeem(code, attempt)).open(request);
            Answers.redirect(response, attempt.back().value());
        } catch (SignInEnded refused) {
            LOG.warn("A sign-in was refused: {}", refused.getMessage());
            fail(request, response, "refused", attempt.back());
        } catch (Problem away) {
            Answers.page(request, response, ErrorCode.IDENTITY_UNAVAILABLE.status(), "unavailable", attempt.back());
        }
    }

    private static void fail(HttpServletRequest request, HttpServletResponse response, String fault, ReturnPath back)
            throws IOException {
        Answers.page(request, response, HttpServletResponse.SC_BAD_REQUEST, fault, back);
    }
}
