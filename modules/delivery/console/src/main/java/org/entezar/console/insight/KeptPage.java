package org.entezar.console.insight;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.entezar.console.Place;
import org.entezar.console.Visitor;
import org.entezar.console.past.CauseWords;
import org.entezar.insight.KeptInsight;
import org.entezar.insight.KeptInsights;
import org.entezar.insight.Recomputation;
import org.jspecify.annotations.Nullable;

/** One kept insight, computed again when the address asks {@code ?recompute}. In views: {@code keptPage}. */
@Named
@RequestScoped
public class KeptPage {

    @Inject
    @SuppressWarnings("NullAway.Init")
    KeptInsights insights;

    @Inject
    @SuppressWarnings("NullAway.Init")
    KeptFacts facts;

    @Inject
    @SuppressWarnings("NullAway.Init")
    CauseWords words;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Printer printer;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Visitor visitor;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Place place;

    @Inject
    @SuppressWarnings("NullAway.Init")
    HttpServletRequest request;

    private @Nullable KeptInsight kept;
    private @Nullable Recomputation again;
    private @Nullable List<List<TableView.Shown>> rows;
    private @Nullable List<KeptFacts.Fact> facted;

    private KeptInsight kept() {
        if (kept == null) {
            kept = insights.get(visitor.getCaller(), place.getWorkspaceId(), KeptPages.id(place));
        }
        return kept;
    }

    public String getMethod() {
        return facts.method(kept());
    }

    public String getCampaign() {
        return facts.campaign(kept());
    }

    public String getFinding() {
        return facts.findings(kept()).get(0);
    }

    public List<String> getFurther() {
        List<String> all = facts.findings(kept());
        return all.subList(1, all.size());
    }

    public List<String> getNotices() {
        return facts.notices(kept());
    }

    public List<KeptFacts.Fact> getFacts() {
        if (facted == null) {
            facted = facts.facts(kept());
        }
        return facted;
    }

    public List<TableView.Head> getHeads() {
        return facts.heads(kept());
    }

    public List<List<TableView.Shown>> getRows() {
        if (rows == null) {
            rows = facts.rows(kept());
        }
        return rows;
    }

    /** The entry of history that keeps it. */
    public CauseWords.Entry getEntry() {
        return words.entry(kept().kept());
    }

    /** Whether a browser is there that prints. */
    public boolean isPrintable() {
        return printer.isThere();
    }

    /** The same question to the responses as of that time, on the page of insights. */
    public String getThen() {
        return place.to("insights", kept().campaign(), kept().insight().method().key()) + "?asOf="
                + kept().asOf().truncatedTo(ChronoUnit.MICROS);
    }

    /** Whether it was asked to be computed again. */
    public boolean isRecomputed() {
        return request.getParameter("recompute") != null;
    }

    private Recomputation again() {
        if (again == null) {
            again = insights.recompute(visitor.getCaller(), place.getWorkspaceId(), kept().id());
        }
        return again;
    }

    public boolean isEqual() {
        return again().equal();
    }

    /** Why it is not equal, in words. */
    public List<CauseWords.Line> getCauses() {
        Map<String, String> none = new HashMap<>();
        return words.lines(again().causes(), none);
    }
}
