package org.entezar.identity.internal.browser;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * Where a browser goes after it signed in: an address of this product, path and query only. Whatever a browser could
 * take for another site (a scheme, {@code //}, a backslash, a tab that browsers drop) becomes the start page, and so do
 * addresses that are no page.
 */
record ReturnPath(String value) {

    private static final int LONGEST = 1_500;
    private static final ReturnPath START = new ReturnPath("/");

    /** The path asked for, or the start page when it is missing or not local. */
    static ReturnPath of(@Nullable String asked) {
        return asked != null && isLocal(asked) && isPage(asked) ? new ReturnPath(asked) : START;
    }

    private static boolean isLocal(String asked) {
        return asked.length() <= LONGEST
                && asked.startsWith("/")
                && !asked.startsWith("//")
                && asked.chars().allMatch(c -> c > ' ' && c < 127 && c != '\\');
    }

    /** The page that the request asks for; for a request that changes something, the page it was made from. */
    static ReturnPath of(HttpServletRequest request) {
        String query = request.getQueryString();
        return of(query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query);
    }

    private static boolean isPage(String path) {
        return !path.startsWith("/sign-in") && !path.startsWith("/sign-out") && !path.startsWith("/api/");
    }
}
