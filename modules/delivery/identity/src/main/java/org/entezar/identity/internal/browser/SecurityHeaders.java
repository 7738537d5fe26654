package org.entezar.identity.internal.browser;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entezar.identity.Identity;
import org.entezar.identity.IdentitySettings;

/**
 * Headers that keep a page to itself. No page may run inline scripts or styles but those with the nonce of the answer;
 * none may be framed. A component library that announces a nonce of its own (PrimeFaces keeps one for the life of a
 * view) has it taken over into the one policy, instead of adding a second, looser one.
 */
final class SecurityHeaders {

    private static final String POLICY = "Content-Security-Policy";
    private static final Pattern NONCE = Pattern.compile("'nonce-([A-Za-z0-9+/_=-]{16,120})'");
    private static final int NONCE_BYTES = 16;
    private static final String API_POLICY = "default-src 'none'; frame-ancestors 'none'";

    private final SecureRandom random = new SecureRandom();
    private final boolean secure;
    private final String issuerOrigin;

    SecurityHeaders(IdentitySettings settings) {
        this.secure = settings.secure();
        this.issuerOrigin = settings.issuerOrigin();
    }

    /** Sets the headers for the path; what answers the request goes on with the response returned. */
    HttpServletResponse guard(HttpServletRequest request, HttpServletResponse response, Reach reach, String path) {
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        if (secure) {
            response.setHeader("Strict-Transport-Security", "max-age=31536000");
        }
        if (reach == Reach.API || reach == Reach.OPEN_API) {
            response.setHeader(POLICY, API_POLICY);
            return response;
        }
        response.setHeader("Permissions-Policy", "camera=(), microphone=(), geolocation=()");
        String nonce = nonce();
        request.setAttribute(Identity.NONCE, nonce);
        if (Reach.isRespondent(path)) {
            response.setHeader(POLICY, respondentPolicy(nonce));
            return response;
        }
        if (reach == Reach.MEMBERS) {
            response.setHeader("Cache-Control", "no-store");
        }
        response.setHeader(POLICY, pagePolicy(nonce));
        return new OnePolicy(response);
    }

    private String nonce() {
        byte[] bytes = new byte[NONCE_BYTES];
        random.nextBytes(bytes);
        return Base64.getEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String respondentPolicy(String nonce) {
        return "default-src 'none'; script-src 'self'; style-src 'self' 'nonce-" + nonce
                + "'; img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none';"
                + " frame-ancestors 'none'";
    }

    /** Forms may lead to the issuer, since signing out and a lapsed session redirect there. */
    private String pagePolicy(String nonce) {
        return "default-src 'self'; script-src 'self' 'nonce-" + nonce + "'; style-src 'self' 'nonce-" + nonce
                + "'; img-src 'self' data: blob:; object-src 'none'; base-uri 'self'; form-action 'self' "
                + issuerOrigin + "; frame-ancestors 'none'";
    }

    /** Lets the policy be set once and its nonce be replaced, never loosened. */
    private final class OnePolicy extends HttpServletResponseWrapper {

        OnePolicy(HttpServletResponse response) {
            super(response);
        }

        @Override
        public void setHeader(String name, String value) {
            if (POLICY.equalsIgnoreCase(name)) {
                takeNonce(value);
            } else {
                super.setHeader(name, value);
            }
        }

        @Override
        public void addHeader(String name, String value) {
            if (POLICY.equalsIgnoreCase(name)) {
                takeNonce(value);
            } else {
                super.addHeader(name, value);
            }
        }

        private void takeNonce(String policy) {
            Matcher nonce = NONCE.matcher(policy);
            if (nonce.find()) {
                super.setHeader(POLICY, pagePolicy(nonce.group(1)));
            }
        }
    }
}
