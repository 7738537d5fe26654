package org.entezar.api.operator;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.entezar.api.Page;
import org.entezar.identity.CurrentCaller;
import org.entezar.kernel.WorkspaceId;
import org.entezar.platform.health.Finding;
import org.entezar.platform.health.Health;
import org.entezar.platform.jobs.Jobs;
import org.entezar.platform.jobs.QueuedJob;
import org.entezar.workspace.BreakGlass;
import org.entezar.workspace.WorkspaceDirectory;

/** The installation as a whole, for operators. */
@Path("/operator")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class OperatorResource {

    @Inject
    @SuppressWarnings("NullAway.Init")
    WorkspaceDirectory directory;

    @Inject
    @SuppressWarnings("NullAway.Init")
    BreakGlass breakGlass;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Jobs jobs;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Health health;

    @Inject
    @SuppressWarnings("NullAway.Init")
    CurrentCaller current;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Clock clock;

    @Operation(summary = "How the parts of the installation are; for operators.")
    @GET
    @Path("health")
    public Page<Finding> health() {
        return new Page<>(health.check(current.caller()), Optional.empty());
    }

    @Operation(summary = "Jobs of all workspaces that wait, run or were asked for within a day; for operators.")
    @GET
    @Path("jobs")
    public Page<QueuedJob> jobs() {
        Map<String, WorkspaceId> workspaces = new LinkedHashMap<>();
        directory.list(current.caller()).forEach(one -> workspaces.put(one.alias(), one.id()));
        return new Page<>(jobs.queue(current.caller(), workspaces), Optional.empty());
    }

    @Operation(summary = "Requests of operators to look into workspaces, the newest first; for operators.")
    @GET
    @Path("access")
    public Page<AccessView> access() {
        return new Page<>(
                breakGlass.all(current.caller()).stream()
                        .map(one -> AccessView.of(one, clock.instant()))
                        .toList(),
                Optional.empty());
    }
}
