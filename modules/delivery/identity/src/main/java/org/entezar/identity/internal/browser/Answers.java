package org.entezar.identity.internal.browser;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.entezar.identity.Identity;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Language;
import org.entezar.kernel.Messages;

/** What the door itself answers: problem details to programs, redirects to scripts, a page to people. */
final class Answers {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Messages ERRORS = Messages.errors();
    private static final Messages TEXTS = new Messages("org.entezar.identity.door", Answers.class);

    private Answers() {}

    /** A problem as RFC 9457 puts it, in the shape of the rest of the API. */
    static void problem(HttpServletRequest request, HttpServletResponse response, ErrorCode code) throws IOException {
        ObjectNode document = JSON.createObjectNode();
        document.put(
                "type",
                "urn:entezar:problem:" + code.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        document.put("status", code.status());
        document.put("code", code.name());
        document.put("title", ERRORS.text(Reader.language(request), code.name()));
        response.setStatus(code.status());
        response.setContentType("application/problem+json");
        response.setHeader("Cache-Control", "no-store");
        if (code == ErrorCode.IDENTITY_UNAVAILABLE) {
            response.setHeader("Retry-After", "2");
        }
        byte[] body = JSON.writeValueAsBytes(document);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    /** Sends the whole page elsewhere from within a partial request of Jakarta Faces. */
    static void partialRedirect(HttpServletResponse response, String address) throws IOException {
        response.setContentType("text/xml");
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.getWriter()
                .write("<?xml version=\"1.0\" encoding=\"UTF-8\"?><partial-response><redirect url=\"" + escape(address)
                        + "\"/></partial-response>");
    }

    static void redirect(HttpServletResponse response, String address) {
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", address);
        response.setHeader("Cache-Control", "no-store");
    }

    /** The address that starts a sign-in and comes back to the page. */
    static String signIn(ReturnPath back) {
        return "/sign-in?return=" + URLEncoder.encode(back.value(), StandardCharsets.UTF_8);
    }

    /**
     * A page that says in the reader's language what went wrong with signing in, and offers to try again.
     *
     * @param fault which of the bundle's faults: {@code lost}, {@code refused} or {@code unavailable}
     */
    static void page(
            HttpServletRequest request, HttpServletResponse response, int status, String fault, ReturnPath back)
            throws IOException {
        Language language = Reader.language(request);
        Object nonce = request.getAttribute(Identity.NONCE);
        response.setStatus(status);
        response.setContentType("text/html");
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.getWriter().write("""
                        <!DOCTYPE html>
                        <html lang="%s" dir="%s">
                        <head>
                        <meta charset="utf-8">
                        <meta name="viewport" content="width=device-width, initial-scale=1">
                        <title>%s · Entezar</title>
                        <style nonce="%s">
                        :root { color-scheme: light dark; font: 1.0625rem/1.6 system-ui, sans-serif; }
                        main { max-inline-size: 34rem; margin-inline: auto; padding: 12vh 1.25rem 2rem; }
                        h1 { font-size: 1.5rem; line-height: 1.3; text-align: start; }
                        </style>
                        </head>
                        <body><main><h1>%s</h1><p>%s</p><p><a href="%s">%s</a></p></main></body>
                        </html>
                        """.formatted(
                        language.tag(),
                        language.direction().html(),
                        escape(TEXTS.text(language, fault + ".title")),
                        nonce == null ? "" : escape(nonce.toString()),
                        escape(TEXTS.text(language, fault + ".title")),
                        escape(TEXTS.text(language, fault + ".text")),
                        escape(signIn(back)),
                        escape(TEXTS.text(language, "again"))));
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
