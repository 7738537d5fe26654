package org.entezar.api.relationship;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.entezar.api.Created;
import org.entezar.api.Page;
import org.entezar.api.Preconditions;
import org.entezar.api.RepeatedRequests;
import org.entezar.api.WorkspacePath;
import org.entezar.api.insight.SelectionParameters;
import org.entezar.collection.ResponseId;
import org.entezar.identity.CurrentCaller;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Permission;
import org.entezar.kernel.Problem;
import org.entezar.kernel.Violation;
import org.entezar.kernel.WorkspaceId;
import org.entezar.relationship.Assignee;
import org.entezar.relationship.CaseFilter;
import org.entezar.relationship.CaseId;
import org.entezar.relationship.CasePage;
import org.entezar.relationship.CaseState;
import org.entezar.relationship.CaseStep;
import org.entezar.relationship.Cases;
import org.entezar.relationship.ServiceCase;
import org.entezar.relationship.WorkedCase;
import org.jspecify.annotations.Nullable;

/** Cases: complaints and recoveries being worked. Erasing what was written about one is for owners. */
@Path("/workspaces/{ws}/cases")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class CaseResource {

    @Inject
    @SuppressWarnings("NullAway.Init")
    Cases cases;

    @Inject
    @SuppressWarnings("NullAway.Init")
    RepeatedRequests requests;

    @Inject
    @SuppressWarnings("NullAway.Init")
    CurrentCaller current;

    @GET
    @Operation(
            summary =
                    "Cases, the newest first; narrowed by ?state= (one or several), ?mine=true, ?category=, ?response=.")
    public Page<CaseView> list(
            @PathParam("ws") String path,
            @QueryParam("state") List<String> states,
            @QueryParam("mine") boolean mine,
            @QueryParam("category") @Nullable String category,
            @QueryParam("response") @Nullable String response,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable String limit) {
        CaseFilter filter = new CaseFilter(
                states(states),
                mine,
                SelectionParameters.given(category),
                SelectionParameters.given(response).map(ResponseId::parse));
        CasePage page = cases.list(
                current.caller(),
                workspace(path),
                filter,
                SelectionParameters.given(after).map(CaseId::parse),
                Page.limit(limit));
        return new Page<>(
                page.cases().stream().map(CaseView::of).toList(), page.next().map(CaseId::toString));
    }

    private static Set<CaseState> states(List<String> names) {
        return names.stream()
                .map(name -> Arrays.stream(CaseState.values())
                        .filter(state -> state.name().equals(name))
                        .findFirst()
                        .orElseThrow(() -> new Problem(ErrorCode.MALFORMED_PARAMETER, "state", name)))
                .collect(Collectors.toSet());
    }

    @GET
    @Path("workers")
    @Operation(summary = "Members who may work cases, by name; one of them can be the assignee.")
    public Page<Assignee> workers(@PathParam("ws") String path) {
        return new Page<>(cases.workers(current.caller(), workspace(path)), Optional.empty());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Opens a case. What people wrote in it is sealed.")
    @APIResponseSchema(value = CaseView.class, responseCode = "201")
    public Response open(
            @PathParam("ws") String path,
            @HeaderParam(RepeatedRequests.HEADER) @Nullable String key,
            CaseRequest request) {
        return once(path, key, List.of("cases", request), () -> {
            ServiceCase made = cases.open(current.caller(), workspace(path), request.opened());
            return Created.at(address(path, made.id()));
        });
    }

    @GET
    @Path("{case}")
    @Operation(summary = "One case with what happened to it; its state stands in the ETag.")
    @APIResponseSchema(value = CaseView.class, responseCode = "200")
    public Response get(@PathParam("ws") String path, @PathParam("case") String id) {
        WorkedCase worked = cases.find(current.caller(), workspace(path), id(id));
        return Response.ok(CaseView.of(worked))
                .tag(new EntityTag(worked.facts().etag()))
                .build();
    }

    @PATCH
    @Path("{case}")
    @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
    @Operation(
            summary =
                    "Changes severity, category, assignee or due day, provided that the case is in the state of If-Match;"
                            + " an empty text takes away.")
    @APIResponseSchema(value = CaseView.class, responseCode = "200")
    public Response change(
            @PathParam("ws") String path,
            @PathParam("case") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            CaseRequest request) {
        String state = Preconditions.required(ifMatch);
        current.caller().requireWithSome(workspace(path), Permission.CASE_WORK);
        ServiceCase now = cases.find(current.caller(), workspace(path), id(id)).facts();
        return answer(cases.change(current.caller(), workspace(path), id(id), request.changed(now), state));
    }

    /**
     * A note that is to be added.
     *
     * @param text in somebody's own words
     */
    public record NoteRequest(Optional<String> text) {}

    @POST
    @Path("{case}/notes")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Adds a note to a case, sealed; answers the case.")
    @APIResponseSchema(value = CaseView.class, responseCode = "201")
    public Response note(
            @PathParam("ws") String path,
            @PathParam("case") String id,
            @HeaderParam(RepeatedRequests.HEADER) @Nullable String key,
            NoteRequest request) {
        return once(path, key, List.of("case-notes", id, request), () -> {
            cases.note(current.caller(), workspace(path), id(id), request.text().orElse(""));
            return Created.at(address(path, id(id)));
        });
    }

    /**
     * Where a case shall go.
     *
     * @param state OPEN reopens it
     * @param outcome what was done; wanted when it is resolved
     */
    public record StateRequest(Optional<CaseState> state, Optional<String> outcome) {}

    @POST
    @Path("{case}/state")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary =
                    "Takes a case to its next state, or reopens it (OPEN); to resolve it, the outcome tells what was done."
                            + " If-Match is optional.")
    @APIResponseSchema(value = CaseView.class, responseCode = "200")
    public Response progress(
            @PathParam("ws") String path,
            @PathParam("case") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            StateRequest request) {
        CaseState to =
                request.state().orElseThrow(() -> new Problem(List.of(Violation.at("/state", ErrorCode.REQUIRED))));
        return answer(cases.progress(
                current.caller(),
                workspace(path),
                id(id),
                new CaseStep(to, request.outcome()),
                Preconditions.optional(ifMatch)));
    }

    /**
     * Why the words of a case shall be erased.
     *
     * @param reason for history
     */
    public record ErasureRequest(Optional<String> reason) {}

    @POST
    @Path("{case}/erasure")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Erases what was written about a case by destroying its key, and closes it for good.")
    @APIResponseSchema(value = CaseView.class, responseCode = "200")
    public Response erase(@PathParam("ws") String path, @PathParam("case") String id, ErasureRequest request) {
        return answer(cases.erase(
                current.caller(), workspace(path), id(id), request.reason().orElse("")));
    }

    /** Creates once; what is kept for the next time holds no words, so each answer reads the case anew. */
    private Response once(String path, @Nullable String key, Object request, Supplier<Created> create) {
        Created created = requests.once(current.caller(), workspace(path), Permission.CASE_WORK, key, request, create);
        String location = created.location();
        if (!current.caller().mayWithSome(workspace(path), Permission.CASE_READ)) {
            return Response.created(URI.create(location)).build();
        }
        CaseId id = id(location.substring(location.lastIndexOf('/') + 1));
        WorkedCase worked = cases.find(current.caller(), workspace(path), id);
        return Created.at(location, CaseView.of(worked), worked.facts().etag()).response();
    }

    private static String address(String path, CaseId id) {
        return "/api/v1/workspaces/" + path + "/cases/" + id;
    }

    private static CaseId id(String id) {
        return new CaseId(WorkspacePath.id(id));
    }

    private WorkspaceId workspace(String path) {
        return WorkspacePath.resolve(current.caller(), path);
    }

    private static Response answer(ServiceCase one) {
        return Response.ok(CaseView.of(one)).tag(new EntityTag(one.etag())).build();
    }
}
