package org.entezar.console.campaigns;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.entezar.collection.CampaignChange.Step;
import org.entezar.collection.CampaignId;
import org.entezar.collection.Campaigns;
import org.entezar.collection.PublicAddress;
import org.entezar.collection.QrCode;
import org.entezar.console.Action;
import org.entezar.console.Area;
import org.entezar.console.Doing;
import org.entezar.console.Page;
import org.entezar.console.PageSource;
import org.entezar.console.Place;
import org.entezar.console.Visitor;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Permission;
import org.entezar.kernel.Problem;

/** Where the campaigns are and their QR codes. */
@ApplicationScoped
public class CampaignPages implements PageSource {

    private static final Set<String> READS = Set.of("GET", "HEAD");
    private static final int QR_PIXELS = 1_200;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Campaigns campaigns;

    @Inject
    @SuppressWarnings("NullAway.Init")
    PublicAddress address;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Visitor visitor;

    @Inject
    @SuppressWarnings("NullAway.Init")
    CampaignSteps steps;

    @Inject
    @SuppressWarnings("NullAway.Init")
    CampaignEvents events;

    @Override
    public List<Page> pages() {
        return List.of(
                page("campaigns", "list", Permission.CAMPAIGN_READ),
                page("campaigns/new", "create", Permission.CAMPAIGN_RUN),
                page("campaigns/{campaign}", "campaign", Permission.CAMPAIGN_READ),
                page("campaigns/{campaign}/sheet", "sheet", Permission.CAMPAIGN_READ));
    }

    @Override
    public List<Doing> doings() {
        return List.of(new Doing("campaigns.new", "add", "campaigns/new", Permission.CAMPAIGN_RUN));
    }

    private static Page page(String path, String view, Permission permission) {
        return new Page(path, "/console/campaigns/" + view + ".xhtml", permission, Area.CAMPAIGNS);
    }

    @Override
    public List<Action> actions() {
        return List.of(
                step(CampaignSteps.PAUSE, Step.PAUSE),
                step(CampaignSteps.RESUME, Step.RESUME),
                new Action("campaigns/{campaign}/qr.svg", READS, Permission.CAMPAIGN_READ, this::drawing),
                new Action("campaigns/{campaign}/qr.png", READS, Permission.CAMPAIGN_READ, this::picture),
                new Action("campaigns/{campaign}/events", Set.of("GET"), Permission.CAMPAIGN_READ, events::serve));
    }

    private Action step(String path, Step step) {
        return new Action(
                "campaigns/{campaign}/" + path, Set.of("POST"), Permission.CAMPAIGN_RUN, (place, request, response) -> {
                    steps.take(campaign(place), step);
                    response.sendRedirect(place.to("campaigns", campaign(place)));
                });
    }

    private QrCode code(Place place) {
        return QrCode.of(address.of(campaigns.get(visitor.getCaller(), place.getWorkspaceId(), campaign(place))));
    }

    private void drawing(Place place, HttpServletRequest request, HttpServletResponse response) throws IOException {
        byte[] svg = code(place).svg().getBytes(StandardCharsets.UTF_8);
        response.setContentType("image/svg+xml");
        response.getOutputStream().write(svg);
    }

    private void picture(Place place, HttpServletRequest request, HttpServletResponse response) throws IOException {
        byte[] png = code(place).png(QR_PIXELS);
        response.setContentType("image/png");
        response.getOutputStream().write(png);
    }

    /** The campaign of the address; what is no id names none. */
    public static CampaignId campaign(Place place) {
        try {
            return CampaignId.parse(place.parameter("campaign"));
        } catch (Problem malformed) {
            throw new Problem(ErrorCode.NOT_FOUND, place.parameter("campaign"));
        }
    }
}
