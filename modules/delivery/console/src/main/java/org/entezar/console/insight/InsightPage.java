package org.entezar.console.insight;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.entezar.collection.Campaign;
import org.entezar.collection.Campaigns;
import org.entezar.console.Format;
import org.entezar.console.Place;
import org.entezar.console.Text;
import org.entezar.console.Visitor;
import org.entezar.insight.Insight;
import org.entezar.insight.InsightMethod;
import org.entezar.insight.InsightTable;
import org.entezar.insight.Insights;
import org.entezar.kernel.Caller;
import org.entezar.kernel.WorkspaceId;
import org.jspecify.annotations.Nullable;

/** One method over one campaign. In views: {@code insightPage}. */
@Named
@RequestScoped
public class InsightPage {

    @Inject
    @SuppressWarnings("NullAway.Init")
    Insights insights;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Campaigns campaigns;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Visitor visitor;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Place place;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Text text;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Format format;

    @Inject
    @SuppressWarnings("NullAway.Init")
    SelectionBar bar;

    @Inject
    @SuppressWarnings("NullAway.Init")
    InsightDifference difference;

    private @Nullable Insight insight;
    private @Nullable Campaign campaign;
    private @Nullable InsightTable table;
    private @Nullable List<Tab> tabs;
    private @Nullable List<Chart> charts;
    private @Nullable List<TableView.Head> heads;
    private @Nullable List<List<TableView.Shown>> rows;

    /**
     * A method that the page leads to.
     *
     * @param label its name
     * @param address of its page, the selection kept
     * @param current whether this is it
     */
    public record Tab(String label, String address, boolean current) {}

    public Insight getInsight() {
        if (insight == null) {
            insight = difference.isAsked()
                    ? difference.comparison().then()
                    : insights.compute(
                            caller(), workspace(), InsightPages.campaign(place), method(), bar.getSelection());
        }
        return insight;
    }

    public Campaign getCampaign() {
        if (campaign == null) {
            campaign = campaigns.get(caller(), workspace(), InsightPages.campaign(place));
        }
        return campaign;
    }

    private InsightMethod method() {
        return InsightMethod.of(place.parameter("method"));
    }

    private Caller caller() {
        return visitor.getCaller();
    }

    private WorkspaceId workspace() {
        return place.getWorkspaceId();
    }

    private Wording words() {
        return new Wording(visitor.getLanguage());
    }

    public String getName() {
        return text.get("insight.method." + method().key());
    }

    public String getLead() {
        return text.get("insight.lead." + method().key());
    }

    /** The methods of this campaign's questionnaire. */
    public List<Tab> getTabs() {
        if (tabs == null) {
            tabs = insights.methods(caller(), workspace(), InsightPages.campaign(place)).stream()
                    .map(method -> new Tab(
                            text.get("insight.method." + method.key()),
                            place.to("insights", getCampaign().id(), method.key()) + bar.getQuery(),
                            method == method()))
                    .toList();
        }
        return tabs;
    }

    /** The finding first. */
    public String getFinding() {
        return findings().get(0);
    }

    /** What else is to be said about it. */
    public List<String> getFurther() {
        List<String> all = findings();
        return all.subList(1, all.size());
    }

    private List<String> findings() {
        return new Findings(words()).of(getInsight());
    }

    /** Whether there are figures to show. */
    public boolean isShown() {
        return getInsight().result().isPresent() && getInsight().reason().isEmpty();
    }

    /** Responses in the selection; null where they may not be told. */
    public @Nullable Long getN() {
        return getInsight().n().isPresent() ? getInsight().n().getAsLong() : null;
    }

    /** What to know besides, in words. */
    public List<String> getNotices() {
        return getInsight().warnings().stream()
                .map(notice ->
                        words().notice(notice.code().name(), notice.subject().orElse("")))
                .distinct()
                .toList();
    }

    public List<Chart> getCharts() {
        if (charts == null) {
            charts = isShown() ? new Charts(words()).of(getInsight()) : List.of();
        }
        return charts;
    }

    private InsightTable table() {
        if (table == null) {
            table = InsightTable.of(getInsight(), visitor.getTag());
        }
        return table;
    }

    public List<TableView.Head> getHeads() {
        if (heads == null) {
            heads = view().heads(getInsight().method(), table());
        }
        return heads;
    }

    public List<List<TableView.Shown>> getRows() {
        if (rows == null) {
            rows = view().rows(getInsight().method(), table());
        }
        return rows;
    }

    private TableView view() {
        Map<String, String> categories = new HashMap<>();
        insights.categoryNames(caller(), workspace())
                .forEach((key, name) -> categories.put(key, words().own(name, key)));
        return new TableView(text, format, words(), categories);
    }

    /** Where the table lies as a file: {@code csv} or {@code xlsx}. */
    public String file(String ending) {
        return place.getHere() + "/table." + ending + bar.getQuery();
    }

    /** First digits of the fingerprint, enough to compare by eye. */
    public String getFingerprint() {
        return getInsight().fingerprint().map(name -> name.substring(0, 16)).orElse("");
    }
}
