package org.entezar.survey;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/** Somebody at a page: opens it, fills fields, sends the form with all that the page carries. */
final class Browser {

    private static final Pattern STATE = Pattern.compile("name=\"_state\" value=\"([^\"]*)\"");

    private final SurveyPages pages;
    private final String token;
    private final Map<String, String> query = new HashMap<>();
    private final Optional<String> languages;
    private PageAnswer answer = new PageAnswer(0, Map.of(), new byte[0]);

    Browser(SurveyPages pages, String token, String languages) {
        this.pages = pages;
        this.token = token;
        this.languages = Optional.of(languages);
    }

    Browser with(String name, String value) {
        query.put(name, value);
        return this;
    }

    Browser open() {
        answer = pages.answer(new PageRequest(token, query, languages, true, Optional.empty()));
        return this;
    }

    Browser send(String... fields) {
        Map<String, String> form = new LinkedHashMap<>();
        for (int i = 0; i < fields.length; i += 2) {
            form.put(fields[i], fields[i + 1]);
        }
        form.putIfAbsent("_state", state());
        return sendBody(encoded(form));
    }

    Browser sendBody(String body) {
        answer = pages.answer(new PageRequest(
                token,
                query,
                languages,
                true,
                Optional.of(new ByteArrayInputStream(body.getBytes(StandardCharsets.US_ASCII)))));
        return this;
    }

    static String encoded(Map<String, String> form) {
        StringBuilder body = new StringBuilder();
        form.forEach((name, value) -> body.append(body.isEmpty() ? "" : "&")
                .append(URLEncoder.encode(name, StandardCharsets.UTF_8))
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return body.toString();
    }

    String state() {
        Matcher state = STATE.matcher(html());
        return state.find() ? state.group(1) : "";
    }

    int status() {
        return answer.status();
    }

    Map<String, String> headers() {
        return answer.headers();
    }

    int bytes() {
        return answer.body().length;
    }

    String html() {
        try {
            if (!"gzip".equals(answer.headers().get("Content-Encoding"))) {
                return new String(answer.body(), StandardCharsets.UTF_8);
            }
            ByteArrayOutputStream page = new ByteArrayOutputStream();
            try (GZIPInputStream packed = new GZIPInputStream(new ByteArrayInputStream(answer.body()))) {
                packed.transferTo(page);
            }
            return page.toString(StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
