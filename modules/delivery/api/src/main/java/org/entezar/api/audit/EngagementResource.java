package org.entezar.api.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.entezar.api.Created;
import org.entezar.api.Page;
import org.entezar.api.WorkspacePath;
import org.entezar.audit.Engagement;
import org.entezar.audit.EngagementId;
import org.entezar.audit.Engagements;
import org.entezar.audit.Invitation;
import org.entezar.audit.Remark;
import org.entezar.audit.RemarkId;
import org.entezar.identity.CurrentCaller;
import org.entezar.kernel.WorkspaceId;

/** Outside auditors: invited for a time, with what they ask and find and what is answered. */
@Path("/workspaces/{ws}/engagements")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class EngagementResource {

    @Inject
    @SuppressWarnings("NullAway.Init")
    Engagements engagements;

    @Inject
    @SuppressWarnings("NullAway.Init")
    CurrentCaller current;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Clock clock;

    /** An engagement and where it stands now. */
    public record EngagementView(Engagement engagement, Engagement.State state) {}

    /** What an auditor writes: a question or a finding, and the entry that it concerns. */
    public record RemarkRequest(Remark.Kind kind, Optional<Long> entry, String text) {}

    /** What an owner answers. */
    public record AnswerRequest(String text) {}

    /** Where a finding stands. */
    public record StatusRequest(Remark.Status status) {}

    /**
     * Whom to invite.
     *
     * @param startsAt now when absent
     * @param checkpointsByMail whether checkpoints are mailed to the auditor; they are when absent
     */
    public record EngagementRequest(
            String login,
            String purpose,
            Engagement.Scope scope,
            Optional<Instant> startsAt,
            Instant endsAt,
            Optional<Boolean> checkpointsByMail) {}

    @Operation(summary = "Engagements, those that end last first.")
    @GET
    public Page<EngagementView> list(@PathParam("ws") String path) {
        return new Page<>(
                engagements.list(current.caller(), workspace(path)).stream()
                        .map(this::view)
                        .toList(),
                Optional.empty());
    }

    @Operation(summary = "Invites an outside auditor for a time.")
    @POST
    public Response invite(@PathParam("ws") String path, EngagementRequest request) {
        Engagement made = engagements.invite(
                current.caller(),
                workspace(path),
                new Invitation(
                        request.login(),
                        request.purpose(),
                        request.scope(),
                        request.startsAt().orElseGet(clock::instant),
                        request.endsAt(),
                        request.checkpointsByMail().orElse(true)));
        return Created.at("/api/v1/workspaces/" + path + "/engagements/" + made.id(), view(made))
                .response();
    }

    @Operation(summary = "One engagement.")
    @GET
    @Path("{engagement}")
    public EngagementView get(@PathParam("ws") String path, @PathParam("engagement") String engagement) {
        return view(engagements.get(current.caller(), workspace(path), id(engagement)));
    }

    @Operation(summary = "Ends an engagement at once.")
    @POST
    @Path("{engagement}/end")
    @Consumes(MediaType.WILDCARD)
    public EngagementView end(@PathParam("ws") String path, @PathParam("engagement") String engagement) {
        return view(engagements.end(current.caller(), workspace(path), id(engagement)));
    }

    @Operation(summary = "Questions, findings and answers, in the order in which they were written.")
    @GET
    @Path("{engagement}/remarks")
    public Page<Remark> remarks(@PathParam("ws") String path, @PathParam("engagement") String engagement) {
        return new Page<>(engagements.remarks(current.caller(), workspace(path), id(engagement)), Optional.empty());
    }

    @Operation(summary = "Asks a question or states a finding, as the engagement's own auditor.")
    @POST
    @Path("{engagement}/remarks")
    public Response remark(
            @PathParam("ws") String path, @PathParam("engagement") String engagement, RemarkRequest request) {
        Remark made = engagements.remark(
                current.caller(), workspace(path), id(engagement), request.kind(), request.entry(), request.text());
        return Created.at("/api/v1/workspaces/" + path + "/engagements/" + made.engagement() + "/remarks", made)
                .response();
    }

    @Operation(summary = "Answers a question or a finding, as an owner.")
    @POST
    @Path("remarks/{remark}/answers")
    public Response answer(@PathParam("ws") String path, @PathParam("remark") String remark, AnswerRequest request) {
        Remark made = engagements.answer(
                current.caller(), workspace(path), new RemarkId(WorkspacePath.id(remark)), request.text());
        return Created.at("/api/v1/workspaces/" + path + "/engagements/" + made.engagement() + "/remarks", made)
                .response();
    }

    @Operation(summary = "Says where a finding stands, as the engagement's own auditor.")
    @PATCH
    @Path("remarks/{remark}")
    @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
    public Remark judge(@PathParam("ws") String path, @PathParam("remark") String remark, StatusRequest request) {
        return engagements.judge(
                current.caller(), workspace(path), new RemarkId(WorkspacePath.id(remark)), request.status());
    }

    private EngagementView view(Engagement engagement) {
        return new EngagementView(engagement, engagement.state(clock.instant()));
    }

    private static EngagementId id(String engagement) {
        return new EngagementId(WorkspacePath.id(engagement));
    }

    private WorkspaceId workspace(String path) {
        return WorkspacePath.resolve(current.caller(), path);
    }
}
