package org.entezar.identity.internal.browser;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.entezar.identity.Identity;
import org.entezar.identity.internal.token.AccessTokens;
import org.entezar.identity.internal.token.TokenRefused;
import org.entezar.kernel.Caller;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Problem;

/**
 * The door of the API (RFC 6750): a bearer token in the header or nothing. Cookies are not looked at, so that no page of
 * another site can act through a browser's session.
 */
final class BearerDoor {

    private static final String SCHEME = "bearer ";

    private final AccessTokens tokens;

    BearerDoor(AccessTokens tokens) {
        this.tokens = tokens;
    }

    void pass(HttpServletRequest request, HttpServletResponse response, FilterChain chain, boolean open)
            throws IOException, ServletException {
        String header = request.getHeader("Authorization");
        if (header == null) {
            if (open) {
                request.setAttribute(Identity.CALLER, Caller.ANONYMOUS);
                chain.doFilter(request, response);
            } else {
                refuse(request, response, "");
            }
            return;
        }
        if (!header.toLowerCase(Locale.ROOT).startsWith(SCHEME)) {
            refuse(request, response, "");
            return;
        }
        try {
            request.setAttribute(
                    Identity.CALLER,
                    tokens.read(header.substring(SCHEME.length()).trim()).caller());
        } catch (TokenRefused refused) {
            String reason = refused.reason().replaceAll("[^ !#-\\[\\]-~]", "'");
            refuse(request, response, ", error=\"invalid_token\", error_description=\"" + reason + "\"");
            return;
        } catch (Problem unavailable) {
            Answers.problem(request, response, unavailable.code());
            return;
        }
        chain.doFilter(request, response);
    }

    private static void refuse(HttpServletRequest request, HttpServletResponse response, String why)
            throws IOException {
        response.setHeader("WWW-Authenticate", "Bearer realm=\"entezar\"" + why);
        Answers.problem(request, response, ErrorCode.UNAUTHENTICATED);
    }
}
