package org.entezar.console.insight;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.entezar.collection.Campaigns;
import org.entezar.console.Format;
import org.entezar.console.Place;
import org.entezar.console.Text;
import org.entezar.console.Visitor;
import org.entezar.console.past.CauseWords;
import org.entezar.insight.InsightMethod;
import org.entezar.insight.InsightTable;
import org.entezar.insight.KeptInsight;
import org.entezar.insight.Selection;
import org.entezar.questionnaire.Category;
import org.entezar.questionnaire.CategoryTree;

/** What is to be said of a kept insight, in the reader's language: for the page and for the report. */
@RequestScoped
public class KeptFacts {

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

    /**
     * A fact.
     *
     * @param name what it is
     * @param value what it is said to be
     * @param code whether it is for machines, such as a hash
     */
    public record Fact(String name, String value, boolean code) {}

    private Wording words() {
        return new Wording(visitor.getLanguage());
    }

    String method(KeptInsight kept) {
        return text.get("insight.method." + kept.insight().method().key());
    }

    String campaign(KeptInsight kept) {
        return text.best(campaigns
                .get(visitor.getCaller(), place.getWorkspaceId(), kept.campaign())
                .name());
    }

    List<String> findings(KeptInsight kept) {
        return new Findings(words()).of(kept.insight());
    }

    List<String> notices(KeptInsight kept) {
        return kept.insight().warnings().stream()
                .map(notice ->
                        words().notice(notice.code().name(), notice.subject().orElse("")))
                .distinct()
                .toList();
    }

    private TableView view(KeptInsight kept) {
        Map<String, String> names = new HashMap<>();
        tree(kept).all().forEach(category -> names.put(category.key(), words().own(category.name(), category.key())));
        return new TableView(text, format, words(), names);
    }

    private static CategoryTree tree(KeptInsight kept) {
        return new CategoryTree(kept.parameters().categories());
    }

    List<TableView.Head> heads(KeptInsight kept) {
        return view(kept).heads(kept.insight().method(), InsightTable.of(kept.insight(), visitor.getTag()));
    }

    List<List<TableView.Shown>> rows(KeptInsight kept) {
        return view(kept).rows(kept.insight().method(), InsightTable.of(kept.insight(), visitor.getTag()));
    }

    /** What it was made of and with. */
    List<Fact> facts(KeptInsight kept) {
        List<Fact> facts = new ArrayList<>();
        Selection selection = kept.insight().selection();
        say(
                facts,
                "method",
                text.of("kept.versioned", method(kept), number(kept.insight().methodVersion())));
        say(
                facts,
                "questionnaire",
                text.of("kept.versioned", kept.questionnaire(), format.number(kept.questionnaireVersion())));
        say(facts, "asOf", format.dateTime(kept.asOf()));
        say(
                facts,
                "period",
                selection.from().isEmpty() && selection.to().isEmpty()
                        ? text.get("insight.period.all")
                        : text.of(
                                "insight.period.between",
                                selection.from().map(format::dateTime).orElse("…"),
                                selection.to().map(format::dateTime).orElse("…")));
        selection.segment().ifPresent(segment -> say(facts, "segment", segment));
        say(facts, "responses", format.number(kept.source().responses()));
        say(facts, "confidence", format.percent(kept.parameters().confidence(), 0));
        say(facts, "minimumGroup", format.number(kept.parameters().minimumGroup()));
        if (kept.insight().method() == InsightMethod.SERVQUAL) {
            say(
                    facts,
                    "points",
                    tree(kept).all().map(this::points).collect(Collectors.joining(text.get("frame.listSeparator"))));
        }
        say(
                facts,
                "by",
                text.of(
                        "kept.byAt",
                        CauseWords.person(kept.kept().actor()),
                        format.dateTime(kept.kept().at())));
        say(facts, "software", kept.software());
        facts.add(new Fact(text.get("kept.entry"), format.number(kept.kept().sequence()), false));
        facts.add(new Fact(text.get("kept.root"), kept.source().root(), true));
        kept.insight().fingerprint().ifPresent(name -> facts.add(new Fact(text.get("kept.fingerprint"), name, true)));
        return facts;
    }

    private String points(Category category) {
        return words().own(category.name(), category.key()) + " "
                + format.number(
                        category.weight(),
                        category.weight().stripTrailingZeros().scale() > 0 ? 2 : 0);
    }

    /** Versions are mostly numbers, and then in the reader's digits. */
    private String number(String version) {
        return version.matches("\\d{1,9}") ? format.number(Long.valueOf(version)) : version;
    }

    private void say(List<Fact> facts, String name, String value) {
        facts.add(new Fact(text.get("kept." + name), value, false));
    }
}
