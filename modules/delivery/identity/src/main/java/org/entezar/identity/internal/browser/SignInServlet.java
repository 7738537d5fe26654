package org.entezar.identity.internal.browser;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/**
 * {@code GET /sign-in?return=/path&errand=app}: sets out to Keycloak, or straight back when signed in already and there
 * is no errand there.
 */
final class SignInServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private final transient OpenIdClient client;
    private final boolean secure;

    SignInServlet(OpenIdClient client, boolean secure) {
        this.client = client;
        this.secure = secure;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        ReturnPath back = ReturnPath.of(request.getParameter("return"));
        Optional<Errand> errand = Errand.of(request.getParameter("errand"));
        if (errand.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        if (errand.get().isNone()
                && SignedIn.of(request).filter(SignedIn::isSettled).isPresent()) {
            Answers.redirect(response, back.value());
            return;
        }
        SignInAttempt attempt = SignInAttempt.to(back);
        attempt.keep(request, response, secure);
        Answers.redirect(
                response,
                client.signInPage(attempt, Reader.language(request), errand.get())
                        .toString());
    }
}
