package org.entezar.survey;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.entezar.survey.internal.FormBody;

/** Hands requests under {@code /s/} to the pages. */
@WebServlet(urlPatterns = "/s/*", loadOnStartup = 1)
public class SurveyServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    @SuppressWarnings("NullAway.Init")
    transient SurveyPages pages;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        answer(request, response, Optional.empty());
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        answer(request, response, Optional.of(request.getInputStream()));
    }

    private void answer(HttpServletRequest request, HttpServletResponse response, Optional<InputStream> form)
            throws IOException {
        String path = request.getPathInfo();
        String accepted = request.getHeader("Accept-Encoding");
        PageAnswer answer = pages.answer(new PageRequest(
                path == null ? "" : path.substring(1),
                query(request),
                Optional.ofNullable(request.getHeader("Accept-Language")),
                accepted != null && accepted.contains("gzip"),
                form));
        response.setStatus(answer.status());
        answer.headers().forEach(response::setHeader);
        response.setContentLength(answer.body().length);
        response.getOutputStream().write(answer.body());
    }

    /** From the address itself: asking for parameters would read the body away. */
    private static Map<String, String> query(HttpServletRequest request) {
        String query = request.getQueryString();
        if (query == null) {
            return Map.of();
        }
        Map<String, String> first = new HashMap<>();
        FormBody.parse(query).fields().forEach((name, values) -> first.put(name, values.get(0)));
        return first;
    }
}
