package org.entezar.identity.internal.browser;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContext;
import jakarta.servlet.SessionCookieConfig;
import jakarta.servlet.SessionTrackingMode;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.entezar.identity.Identity;
import org.entezar.identity.IdentitySettings;
import org.entezar.identity.internal.token.AccessTokens;
import org.entezar.identity.internal.token.EndedSessions;
import org.entezar.identity.internal.token.TokenVerifier;
import org.entezar.kernel.Caller;
import org.entezar.kernel.ClientPermits;
import org.entezar.kernel.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hangs the door and the pages of signing in and out into the server. */
public final class Pages {

    /** A little less than the realm's idle time, so that a session that is still open can be renewed. */
    private static final int SESSION_MINUTES = 30;

    private static final Logger LOG = LoggerFactory.getLogger(Pages.class);

    private Pages() {}

    /** To be called while the server's context is being initialised, before anything else hangs in filters. */
    public static void install(
            ServletContext context,
            IdentitySettings settings,
            AccessTokens accessTokens,
            TokenVerifier identityTokens,
            TokenVerifier logoutTokens,
            EndedSessions ended,
            ClientPermits permits,
            UnaryOperator<Caller> admission,
            Clock clock) {
        SessionCookieConfig cookie = context.getSessionCookieConfig();
        cookie.setName(settings.secure() ? "__Host-entezar" : "entezar");
        cookie.setHttpOnly(true);
        cookie.setSecure(settings.secure());
        cookie.setPath("/");
        // SameSite=Lax stands in glassfish-web.xml, since Payara does not take it from here.
        context.setSessionTrackingModes(Set.of(SessionTrackingMode.COOKIE));
        context.setSessionTimeout(SESSION_MINUTES);

        OpenIdClient client = new OpenIdClient(settings, accessTokens, identityTokens, ended);
        filter(context, new Door(settings, accessTokens, permits, admission));
        servlet(context, "/sign-in", new SignInServlet(client, settings.secure()));
        servlet(context, "/sign-in/callback", new CallbackServlet(settings, client, clock));
        servlet(context, "/sign-in/ended", new SessionEndServlet(logoutTokens, ended));
        servlet(context, "/sign-out", new SignOutServlet(client));
    }

    /**
     * Who acts, with the roles of this moment, as after an act that changed them. Without a session of a browser, or when
     * Keycloak cannot tell, it stays as the door found it.
     */
    public static Caller renew(HttpServletRequest request) {
        Optional<SignedIn> signedIn = SignedIn.of(request);
        if (signedIn.isPresent()) {
            try {
                request.setAttribute(Identity.CALLER, signedIn.get().renewed());
            } catch (SignInEnded | Problem unchanged) {
                LOG.warn("Roles of a session could not be renewed: {}", unchanged.getMessage());
            }
        }
        return Identity.caller(request);
    }

    private static void filter(ServletContext context, Filter filter) {
        FilterRegistration.Dynamic registration =
                context.addFilter(filter.getClass().getName(), filter);
        registration.setAsyncSupported(true);
        registration.addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), false, "/*");
    }

    private static void servlet(ServletContext context, String path, HttpServlet servlet) {
        context.addServlet(servlet.getClass().getName(), servlet).addMapping(path);
    }
}
