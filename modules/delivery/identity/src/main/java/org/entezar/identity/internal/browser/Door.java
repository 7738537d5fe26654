package org.entezar.identity.internal.browser;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.entezar.identity.Identity;
import org.entezar.identity.IdentitySettings;
import org.entezar.identity.internal.token.AccessTokens;
import org.entezar.kernel.Caller;
import org.entezar.kernel.ClientPermits;
import org.entezar.kernel.Problem;

/** Every request comes through here first: it gets its security headers and, by its address, one of the two doors. */
public final class Door extends HttpFilter {

    private static final long serialVersionUID = 1L;
    private static final Pattern CROOKED = Pattern.compile("(?i)%2f|%5c|%2e|%00|\\\\|(^|/)\\.\\.?(/|$|;)|;");

    private final transient UnaryOperator<Caller> admission;
    private final transient SecurityHeaders headers;
    private final transient BearerDoor programs;
    private final transient BrowserDoor people = new BrowserDoor();

    public Door(
            IdentitySettings settings, AccessTokens tokens, ClientPermits permits, UnaryOperator<Caller> admission) {
        this.admission = admission;
        this.headers = new SecurityHeaders(settings);
        this.programs = new BearerDoor(tokens, permits);
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String path = Reach.path(request);
        Reach reach = Reach.of(path);
        HttpServletResponse guarded = headers.guard(request, response, reach, path);
        if (isCrooked(request.getRequestURI())) {
            guarded.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        switch (reach) {
            case API -> programs.pass(request, guarded, admitting(chain), false);
            case OPEN_API -> programs.pass(request, guarded, admitting(chain), true);
            case OPEN -> people.pass(request, guarded, admitting(chain), true);
            case MEMBERS -> people.pass(request, guarded, admitting(chain), false);
            case CLOSED -> guarded.sendError(HttpServletResponse.SC_NOT_FOUND);
            case BLIND -> {
                request.setAttribute(Identity.CALLER, Caller.ANONYMOUS);
                chain.doFilter(request, guarded);
            }
        }
    }

    /** Whether the address, as it was sent, hides a slash or climbs: nothing of ours is named so. */
    private static boolean isCrooked(String address) {
        return CROOKED.matcher(address).find();
    }

    /** Tokens and sessions tell what the identity provider knew; what is left of it now is decided for each request. */
    private FilterChain admitting(FilterChain chain) {
        return (request, response) -> {
            if (request.getAttribute(Identity.CALLER) instanceof Caller caller) {
                try {
                    request.setAttribute(Identity.CALLER, admission.apply(caller));
                } catch (Problem unknown) {
                    // Nobody is let in unchecked.
                    ((HttpServletResponse) response).sendError(unknown.code().status());
                    return;
                }
            }
            chain.doFilter(request, response);
        };
    }
}
