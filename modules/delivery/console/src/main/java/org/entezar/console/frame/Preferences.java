package org.entezar.console.frame;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.entezar.console.Visitor;
import org.entezar.kernel.Language;
import org.jspecify.annotations.Nullable;

/** Keeps the language, calendar and theme that a visitor chose, signed in or not, in cookies of this device. */
public class Preferences extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final Set<String> THEMES = Set.of("auto", "light", "dark");

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional.ofNullable(request.getParameter("language"))
                .flatMap(Language::of)
                .ifPresent(language -> keep(request, response, Visitor.LANGUAGE_COOKIE, language.tag()));
        Optional.ofNullable(request.getParameter("theme"))
                .filter(THEMES::contains)
                .ifPresent(theme -> keep(request, response, Visitor.THEME_COOKIE, theme));
        Optional.ofNullable(request.getParameter("calendar"))
                .filter(Visitor.CALENDARS::contains)
                .ifPresent(calendar -> keep(request, response, Visitor.CALENDAR_COOKIE, calendar));
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", local(request.getParameter("back")));
    }

    private static void keep(HttpServletRequest request, HttpServletResponse response, String name, String value) {
        Cookie cookie = new Cookie(name, value);
        cookie.setPath("/");
        cookie.setMaxAge((int) Duration.ofDays(365).toSeconds());
        cookie.setHttpOnly(true);
        cookie.setSecure(request.isSecure());
        cookie.setAttribute("SameSite", "Lax");
        response.addCookie(cookie);
    }

    /** Only addresses of this product: no scheme, no host, no control characters. */
    static String local(@Nullable String back) {
        if (back == null || !back.startsWith("/") || back.startsWith("//")) {
            return "/";
        }
        return back.chars().allMatch(c -> c > ' ' && c < 127 && c != '\\') ? back : "/";
    }
}
