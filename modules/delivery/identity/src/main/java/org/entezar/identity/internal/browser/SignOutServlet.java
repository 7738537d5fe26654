package org.entezar.identity.internal.browser;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.entezar.identity.Identity;
import org.entezar.kernel.ErrorCode;

/**
 * {@code POST /sign-out} with the form's token: ends the session here and, by way of the browser, at Keycloak. Without
 * the token nothing ends, so that no other site can sign anybody out.
 */
final class SignOutServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private final transient OpenIdClient client;

    SignOutServlet(OpenIdClient client) {
        this.client = client;
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<SignedIn> signedIn = SignedIn.of(request);
        if (signedIn.isEmpty()) {
            Answers.redirect(response, "/");
            return;
        }
        if (!signedIn.get().isFormToken(request.getParameter(Identity.FORM_FIELD))) {
            Answers.problem(request, response, ErrorCode.FORBIDDEN);
            return;
        }
        String page = client.signOutPage(signedIn.get().tokens()).toString();
        SignedIn.close(request);
        Answers.redirect(response, page);
    }
}
