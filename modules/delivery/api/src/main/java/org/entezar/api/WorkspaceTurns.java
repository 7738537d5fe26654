package org.entezar.api;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.entezar.identity.Identity;
import org.entezar.kernel.Caller;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Language;
import org.entezar.kernel.Problem;
import org.entezar.kernel.WorkspaceId;
import org.entezar.platform.json.Json;
import org.entezar.platform.tenancy.Passage;
import org.entezar.workspace.Turnstile;

/**
 * Before a request to a workspace's resources is read, it takes its turn at the {@link Turnstile}; it gives the turn back
 * when all of its answer was written.
 */
@WebFilter(urlPatterns = "/api/v1/workspaces/*", asyncSupported = true)
public class WorkspaceTurns extends HttpFilter {

    private static final long serialVersionUID = 1L;
    private static final String ROOT = "/api/v1/workspaces/";

    @Inject
    @SuppressWarnings("NullAway.Init")
    transient Turnstile turnstile;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Caller caller = Identity.caller(request);
        Optional<WorkspaceId> workspace = workspace(caller, request.getRequestURI());
        if (workspace.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        Optional<Passage> passage = enter(caller, workspace.get(), request, response);
        if (passage.isPresent()) {
            try (Passage entered = passage.get()) {
                chain.doFilter(request, response);
            }
        }
    }

    private Optional<Passage> enter(
            Caller caller, WorkspaceId workspace, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        try {
            return Optional.of(turnstile.enter(Turnstile.Way.API, caller, workspace, request.getRequestURI()));
        } catch (Problem refused) {
            refuse(request, response, refused);
            return Optional.empty();
        }
    }

    /** Nobody's workspace takes no turn: the resource says that there is none. */
    private static Optional<WorkspaceId> workspace(Caller caller, String address) {
        if (!address.startsWith(ROOT) || !caller.isSignedIn()) {
            return Optional.empty();
        }
        String rest = address.substring(ROOT.length());
        int slash = rest.indexOf('/');
        try {
            return Optional.of(WorkspacePath.resolve(caller, slash < 0 ? rest : rest.substring(0, slash)));
        } catch (Problem unknown) {
            return Optional.empty();
        }
    }

    private static void refuse(HttpServletRequest request, HttpServletResponse response, Problem refused)
            throws IOException {
        String accepted = request.getHeader("Accept-Language");
        Language language = accepted == null ? Language.ENGLISH : Language.accepted(accepted);
        byte[] body = Json.mapper().writeValueAsBytes(ProblemDetails.of(refused, language));
        response.setStatus(refused.code().status());
        if (refused.code() == ErrorCode.TOO_MANY_REQUESTS) {
            response.setHeader("Retry-After", refused.arguments().get(0).toString());
        }
        response.setContentType(ProblemDetails.MEDIA_TYPE);
        response.setHeader("Cache-Control", "no-store");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
