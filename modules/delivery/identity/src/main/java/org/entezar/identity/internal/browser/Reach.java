package org.entezar.identity.internal.browser;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;

/** What it takes to reach an address. What is not listed is for people who signed in. */
enum Reach {
    /** For programs with a bearer token, never with a cookie. */
    API,
    /** For programs with or without a token. */
    OPEN_API,
    /** For everybody, without looking at who it is: files, the respondents' pages, the way in. */
    BLIND,
    /** For everybody; who has signed in is known there. */
    OPEN,
    /** For people who signed in. */
    MEMBERS,
    /** For nobody: what the application server itself would tell of its health, figures and classes. */
    CLOSED;

    private static final Set<String> CONTAINER = Set.of("/health", "/metrics", "/openapi");
    private static final Set<String> BLIND_FILES = Set.of("/ready", "/favicon.ico", "/robots.txt", "/sign-in");
    private static final Set<String> OPEN_PAGES = Set.of("/", "/preferences", "/sign-out", "/offline");
    private static final Set<String> OPEN_PARTS =
            Set.of("/methods", "/join", "/deletion", "/help", "/style-guide", "/sign-up", "/outbox", "/domain");
    private static final Set<String> OPEN_OPERATIONS = Set.of(
            "/api/v1/methods",
            "/api/v1/receipts",
            "/api/v1/openapi",
            "/api/v1/deletions",
            "/api/v1/registrations",
            "/api/v1/aliases");

    static Reach of(String path) {
        if (CONTAINER.stream().anyMatch(own -> under(path, own))) {
            return CLOSED;
        }
        if (under(path, "/api")) {
            boolean open = OPEN_OPERATIONS.stream().anyMatch(own -> under(path, own));
            return open ? OPEN_API : API;
        }
        if (BLIND_FILES.contains(path)
                || isRespondent(path)
                || under(path, "/assets")
                || under(path, "/jakarta.faces.resource")
                || under(path, "/sign-in/callback")
                || path.equals("/sign-in/ended")) {
            return BLIND;
        }
        boolean open = OPEN_PAGES.contains(path) || OPEN_PARTS.stream().anyMatch(part -> under(path, part));
        return open ? OPEN : MEMBERS;
    }

    /** Whether the page is one that respondents see. */
    static boolean isRespondent(String path) {
        return under(path, "/s");
    }

    /** The decoded path below the application, as the server itself dispatches by. */
    static String path(HttpServletRequest request) {
        String info = request.getPathInfo();
        String path = request.getServletPath() + (info == null ? "" : info);
        return path.isEmpty() ? "/" : path;
    }

    private static boolean under(String path, String folder) {
        return path.startsWith(folder) && (path.length() == folder.length() || path.charAt(folder.length()) == '/');
    }
}
