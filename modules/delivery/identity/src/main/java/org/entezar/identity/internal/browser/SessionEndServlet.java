package org.entezar.identity.internal.browser;

import com.nimbusds.jwt.JWTClaimsSet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.entezar.identity.internal.token.EndedSessions;
import org.entezar.identity.internal.token.TokenRefused;
import org.entezar.identity.internal.token.TokenVerifier;
import org.entezar.kernel.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code POST /sign-in/ended}: Keycloak says that a session ended, in a signed token (OpenID Connect Back-Channel Logout
 * 1.0). Nobody else can say so.
 */
final class SessionEndServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(SessionEndServlet.class);
    private static final String EVENT = "http://schemas.openid.net/event/backchannel-logout";

    private final transient TokenVerifier tokens;
    private final transient EndedSessions ended;

    SessionEndServlet(TokenVerifier tokens, EndedSessions ended) {
        this.tokens = tokens;
        this.ended = ended;
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader("Cache-Control", "no-store");
        String token = request.getParameter("logout_token");
        try {
            JWTClaimsSet claims = tokens.verify(token == null ? "" : token);
            // A nonce makes it an ID token that somebody passes off as one of these.
            if (claims.getClaim("nonce") != null
                    || !(claims.getClaim("events") instanceof Map<?, ?> events && events.containsKey(EVENT))
                    || !(claims.getClaim("sid") instanceof String session)) {
                throw new TokenRefused("It is no logout token with a session");
            }
            ended.add(session);
            response.setStatus(HttpServletResponse.SC_OK);
        } catch (TokenRefused refused) {
            LOG.warn("What said that a session ended was refused: {}", refused.reason());
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        } catch (Problem unknown) {
            response.setStatus(unknown.code().status());
        }
    }
}
