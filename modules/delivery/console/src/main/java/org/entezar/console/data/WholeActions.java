package org.entezar.console.data;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import org.entezar.audit.Deletions;
import org.entezar.audit.EvidenceFile;
import org.entezar.audit.RequestedDeletion;
import org.entezar.audit.WorkspaceArchives;
import org.entezar.console.Exchange;
import org.entezar.console.Place;
import org.entezar.console.Visitor;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Problem;
import org.entezar.kernel.Uuids;
import org.entezar.platform.jobs.JobId;

/** What the forms about the workspace as a whole do: take it along, bring one in, delete it. */
@ApplicationScoped
class WholeActions {

    static final String HERE = "settings/data";

    /** Largest file that the server takes in a form; larger archives come in through the API. */
    static final long LARGEST_FORM = 50L * 1024 * 1024;

    @Inject
    WorkspaceArchives archives;

    @Inject
    Deletions deletions;

    @Inject
    Visitor visitor;

    @Inject
    DataForms forms;

    void begin(Place place, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        forms.act(place, HERE, request, response, () -> {
            archives.begin(visitor.getCaller(), place.getWorkspaceId());
            return "data.archiveBegun";
        });
    }

    void download(Place place, HttpServletRequest request, HttpServletResponse response) throws IOException {
        send(response, archives.take(visitor.getCaller(), place.getWorkspaceId(), job(place)));
    }

    void origin(Place place, HttpServletRequest request, HttpServletResponse response) throws IOException {
        send(response, archives.origin(visitor.getCaller(), place.getWorkspaceId(), job(place)));
    }

    private static JobId job(Place place) {
        try {
            return new JobId(Uuids.parse(place.parameter("job")));
        } catch (Problem malformed) {
            throw new Problem(ErrorCode.NOT_FOUND, place.parameter("job"));
        }
    }

    private static void send(HttpServletResponse response, EvidenceFile file) throws IOException {
        response.setContentType("application/zip");
        response.setContentLengthLong(file.bytes());
        response.setHeader("Content-Disposition", "attachment; filename=\"" + file.name() + "\"");
        try (InputStream content = file.content().get()) {
            content.transferTo(response.getOutputStream());
        }
    }

    void bringIn(Place place, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        forms.act(place, HERE, request, response, () -> {
            try (InputStream archive =
                    Exchange.file(request, "archive", LARGEST_FORM).getInputStream()) {
                archives.bringIn(visitor.getCaller(), place.getWorkspaceId(), archive);
            }
            return "data.broughtBegun";
        });
    }

    void delete(Place place, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        forms.act(place, HERE, request, response, () -> {
            RequestedDeletion requested = deletions.request(
                    visitor.getCaller(),
                    place.getWorkspaceId(),
                    DataForms.given(request, "alias"),
                    Months.read(DataForms.given(request, "days")).orElse(Deletions.USUAL_DAYS));
            response.sendRedirect(requested.link().getPath());
            return "data.deletionRequested";
        });
    }

    void cancel(Place place, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        forms.act(place, HERE, request, response, () -> {
            deletions.cancel(visitor.getCaller(), place.getWorkspaceId());
            return "data.deletionCancelled";
        });
    }
}
