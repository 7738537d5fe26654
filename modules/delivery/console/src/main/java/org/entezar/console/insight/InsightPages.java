package org.entezar.console.insight;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.entezar.collection.CampaignId;
import org.entezar.console.Action;
import org.entezar.console.Area;
import org.entezar.console.Page;
import org.entezar.console.PageSource;
import org.entezar.console.Place;
import org.entezar.console.Visitor;
import org.entezar.insight.Insight;
import org.entezar.insight.InsightFiles;
import org.entezar.insight.InsightMethod;
import org.entezar.insight.InsightTable;
import org.entezar.insight.Insights;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Permission;
import org.entezar.kernel.Problem;

/** The pages about insights, and their tables as files. */
@ApplicationScoped
public class InsightPages implements PageSource {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    @Inject
    @SuppressWarnings("NullAway.Init")
    Insights insights;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Visitor visitor;

    @Inject
    @SuppressWarnings("NullAway.Init")
    SelectionBar bar;

    @Override
    public List<Page> pages() {
        return List.of(
                new Page("insights", "/console/insight/list.xhtml", Permission.INSIGHT_READ, Area.INSIGHT),
                new Page(
                        "insights/{campaign}/{method}",
                        "/console/insight/insight.xhtml",
                        Permission.INSIGHT_READ,
                        Area.INSIGHT));
    }

    @Override
    public List<Action> actions() {
        return List.of(
                new Action("insights/{campaign}", Set.of("GET", "HEAD"), Permission.INSIGHT_READ, this::first),
                new Action(
                        "insights/{campaign}/{method}/table.csv",
                        Set.of("GET", "HEAD"),
                        Permission.INSIGHT_READ,
                        this::csv),
                new Action(
                        "insights/{campaign}/{method}/table.xlsx",
                        Set.of("GET", "HEAD"),
                        Permission.INSIGHT_READ,
                        this::xlsx));
    }

    /** Leads a campaign's address to the first method that its questionnaire asks for. */
    private void first(Place place, HttpServletRequest request, HttpServletResponse response) throws IOException {
        CampaignId campaign = campaign(place);
        InsightMethod method = insights.methods(visitor.getCaller(), place.getWorkspaceId(), campaign).stream()
                .findFirst()
                .orElseThrow(() -> new Problem(ErrorCode.NOT_FOUND));
        String query = request.getQueryString();
        response.sendRedirect(place.to("insights", campaign, method.key()) + (query == null ? "" : "?" + query));
    }

    private void csv(Place place, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Insight insight = compute(place);
        answer(response, insight, "text/csv; charset=UTF-8", "csv");
        InsightFiles.csv(InsightTable.of(insight, visitor.getTag()), response.getOutputStream());
    }

    private void xlsx(Place place, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Insight insight = compute(place);
        answer(response, insight, XLSX, "xlsx");
        InsightFiles.xlsx(insight, InsightTable.of(insight, visitor.getTag()), response.getOutputStream());
    }

    private Insight compute(Place place) {
        return insights.compute(
                visitor.getCaller(),
                place.getWorkspaceId(),
                campaign(place),
                InsightMethod.of(place.parameter("method")),
                bar.getSelection());
    }

    private static void answer(HttpServletResponse response, Insight insight, String type, String ending) {
        response.setContentType(type);
        response.setHeader(
                "Content-Disposition",
                "attachment; filename=\"" + insight.method().key() + "." + ending + "\"");
    }

    /** The campaign of the address; what is no id names none. */
    static CampaignId campaign(Place place) {
        try {
            return CampaignId.parse(place.parameter("campaign"));
        } catch (Problem malformed) {
            throw new Problem(ErrorCode.NOT_FOUND, place.parameter("campaign"));
        }
    }
}
