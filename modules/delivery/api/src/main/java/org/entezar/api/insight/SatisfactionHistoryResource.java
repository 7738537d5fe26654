package org.entezar.api.insight;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.entezar.api.WorkspacePath;
import org.entezar.audit.History;
import org.entezar.audit.HistoryEntry;
import org.entezar.identity.CurrentCaller;
import org.entezar.insight.HistoryCalendar;
import org.entezar.insight.HistoryGrain;
import org.entezar.insight.HistoryQuestion;
import org.entezar.insight.InsightFiles;
import org.entezar.insight.SatisfactionHistories;
import org.entezar.insight.SatisfactionHistory;
import org.entezar.insight.SatisfactionHistory.Period;
import org.entezar.insight.SatisfactionTable;
import org.entezar.insight.Selection;
import org.entezar.kernel.Caller;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Permission;
import org.entezar.kernel.Problem;
import org.entezar.kernel.WorkspaceId;

/** How satisfaction went over months, quarters or years: {@code ?questionnaire=&grain=&calendar=&from=&to=&segment=}. */
@Path("/workspaces/{ws}/satisfaction-history")
@ApplicationScoped
public class SatisfactionHistoryResource {

    /** A client that names no format gets JSON. */
    private static final String CSV = "text/csv; charset=UTF-8";

    @Inject
    @SuppressWarnings("NullAway.Init")
    SatisfactionHistories histories;

    @Inject
    @SuppressWarnings("NullAway.Init")
    History history;

    @Inject
    @SuppressWarnings("NullAway.Init")
    CurrentCaller current;

    /**
     * What happened meanwhile.
     *
     * @param sequence of the entry of history
     */
    public record Event(long sequence, Instant at, String action, String subject, String actor) {
        static Event of(HistoryEntry entry) {
            return new Event(
                    entry.entry().sequence(),
                    entry.entry().at(),
                    entry.entry().action(),
                    entry.entry().subject(),
                    entry.entry().actor().name());
        }
    }

    /**
     * The history with what happened meanwhile.
     *
     * @param events for those who may read history; else none
     */
    public record Answer(SatisfactionHistory history, List<Event> events) {}

    @Operation(summary = "How satisfaction went over months, quarters or years, and what happened meanwhile.")
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Answer json(
            @PathParam("ws") String path,
            @QueryParam("questionnaire") @DefaultValue("") String questionnaire,
            @QueryParam("grain") @DefaultValue("month") String grain,
            @QueryParam("calendar") @DefaultValue("gregorian") String calendar,
            @BeanParam SelectionParameters parameters) {
        Caller caller = current.caller();
        WorkspaceId workspace = WorkspacePath.resolve(caller, path);
        SatisfactionHistory found =
                histories.of(caller, workspace, question(questionnaire, grain, calendar, parameters));
        return new Answer(found, events(caller, workspace, found.periods()));
    }

    private List<Event> events(Caller caller, WorkspaceId workspace, List<Period> periods) {
        if (periods.isEmpty() || !caller.may(workspace, Permission.HISTORY_READ)) {
            return List.of();
        }
        Instant to = periods.get(periods.size() - 1).to();
        return history.milestones(caller, workspace, periods.get(0).from(), to).stream()
                .map(Event::of)
                .toList();
    }

    /** Every point of every line as a table. */
    @Operation(summary = "Every point of every line as a table.")
    @GET
    @Produces(CSV + ";qs=0.5")
    public Response csv(
            @PathParam("ws") String path,
            @QueryParam("questionnaire") @DefaultValue("") String questionnaire,
            @QueryParam("grain") @DefaultValue("month") String grain,
            @QueryParam("calendar") @DefaultValue("gregorian") String calendar,
            @QueryParam("language") @DefaultValue("en") String language,
            @BeanParam SelectionParameters parameters) {
        Caller caller = current.caller();
        SatisfactionHistory found = histories.of(
                caller, WorkspacePath.resolve(caller, path), question(questionnaire, grain, calendar, parameters));
        StreamingOutput table = output -> InsightFiles.csv(SatisfactionTable.of(found, language), output);
        return Response.ok(table)
                .type(CSV)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"satisfaction-history.csv\"")
                .build();
    }

    private static HistoryQuestion question(
            String questionnaire, String grain, String calendar, SelectionParameters parameters) {
        if (questionnaire.isBlank()) {
            throw new Problem(ErrorCode.MALFORMED_PARAMETER, "questionnaire", questionnaire);
        }
        Selection selection = parameters.selection();
        if (selection.asOf().isPresent()) {
            throw new Problem(
                    ErrorCode.MALFORMED_PARAMETER, "asOf", selection.asOf().get());
        }
        return new HistoryQuestion(
                questionnaire,
                HistoryGrain.of(grain),
                HistoryCalendar.of(calendar),
                selection.from(),
                selection.to(),
                selection.segment());
    }
}
