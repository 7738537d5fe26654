package org.entezar.console.frame;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.faces.application.ViewExpiredException;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.entezar.console.Format;
import org.entezar.console.Text;
import org.entezar.console.Visitor;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Problem;
import org.entezar.platform.json.Json;

/**
 * Answers what went wrong: a page in the visitor's language, or JSON to a script. Written without Faces, so that it
 * works when Faces is what failed.
 */
@ApplicationScoped
public class ErrorPages {

    private static final Logger LOG = System.getLogger(ErrorPages.class.getName());

    @Inject
    Visitor visitor;

    @Inject
    Text text;

    @Inject
    Assets assets;

    /** The kinds of trouble that have words of their own. */
    private enum Trouble {
        SIGN_IN,
        SESSION,
        FORBIDDEN,
        MISSING,
        CONFLICT,
        BUSY,
        SUSPENDED,
        INPUT,
        TOO_MANY,
        OFFLINE,
        OURS;

        static Trouble of(int status) {
            return switch (status) {
                case 401 -> SIGN_IN;
                case 403 -> FORBIDDEN;
                case 404, 410 -> MISSING;
                case 409, 412 -> CONFLICT;
                case 423 -> SUSPENDED;
                case 429 -> TOO_MANY;
                case 503 -> BUSY;
                default -> status >= 500 ? OURS : INPUT;
            };
        }
    }

    /** Trouble that passes by itself: the way on is the same page again. */
    private static final Set<Trouble> AGAIN = EnumSet.of(Trouble.BUSY, Trouble.TOO_MANY, Trouble.OFFLINE);

    /** Trouble after which people go where they wanted to, not to the start. */
    private static final Set<Trouble> BACK =
            EnumSet.of(Trouble.SESSION, Trouble.CONFLICT, Trouble.SIGN_IN, Trouble.TOO_MANY, Trouble.BUSY);

    /** What a script is told. */
    private record Told(String code, String message, List<ToldViolation> violations) {}

    private record ToldViolation(String pointer, String code, String message) {}

    boolean wantsJson(HttpServletRequest request) {
        String accept = request.getHeader("Accept");
        return accept != null && accept.startsWith("application/json");
    }

    /** Answers with what the failure amounts to, unless the answer is already on its way. */
    void answer(HttpServletRequest request, HttpServletResponse response, Throwable failure) throws IOException {
        Problem problem = problem(failure);
        boolean expired = isExpired(failure);
        String incident = "";
        if (problem.code() == ErrorCode.INTERNAL && !expired) {
            incident = UUID.randomUUID().toString().substring(0, 8);
            LOG.log(Logger.Level.ERROR, "incident " + incident + " at " + request.getRequestURI(), failure);
        }
        if (response.isCommitted()) {
            return;
        }
        response.resetBuffer();
        if ((problem.code() == ErrorCode.OVERLOADED || problem.code() == ErrorCode.TOO_MANY_REQUESTS)
                && !problem.arguments().isEmpty()
                && problem.arguments().get(0) instanceof Number seconds) {
            response.setHeader("Retry-After", String.valueOf(seconds.longValue()));
        }
        if (wantsJson(request)) {
            tell(response, problem);
            return;
        }
        int status = expired ? HttpServletResponse.SC_CONFLICT : problem.code().status();
        write(response, status, expired ? Trouble.SESSION : Trouble.of(status), incident);
    }

    /** The page that browsers keep for the time when the server cannot be reached. */
    void offline(HttpServletResponse response) throws IOException {
        write(response, HttpServletResponse.SC_OK, Trouble.OFFLINE, "");
    }

    /** Answers a status that the server itself gave, such as 404 for an unknown path. */
    void answer(HttpServletResponse response, int status) throws IOException {
        write(response, status, Trouble.of(status), "");
    }

    private void tell(HttpServletResponse response, Problem problem) throws IOException {
        response.setStatus(problem.code().status());
        response.setContentType("application/json");
        response.setCharacterEncoding("UTF-8");
        Told told = new Told(
                problem.code().name(),
                text.problem(problem),
                problem.violations().stream()
                        .map(violation -> new ToldViolation(
                                violation.pointer(), violation.code().name(), text.violation(violation)))
                        .toList());
        response.getWriter().write(Json.write(told));
    }

    private static Problem problem(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Problem problem) {
                return problem;
            }
        }
        return new Problem(ErrorCode.INTERNAL);
    }

    private static boolean isExpired(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ViewExpiredException) {
                return true;
            }
        }
        return false;
    }

    private void write(HttpServletResponse response, int status, Trouble trouble, String incident) throws IOException {
        String key = "frame.error." + trouble.name().toLowerCase(java.util.Locale.ROOT);
        response.setStatus(status);
        response.setContentType("text/html");
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Cache-Control", "no-store");
        String back = BACK.contains(trouble) ? escape(visitor.getAddress()) : "/";
        String number = incident.isEmpty()
                ? ""
                : "<p class=\"muted\">" + escape(text.of("frame.error.incident", incident)) + "</p>";
        response.getWriter().write("""
                        <!DOCTYPE html>
                        <html lang="%s" dir="%s" data-theme="%s"><head><meta charset="utf-8">
                        <meta name="viewport" content="width=device-width, initial-scale=1">
                        <title>%s · Entezar</title><link rel="stylesheet" href="%s"><link rel="stylesheet" href="%s"><link rel="icon" href="%s"><script type="module" src="%s"></script></head>
                        <body class="alone"><main class="trouble">%s
                        <h1>%s</h1><p>%s</p>%s<p data-typed hidden>%s</p><p><a class="button primary" href="%s" data-typed="%s"%s>%s</a></p></main></body></html>
                        """.formatted(
                visitor.getTag(),
                visitor.getDirection(),
                visitor.getTheme(),
                escape(text.get(key + ".title")),
                assets.get("css/tokens.css"),
                assets.get("css/console.css"),
                assets.get("icons/mark.svg"),
                assets.get("js/trouble.js"),
                trouble == Trouble.OFFLINE
                        ? ""
                        : "<p class=\"trouble-status\">" + Format.number(visitor.getLanguage(), status, 0) + "</p>",
                escape(text.get(key + ".title")),
                escape(text.get(key + ".text")),
                number,
                escape(text.get("frame.error.typed")),
                back,
                escape(text.get("frame.error.typed.action")),
                again(trouble),
                escape(text.get(key + ".action"))));
    }

    /** Without a connection the page tries by itself; else whoever reads it decides when. */
    private static String again(Trouble trouble) {
        if (trouble == Trouble.OFFLINE) {
            return " data-again=\"by-itself\"";
        }
        return AGAIN.contains(trouble) ? " data-again=\"yes\"" : "";
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
