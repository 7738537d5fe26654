package org.entezar.identity.internal.browser;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.entezar.identity.Identity;
import org.entezar.kernel.Caller;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Problem;

/**
 * The door of the pages: knows people by the session that their sign-in opened. Where one must be signed in, a page sends
 * to the sign-in and comes back, a partial request moves the whole page there, and a script is told 401.
 */
final class BrowserDoor {

    void pass(HttpServletRequest request, HttpServletResponse response, FilterChain chain, boolean open)
            throws IOException, ServletException {
        Optional<Caller> caller;
        try {
            caller = caller(request);
        } catch (Problem away) {
            unavailable(request, response);
            return;
        }
        if (!open
                && isVisit(request)
                && SignedIn.of(request).filter(SignedIn::missesWorkspace).isPresent()) {
            Answers.redirect(response, Answers.signIn(ReturnPath.of(request)));
        } else if (caller.isPresent() || open) {
            request.setAttribute(Identity.CALLER, caller.orElse(Caller.ANONYMOUS));
            chain.doFilter(request, response);
        } else {
            sendToSignIn(request, response);
        }
    }

    private static Optional<Caller> caller(HttpServletRequest request) {
        Optional<SignedIn> signedIn = SignedIn.of(request);
        if (signedIn.isEmpty()) {
            return Optional.empty();
        }
        try {
            Caller caller = signedIn.get().caller();
            request.setAttribute(Identity.FORM_TOKEN, signedIn.get().formToken());
            return Optional.of(caller);
        } catch (SignInEnded ended) {
            SignedIn.close(request);
            return Optional.empty();
        }
    }

    private static void sendToSignIn(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String signIn = Answers.signIn(ReturnPath.of(request));
        if (isPartial(request)) {
            Answers.partialRedirect(response, signIn);
        } else if (isScript(request)) {
            Answers.problem(request, response, ErrorCode.UNAUTHENTICATED);
        } else {
            Answers.redirect(response, signIn);
        }
    }

    private static void unavailable(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (isPartial(request) || isScript(request)) {
            Answers.problem(request, response, ErrorCode.IDENTITY_UNAVAILABLE);
        } else {
            Answers.page(
                    request, response, ErrorCode.IDENTITY_UNAVAILABLE.status(), "unavailable", ReturnPath.of(request));
        }
    }

    /** Whether a person goes to a page, with nothing in hand that a detour could lose. */
    private static boolean isVisit(HttpServletRequest request) {
        return request.getMethod().equals("GET") && !isPartial(request) && !isScript(request);
    }

    private static boolean isPartial(HttpServletRequest request) {
        return "partial/ajax".equals(request.getHeader("Faces-Request"));
    }

    /**
     * Whether a script asks, which could do nothing with a sign-in page. A visit that a service worker passes on has no
     * destination either, but is still a navigation.
     */
    private static boolean isScript(HttpServletRequest request) {
        String accept = request.getHeader("Accept");
        return "XMLHttpRequest".equals(request.getHeader("X-Requested-With"))
                || ("empty".equals(request.getHeader("Sec-Fetch-Dest"))
                        && !"navigate".equals(request.getHeader("Sec-Fetch-Mode")))
                || (accept != null
                        && (accept.startsWith("application/json") || accept.startsWith("text/event-stream")));
    }
}
