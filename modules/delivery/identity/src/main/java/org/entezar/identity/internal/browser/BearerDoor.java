package org.entezar.identity.internal.browser;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entezar.identity.Identity;
import org.entezar.identity.internal.token.AccessTokens;
import org.entezar.identity.internal.token.TokenRefused;
import org.entezar.kernel.Caller;
import org.entezar.kernel.ClientPermits;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Problem;
import org.entezar.kernel.WorkspaceId;

/**
 * The door of the API (RFC 6750): a bearer token in the header or nothing. Cookies are not looked at, so that no page of
 * another site can act through a browser's session.
 */
final class BearerDoor {

    private static final String SCHEME = "bearer ";

    private final AccessTokens tokens;
    private final ClientPermits permits;

    BearerDoor(AccessTokens tokens, ClientPermits permits) {
        this.tokens = tokens;
        this.permits = permits;
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
                    permitted(tokens.read(header.substring(SCHEME.length()).trim())
                            .caller()));
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

    /** A program may do in each workspace what that workspace allows it now; one that it revoked is not even in it. */
    private Caller permitted(Caller caller) {
        if (caller.kind() != Caller.Kind.CLIENT) {
            return caller;
        }
        Map<WorkspaceId, Caller.Membership> memberships = new HashMap<>();
        caller.memberships().forEach((workspace, membership) -> permits.of(workspace, caller.subject())
                .map(permissions -> new Caller.Membership(membership.alias(), Set.of(), permissions))
                .or(() -> Optional.of(membership))
                .filter(now -> !now.permissions().isEmpty())
                .ifPresent(now -> memberships.put(workspace, now)));
        return caller.with(memberships);
    }

    private static void refuse(HttpServletRequest request, HttpServletResponse response, String why)
            throws IOException {
        response.setHeader("WWW-Authenticate", "Bearer realm=\"entezar\"" + why);
        Answers.problem(request, response, ErrorCode.UNAUTHENTICATED);
    }
}
