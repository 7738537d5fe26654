package org.entezar.console.insight;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.entezar.console.Format;
import org.entezar.console.Place;
import org.entezar.console.Text;
import org.entezar.console.Visitor;
import org.entezar.console.past.CauseWords;
import org.entezar.insight.Insight;
import org.entezar.insight.InsightComparison;
import org.entezar.insight.InsightMethod;
import org.entezar.insight.InsightTable;
import org.entezar.insight.Insights;
import org.jspecify.annotations.Nullable;

/** How a figure of the past differs from today's, and why. In views: {@code insightDifference}. */
@Named
@RequestScoped
public class InsightDifference {

    @Inject
    @SuppressWarnings("NullAway.Init")
    Insights insights;

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
    CauseWords words;

    @Inject
    @SuppressWarnings("NullAway.Init")
    SelectionBar bar;

    private @Nullable InsightComparison comparison;
    private @Nullable List<CauseWords.Line> causes;
    private @Nullable List<FigurePairs.Pair> pairs;

    /** Whether the page is about the past at all. */
    public boolean isAsked() {
        return bar.getSelection().asOf().isPresent();
    }

    InsightComparison comparison() {
        if (comparison == null) {
            comparison = insights.compare(
                    visitor.getCaller(),
                    place.getWorkspaceId(),
                    InsightPages.campaign(place),
                    InsightMethod.of(place.parameter("method")),
                    bar.getSelection());
        }
        return comparison;
    }

    public boolean isEqual() {
        return comparison().equal();
    }

    /** What happened since, in words. */
    public List<CauseWords.Line> getCauses() {
        if (causes == null) {
            causes = words.lines(comparison().causes(), names());
        }
        return causes;
    }

    private Map<String, String> names() {
        Wording wording = new Wording(visitor.getLanguage());
        Map<String, String> names = new HashMap<>();
        insights.categoryNames(visitor.getCaller(), place.getWorkspaceId())
                .forEach((key, name) -> names.put(key, wording.own(name, key)));
        return names;
    }

    /** Today's finding. */
    public String getToday() {
        return new Findings(new Wording(visitor.getLanguage()))
                .of(comparison().now())
                .get(0);
    }

    /** The main figures that are not the same, then and now; the largest tables are cut. */
    public List<FigurePairs.Pair> getPairs() {
        if (pairs == null) {
            Insight then = comparison().then();
            pairs = FigurePairs.differing(
                    then.method(),
                    InsightTable.of(then, visitor.getTag()),
                    InsightTable.of(comparison().now(), visitor.getTag()),
                    new TableView(text, format, new Wording(visitor.getLanguage()), names()));
        }
        return pairs;
    }
}
