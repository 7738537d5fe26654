package org.entezar.identity.internal.browser;

import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.Nonce;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * One way to Keycloak and back: its state, its nonce, the secret of the code exchange, and the page wanted. Kept in a
 * cookie of the browser that set out, one for each attempt, so that several tabs can sign in, a login page may stay open
 * longer than a session or a restart of the server, and nobody fills the server's memory by asking to sign in.
 */
record SignInAttempt(State state, Nonce nonce, CodeVerifier verifier, ReturnPath back) {

    private static final String PREFIX = "entezar-sign-in-";
    private static final String PATH = "/sign-in";
    private static final int NAME_LENGTH = 12;
    private static final int MOST = 5;
    private static final Duration LIFE = Duration.ofHours(1);

    static SignInAttempt to(ReturnPath back) {
        return new SignInAttempt(new State(32), new Nonce(32), new CodeVerifier(), back);
    }

    /** Gives the attempt to the browser and clears older ones when they have become many. */
    void keep(HttpServletRequest request, HttpServletResponse response, boolean secure) {
        List<Cookie> older = cookies(request);
        if (older.size() >= MOST) {
            older.forEach(cookie -> response.addCookie(cookie(cookie.getName(), "", Duration.ZERO, secure)));
        }
        String back64 = encode(back.value());
        String value =
                String.join(".", encode(state.getValue()), encode(nonce.getValue()), verifier.getValue(), back64);
        response.addCookie(cookie(name(state.getValue()), value, LIFE, secure));
    }

    /** The attempt that the state belongs to, if this browser made it; it is used up by this. */
    static Optional<SignInAttempt> take(
            State state, HttpServletRequest request, HttpServletResponse response, boolean secure) {
        String name = name(state.getValue());
        for (Cookie cookie : cookies(request)) {
            if (cookie.getName().equals(name)) {
                response.addCookie(cookie(name, "", Duration.ZERO, secure));
                return decode(cookie.getValue())
                        .filter(attempt -> attempt.state().equals(state));
            }
        }
        return Optional.empty();
    }

    private static Optional<SignInAttempt> decode(String value) {
        String[] parts = value.split("\\.", -1);
        if (parts.length != 4) {
            return Optional.empty();
        }
        try {
            return Optional.of(new SignInAttempt(
                    new State(text(parts[0])),
                    new Nonce(text(parts[1])),
                    new CodeVerifier(parts[2]),
                    ReturnPath.of(text(parts[3]))));
        } catch (IllegalArgumentException tampered) {
            return Optional.empty();
        }
    }

    private static List<Cookie> cookies(HttpServletRequest request) {
        Cookie[] all = request.getCookies();
        return all == null
                ? List.of()
                : new ArrayList<>(Arrays.stream(all)
                        .filter(cookie -> cookie.getName().startsWith(PREFIX))
                        .toList());
    }

    private static String name(String state) {
        String letters = state.replaceAll("[^A-Za-z0-9]", "");
        return PREFIX + letters.substring(0, Math.min(NAME_LENGTH, letters.length()));
    }

    private static Cookie cookie(String name, String value, Duration life, boolean secure) {
        Cookie cookie = new Cookie(name, value);
        cookie.setPath(PATH);
        cookie.setHttpOnly(true);
        cookie.setSecure(secure);
        cookie.setMaxAge((int) life.toSeconds());
        cookie.setAttribute("SameSite", "Lax");
        return cookie;
    }

    private static String encode(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(String encoded) {
        return new String(Base64.getUrlDecoder().decode(encoded), StandardCharsets.UTF_8);
    }
}
