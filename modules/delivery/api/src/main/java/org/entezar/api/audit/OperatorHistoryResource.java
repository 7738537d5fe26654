package org.entezar.api.audit;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.entezar.api.Page;
import org.entezar.audit.History;
import org.entezar.audit.HistoryFilter;
import org.entezar.audit.HistoryPage;
import org.entezar.identity.CurrentCaller;
import org.entezar.kernel.WorkspaceId;
import org.entezar.platform.tenancy.Installation;
import org.jspecify.annotations.Nullable;

/** What operators did, chained as the history of a workspace is. */
@Path("/operator/history")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class OperatorHistoryResource {

    @Inject
    @SuppressWarnings("NullAway.Init")
    History history;

    @Inject
    @SuppressWarnings("NullAway.Init")
    CurrentCaller current;

    @Operation(summary = "The operators' acts, the newest first; for operators.")
    @GET
    public Page<EntryView> entries(
            @QueryParam("after") @Nullable String after, @QueryParam("limit") @Nullable String limit) {
        HistoryPage page = history.entries(
                Installation.operating(current.caller()),
                WorkspaceId.INSTALLATION,
                HistoryFilter.ALL,
                HistoryResource.number("after", after),
                Page.limit(limit));
        return new Page<>(
                page.entries().stream().map(EntryView::of).toList(), page.next().map(String::valueOf));
    }
}
