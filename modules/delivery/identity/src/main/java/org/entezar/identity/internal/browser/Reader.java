package org.entezar.identity.internal.browser;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.entezar.kernel.Language;

/** In which language somebody reads: the one chosen in the console, else what the browser asks for. */
final class Reader {

    private static final String LANGUAGE_COOKIE = "entezar-language";

    private Reader() {}

    static Language language(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        if (cookies != null) {
            for (Cookie cookie : cookies) {
                if (cookie.getName().equals(LANGUAGE_COOKIE)) {
                    Optional<Language> chosen = Language.of(cookie.getValue());
                    if (chosen.isPresent()) {
                        return chosen.get();
                    }
                }
            }
        }
        String header = request.getHeader("Accept-Language");
        return header == null ? Language.ENGLISH : Language.accepted(header);
    }
}
