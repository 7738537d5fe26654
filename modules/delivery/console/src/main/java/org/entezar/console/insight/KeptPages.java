package org.entezar.console.insight;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.entezar.console.Action;
import org.entezar.console.Area;
import org.entezar.console.Doing;
import org.entezar.console.Notices;
import org.entezar.console.Page;
import org.entezar.console.PageSource;
import org.entezar.console.Place;
import org.entezar.console.Text;
import org.entezar.console.Visitor;
import org.entezar.insight.InsightFiles;
import org.entezar.insight.InsightMethod;
import org.entezar.insight.InsightTable;
import org.entezar.insight.KeptInsight;
import org.entezar.insight.KeptInsightId;
import org.entezar.insight.KeptInsights;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Permission;
import org.entezar.kernel.Problem;

/** The pages about kept insights, and what of them can be taken home as files. */
@ApplicationScoped
public class KeptPages implements PageSource {

    private static final Set<String> READS = Set.of("GET", "HEAD");
    private static final String AT = "kept-insights/{insight}";

    @Inject
    @SuppressWarnings("NullAway.Init")
    KeptInsights kept;

    @Inject
    @SuppressWarnings("NullAway.Init")
    KeptProof proof;

    @Inject
    @SuppressWarnings("NullAway.Init")
    KeptReport report;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Printer printer;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Visitor visitor;

    @Inject
    @SuppressWarnings("NullAway.Init")
    SelectionBar bar;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Notices notices;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Text text;

    @Override
    public List<Page> pages() {
        return List.of(
                new Page("kept-insights", "/console/insight/kept-list.xhtml", Permission.RESPONSE_READ, Area.INSIGHT),
                new Page(AT, "/console/insight/kept.xhtml", Permission.RESPONSE_READ, Area.INSIGHT));
    }

    @Override
    public List<Doing> doings() {
        return List.of(new Doing("kept.title", "save", "kept-insights", Permission.RESPONSE_READ));
    }

    @Override
    public List<Action> actions() {
        return List.of(
                new Action("insights/{campaign}/{method}/keep", Set.of("POST"), Permission.INSIGHT_KEEP, this::keep),
                new Action(AT + "/table.csv", READS, Permission.RESPONSE_READ, this::csv),
                new Action(AT + "/proof.json", READS, Permission.RESPONSE_READ, this::proof),
                new Action(AT + "/report.html", READS, Permission.RESPONSE_READ, this::html),
                new Action(AT + "/report.pdf", READS, Permission.RESPONSE_READ, this::pdf));
    }

    private void keep(Place place, HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            KeptInsight made = kept.keep(
                    visitor.getCaller(),
                    place.getWorkspaceId(),
                    InsightPages.campaign(place),
                    InsightMethod.of(place.parameter("method")),
                    bar.getSelection());
            notices.done(text.get("kept.done"));
            response.sendRedirect(place.to("kept-insights", made.id()));
        } catch (Problem refused) {
            if (refused.code() != ErrorCode.STATE && refused.code() != ErrorCode.OVERLOADED) {
                throw refused;
            }
            notices.failed(text.problem(refused));
            response.sendRedirect(
                    place.to("insights", place.parameter("campaign"), place.parameter("method")) + bar.getQuery());
        }
    }

    private void csv(Place place, HttpServletRequest request, HttpServletResponse response) throws IOException {
        KeptInsight one = find(place);
        answer(response, one, "text/csv; charset=UTF-8", "csv");
        InsightFiles.csv(InsightTable.of(one.insight(), visitor.getTag()), response.getOutputStream());
    }

    private void proof(Place place, HttpServletRequest request, HttpServletResponse response) throws IOException {
        KeptInsight one = find(place);
        String document = proof.document(visitor.getCaller(), place.getWorkspaceId(), one);
        answer(response, one, "application/json", "proof.json");
        response.getOutputStream().write(document.getBytes(StandardCharsets.UTF_8));
    }

    private void html(Place place, HttpServletRequest request, HttpServletResponse response) throws IOException {
        KeptInsight one = find(place);
        String page = report.page(one);
        answer(response, one, "text/html; charset=UTF-8", "html");
        response.getOutputStream().write(page.getBytes(StandardCharsets.UTF_8));
    }

    private void pdf(Place place, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!printer.isThere()) {
            throw new Problem(ErrorCode.NOT_FOUND);
        }
        KeptInsight one = find(place);
        byte[] printed = printer.print(report.page(one));
        answer(response, one, "application/pdf", "pdf");
        response.getOutputStream().write(printed);
    }

    private KeptInsight find(Place place) {
        return kept.get(visitor.getCaller(), place.getWorkspaceId(), id(place));
    }

    /** The kept insight of the address; what is no id names none. */
    static KeptInsightId id(Place place) {
        try {
            return KeptInsightId.parse(place.parameter("insight"));
        } catch (Problem malformed) {
            throw new Problem(ErrorCode.NOT_FOUND, place.parameter("insight"));
        }
    }

    private static void answer(HttpServletResponse response, KeptInsight one, String type, String ending) {
        response.setContentType(type);
        response.setHeader(
                "Content-Disposition",
                "attachment; filename=\"" + one.insight().method().key() + "-"
                        + one.kept().sequence() + "." + ending + "\"");
    }
}
