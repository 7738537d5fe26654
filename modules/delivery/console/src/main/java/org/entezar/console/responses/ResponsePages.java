package org.entezar.console.responses;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.entezar.collection.CampaignId;
import org.entezar.collection.ExportFormat;
import org.entezar.collection.ResponseConditions;
import org.entezar.collection.Responses;
import org.entezar.console.Action;
import org.entezar.console.Area;
import org.entezar.console.Doing;
import org.entezar.console.Page;
import org.entezar.console.PageSource;
import org.entezar.console.Place;
import org.entezar.console.Visitor;
import org.entezar.console.campaigns.CampaignPages;
import org.entezar.kernel.Permission;

/** Where single responses are: those of the workspace, of a campaign, each by itself, and as files. */
@ApplicationScoped
public class ResponsePages implements PageSource {

    @Inject
    @SuppressWarnings("NullAway.Init")
    Responses responses;

    @Inject
    @SuppressWarnings("NullAway.Init")
    ResponseList sought;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Visitor visitor;

    @Override
    public List<Page> pages() {
        return List.of(
                page("campaigns/responses", "workspace"),
                page("campaigns/{campaign}/responses", "campaign"),
                page("campaigns/{campaign}/responses/{response}", "response"));
    }

    @Override
    public List<Doing> doings() {
        return List.of(new Doing("responses.title", "table", "campaigns/responses", Permission.RESPONSE_READ));
    }

    private static Page page(String path, String view) {
        return new Page(path, "/console/responses/" + view + ".xhtml", Permission.RESPONSE_READ, Area.CAMPAIGNS);
    }

    @Override
    public List<Action> actions() {
        return List.of(file("csv", ExportFormat.CSV_FOR_EXCEL), file("xlsx", ExportFormat.XLSX));
    }

    private Action file(String ending, ExportFormat format) {
        return new Action(
                "campaigns/{campaign}/responses." + ending,
                Set.of("GET"),
                Permission.RESPONSE_READ,
                (place, request, response) -> export(place, format, response));
    }

    private void export(Place place, ExportFormat format, HttpServletResponse response) throws IOException {
        CampaignId campaign = CampaignPages.campaign(place);
        // Refused before anything is written.
        ResponseConditions filter = sought.filter();
        response.setContentType(format.mediaType());
        response.setHeader(
                "Content-Disposition", "attachment; filename=\"responses-" + campaign + "." + format.suffix() + "\"");
        responses.export(
                visitor.getCaller(), place.getWorkspaceId(), campaign, filter, format, response.getOutputStream());
    }
}
