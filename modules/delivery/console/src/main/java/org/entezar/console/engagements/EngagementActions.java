package org.entezar.console.engagements;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import org.entezar.audit.Engagement;
import org.entezar.audit.EngagementId;
import org.entezar.audit.Engagements;
import org.entezar.audit.Invitation;
import org.entezar.audit.Remark;
import org.entezar.audit.RemarkId;
import org.entezar.console.CurrentWorkspace;
import org.entezar.console.Days;
import org.entezar.console.Notices;
import org.entezar.console.Place;
import org.entezar.console.Text;
import org.entezar.console.Visitor;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Problem;

/** What the forms of engagements do. */
@ApplicationScoped
class EngagementActions {

    private static final String[] TYPED = {"login", "purpose", "scope", "from", "to"};

    @Inject
    Engagements engagements;

    @Inject
    CurrentWorkspace workspace;

    @Inject
    Visitor visitor;

    @Inject
    Text text;

    @Inject
    Notices notices;

    @Inject
    Clock clock;

    void invite(Place place, HttpServletRequest request, HttpServletResponse response) throws IOException {
        String page = place.to(EngagementPages.HERE);
        if (request.getMethod().equals("GET")) {
            response.sendRedirect(page);
            return;
        }
        try {
            Engagement made = engagements.invite(visitor.getCaller(), place.getWorkspaceId(), invitation(request));
            notices.done(text.of("engagements.invited", made.name()));
            response.sendRedirect(place.to(EngagementPages.HERE, made.id()));
        } catch (Problem problem) {
            notices.failed(words(problem));
            response.sendRedirect(page + typed(request) + "#invite");
        }
    }

    /** What was typed goes along, so that it need not be typed again. */
    private static String typed(HttpServletRequest request) {
        StringBuilder query = new StringBuilder();
        for (String name : TYPED) {
            String value = parameter(request, name);
            query.append(query.isEmpty() ? '?' : '&')
                    .append(name)
                    .append('=')
                    .append(URLEncoder.encode(
                            value.substring(0, Math.min(value.length(), 1_000)), StandardCharsets.UTF_8));
        }
        return query.toString();
    }

    private Invitation invitation(HttpServletRequest request) {
        Instant from = day(request, "from")
                .map(day -> day.atStartOfDay(workspace.getZone()).toInstant())
                .filter(start -> start.isAfter(clock.instant()))
                .orElseGet(clock::instant);
        Instant to = day(request, "to")
                .map(day -> day.plusDays(1).atStartOfDay(workspace.getZone()).toInstant())
                .orElseThrow(() -> new Problem(ErrorCode.MALFORMED_PARAMETER, "to", parameter(request, "to")));
        return new Invitation(
                parameter(request, "login"),
                parameter(request, "purpose"),
                parameter(request, "scope").equals(Engagement.Scope.FIGURES.name())
                        ? Engagement.Scope.FIGURES
                        : Engagement.Scope.WHOLE,
                from,
                to,
                request.getParameter("mail") != null);
    }

    private static Optional<LocalDate> day(HttpServletRequest request, String name) {
        return Days.read(parameter(request, name));
    }

    private static String parameter(HttpServletRequest request, String name) {
        // The character zero fits into no column.
        return Optional.ofNullable(request.getParameter(name))
                .orElse("")
                .replace("\u0000", "")
                .strip();
    }

    void end(Place place, HttpServletRequest request, HttpServletResponse response) throws IOException {
        act(place, request, response, () -> {
            engagements.end(visitor.getCaller(), place.getWorkspaceId(), id(place));
            notices.done(text.get("engagements.ended.said"));
        });
    }

    void remark(Place place, HttpServletRequest request, HttpServletResponse response) throws IOException {
        act(place, request, response, () -> {
            String entry = latin(parameter(request, "entry"));
            if (!entry.isEmpty() && !entry.matches("[1-9]\\d{0,17}")) {
                throw new Problem(ErrorCode.MALFORMED_PARAMETER, "entry", entry);
            }
            engagements.remark(
                    visitor.getCaller(),
                    place.getWorkspaceId(),
                    id(place),
                    parameter(request, "kind").equals(Remark.Kind.FINDING.name())
                            ? Remark.Kind.FINDING
                            : Remark.Kind.QUESTION,
                    entry.isEmpty() ? Optional.empty() : Optional.of(Long.valueOf(entry)),
                    parameter(request, "text"));
        });
    }

    /** Digits of any script as Latin ones. */
    private static String latin(String typed) {
        StringBuilder latin = new StringBuilder();
        typed.chars()
                .forEach(c -> latin.append(Character.isDigit(c) ? (char) ('0' + Character.digit(c, 10)) : (char) c));
        return latin.toString();
    }

    void answer(Place place, HttpServletRequest request, HttpServletResponse response) throws IOException {
        act(
                place,
                request,
                response,
                () -> engagements.answer(
                        visitor.getCaller(),
                        place.getWorkspaceId(),
                        RemarkId.parse(parameter(request, "to")),
                        parameter(request, "text")));
    }

    void judge(Place place, HttpServletRequest request, HttpServletResponse response) throws IOException {
        act(place, request, response, () -> {
            String wanted = parameter(request, "status");
            Remark.Status status = Arrays.stream(Remark.Status.values())
                    .filter(one -> one.name().equals(wanted))
                    .findFirst()
                    .orElseThrow(() -> new Problem(ErrorCode.MALFORMED_PARAMETER, "status", wanted));
            engagements.judge(
                    visitor.getCaller(), place.getWorkspaceId(), RemarkId.parse(parameter(request, "finding")), status);
        });
    }

    /** Does it and comes back to the engagement; what is refused is said there. */
    private void act(Place place, HttpServletRequest request, HttpServletResponse response, Runnable deed)
            throws IOException {
        if (!request.getMethod().equals("GET")) {
            try {
                deed.run();
                notices.done(text.get("frame.saved"));
            } catch (Problem problem) {
                notices.failed(words(problem));
            }
        }
        response.sendRedirect(place.to(EngagementPages.HERE, id(place)));
    }

    private String words(Problem problem) {
        if (problem.code() == ErrorCode.MALFORMED_PARAMETER
                && problem.arguments().contains("to")) {
            return text.get("engagements.badDay");
        }
        return problem.violations().isEmpty()
                ? text.problem(problem)
                : text.violation(problem.violations().get(0));
    }

    /** The engagement of the address; what is no id names none. */
    static EngagementId id(Place place) {
        try {
            return EngagementId.parse(place.parameter("engagement"));
        } catch (Problem malformed) {
            throw new Problem(ErrorCode.NOT_FOUND, place.parameter("engagement"));
        }
    }
}
