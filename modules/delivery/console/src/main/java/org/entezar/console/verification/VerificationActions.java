package org.entezar.console.verification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entezar.audit.Checkpoints;
import org.entezar.audit.EvidenceExports;
import org.entezar.audit.EvidencePeriod;
import org.entezar.audit.HistoryChecks;
import org.entezar.console.CurrentWorkspace;
import org.entezar.console.Days;
import org.entezar.console.Notices;
import org.entezar.console.Place;
import org.entezar.console.Text;
import org.entezar.console.Visitor;
import org.entezar.evidence.SignedCheckpoint;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Problem;
import org.entezar.platform.jobs.Job;
import org.entezar.platform.jobs.JobEvents;
import org.entezar.platform.jobs.JobFeed;
import org.entezar.platform.jobs.JobId;
import org.entezar.platform.jobs.Jobs;

/** What is done on the page: sign, check, write an archive, follow how far that is. */
@ApplicationScoped
class VerificationActions {

    private static final Set<String> KINDS = Set.of("evidence", "history-check");

    @Inject
    Checkpoints checkpoints;

    @Inject
    HistoryChecks checks;

    @Inject
    EvidenceExports exports;

    @Inject
    Jobs jobs;

    @Inject
    Visitor visitor;

    @Inject
    CurrentWorkspace workspace;

    @Inject
    Text text;

    @Inject
    Notices notices;

    void sign(Place place, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!isOpened(request)) {
            try {
                SignedCheckpoint signed = checkpoints.take(visitor.getCaller(), place.getWorkspaceId());
                notices.done(text.of("verification.signed", signed.checkpoint().size()));
            } catch (Problem problem) {
                notices.failed(text.problem(problem));
            }
        }
        back(place, response, "checkpoints");
    }

    void check(Place place, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!isOpened(request)) {
            checks.begin(visitor.getCaller(), place.getWorkspaceId());
        }
        back(place, response, "check");
    }

    void export(Place place, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!isOpened(request)) {
            try {
                exports.begin(visitor.getCaller(), place.getWorkspaceId(), period(request));
            } catch (Problem problem) {
                notices.failed(
                        problem.code() == ErrorCode.MALFORMED_PARAMETER
                                ? text.get("verification.export.badPeriod")
                                : text.problem(problem));
            }
        }
        back(place, response, "exports");
    }

    private EvidencePeriod period(HttpServletRequest request) {
        Optional<Instant> from = day(request, "from")
                .map(day -> day.atStartOfDay(workspace.getZone()).toInstant());
        Optional<Instant> to = day(request, "to")
                .map(day -> day.plusDays(1).atStartOfDay(workspace.getZone()).toInstant());
        return new EvidencePeriod(from, to);
    }

    private static Optional<LocalDate> day(HttpServletRequest request, String name) {
        String typed = request.getParameter(name);
        if (typed == null || typed.isBlank()) {
            return Optional.empty();
        }
        return Optional.of(Days.read(typed).orElseThrow(() -> new Problem(ErrorCode.MALFORMED_PARAMETER, name, typed)));
    }

    /** Tells the page how far a job is, until it ends or the page is closed. */
    void events(Place place, HttpServletRequest request, HttpServletResponse response) throws IOException {
        JobId id = job(place);
        Job job = jobs.get(visitor.getCaller(), place.getWorkspaceId(), id);
        if (!KINDS.contains(job.kind())) {
            throw new Problem(ErrorCode.NOT_FOUND);
        }
        JobFeed.requireRoom();
        response.setContentType("text/event-stream");
        response.setCharacterEncoding("UTF-8");
        try {
            JobEvents.write(
                    jobs, visitor.getCaller(), place.getWorkspaceId(), id, this::told, response.getOutputStream());
        } catch (IOException closed) {
            // The page was closed; nobody is left to be told.
            return;
        }
    }

    private Map<String, Object> told(Job job) {
        return Map.of("done", job.done(), "total", job.total(), "words", VerificationView.progress(text, job));
    }

    /** The job of the address; what is no id names none. */
    static JobId job(Place place) {
        try {
            return JobId.parse(place.parameter("job"));
        } catch (Problem malformed) {
            throw new Problem(ErrorCode.NOT_FOUND, place.parameter("job"));
        }
    }

    private static boolean isOpened(HttpServletRequest request) {
        return request.getMethod().equals("GET");
    }

    private static void back(Place place, HttpServletResponse response, String part) throws IOException {
        response.sendRedirect(place.to(VerificationPages.HERE) + "#" + part);
    }
}
