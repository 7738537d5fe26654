package org.entezar.insight.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.entezar.insight.Absence;
import org.entezar.insight.Cell;
import org.entezar.insight.CesResult;
import org.entezar.insight.CsatResult;
import org.entezar.insight.Estimate;
import org.entezar.insight.InsightMethod;
import org.entezar.insight.InsightResult;
import org.entezar.insight.KanoResult;
import org.entezar.insight.NpsResult;
import org.entezar.insight.Proportion;
import org.entezar.insight.ServqualResult;
import org.entezar.insight.Spread;
import org.entezar.insight.ZoneResult;
import org.entezar.kernel.LocalizedText;

/** Lays the figures of each method out in rows and columns. */
public final class TableRows {

    private static final List<String> KANO_CLASSES = List.of("M", "O", "A", "I", "R", "Q");

    private TableRows() {}

    /** Stable names of the columns. */
    public static List<String> columns(InsightMethod method) {
        String names =
                switch (method) {
                    case SERVQUAL ->
                        "level key name category n expected expected.sd perceived perceived.sd gap gap.low gap.high"
                                + " weight share reason";
                    case ZONE ->
                        "key name category n minimum desired perceived adequacy adequacy.low adequacy.high"
                                + " adequacy.judgement superiority superiority.low superiority.high"
                                + " superiority.judgement position position.low position.high below within above"
                                + " incomplete inverted reason";
                    case KANO ->
                        "key name category n M O A I R Q class second tier clear better better.low better.high worse"
                                + " worse.low worse.high total.strength category.strength reason";
                    case NPS -> "key name n promoters passives detractors score score.low score.high reason";
                    case CSAT -> "key name n satisfied satisfied.low satisfied.high mean mean.low mean.high reason";
                    case CES -> "key name n mean mean.low mean.high agree agree.low agree.high reason";
                };
        return List.of(names.split(" "));
    }

    /** Rows of a result, as many cells as its method has columns. */
    public static List<List<Cell>> rows(InsightResult result, String language) {
        if (result instanceof ServqualResult servqual) {
            return servqual(servqual, language);
        }
        if (result instanceof ZoneResult zone) {
            return zone.items().stream().map(item -> zone(item, language)).toList();
        }
        if (result instanceof KanoResult kano) {
            return kano.items().stream().map(item -> kano(item, language)).toList();
        }
        if (result instanceof NpsResult nps) {
            return nps.items().stream().map(item -> nps(item, language)).toList();
        }
        if (result instanceof CsatResult csat) {
            return csat.items().stream().map(item -> csat(item, language)).toList();
        }
        return ((CesResult) result)
                .items().stream().map(item -> ces(item, language)).toList();
    }

    private static List<List<Cell>> servqual(ServqualResult result, String language) {
        List<List<Cell>> rows = new ArrayList<>();
        result.items()
                .forEach(item -> rows.add(new Row()
                        .code("item")
                        .code(item.key())
                        .words(item.text(), language)
                        .code(item.category().orElse(""))
                        .count(item.n())
                        .spread(item.expected())
                        .spread(item.perceived())
                        .estimate(item.gap())
                        .empty(2)
                        .reason(item.gap().reason())));
        result.categories()
                .forEach(category -> rows.add(new Row()
                        .code("category")
                        .code(category.key())
                        .words(category.name(), language)
                        .code(category.parent().orElse(""))
                        .count(category.n())
                        .spread(category.expected())
                        .spread(category.perceived())
                        .estimate(category.gap())
                        .number(category.weight())
                        .number(category.share())
                        .reason(category.gap().reason())));
        ServqualResult.Overall overall = result.overall();
        rows.add(overall(overall, "overall-unweighted", overall.unweighted()));
        rows.add(overall(overall, "overall-weighted", overall.weighted()));
        return rows;
    }

    private static List<Cell> overall(ServqualResult.Overall overall, String level, Estimate gap) {
        return new Row()
                .code(level)
                .empty(3)
                .count(gap.n())
                .spread(overall.expected())
                .spread(overall.perceived())
                .estimate(gap)
                .empty(2)
                .reason(gap.reason());
    }

    private static List<Cell> zone(ZoneResult.ItemZone item, String language) {
        Row row = new Row()
                .code(item.key())
                .words(item.text(), language)
                .code(item.category().orElse(""))
                .count(item.n())
                .number(item.minimum())
                .number(item.desired())
                .number(item.perceived())
                .estimate(item.adequacy().estimate())
                .code(item.adequacy().judgement())
                .estimate(item.superiority().estimate())
                .code(item.superiority().judgement())
                .number(item.position())
                .number(item.positionRange().low())
                .number(item.positionRange().high());
        item.respondents()
                .ifPresentOrElse(
                        people -> row.count(people.below())
                                .count(people.within())
                                .count(people.above())
                                .count(people.incomplete())
                                .count(people.inverted()),
                        () -> row.empty(5));
        return row.reason(item.adequacy().estimate().reason());
    }

    private static List<Cell> kano(KanoResult.ItemClass item, String language) {
        Row row = new Row()
                .code(item.key())
                .words(item.text(), language)
                .code(item.itemCategory().orElse(""))
                .count(item.n());
        KANO_CLASSES.forEach(one -> row.count(item.counts()
                .map(counts -> OptionalLong.of(counts.getOrDefault(one, 0L)))
                .orElse(OptionalLong.empty())));
        return row.code(item.category().orElse(""))
                .code(item.second().orElse(""))
                .code(item.tier().orElse(""))
                .code(item.clear().map(clear -> clear ? "yes" : "no").orElse(""))
                .proportion(item.better())
                .proportion(item.worse())
                .number(item.totalStrength())
                .number(item.categoryStrength())
                .reason(item.reason().or(() -> item.better().reason()));
    }

    private static List<Cell> nps(NpsResult.ItemScore item, String language) {
        Row row = new Row().code(item.key()).words(item.text(), language).count(item.n());
        item.counts()
                .ifPresentOrElse(
                        counts -> row.count(counts.promoters())
                                .count(counts.passives())
                                .count(counts.detractors()),
                        () -> row.empty(3));
        return row.proportion(item.score()).reason(item.score().reason());
    }

    private static List<Cell> csat(CsatResult.ItemSatisfaction item, String language) {
        return new Row()
                .code(item.key())
                .words(item.text(), language)
                .count(item.n())
                .proportion(item.satisfied())
                .estimate(item.mean())
                .reason(item.satisfied().reason());
    }

    private static List<Cell> ces(CesResult.ItemEase item, String language) {
        return new Row()
                .code(item.key())
                .words(item.text(), language)
                .count(item.n())
                .estimate(item.mean())
                .proportion(item.agree())
                .reason(item.mean().reason());
    }

    /** A row that grows from the left. */
    private static final class Row {
        private final List<Cell> cells = new ArrayList<>();

        Row code(String code) {
            cells.add(code.isEmpty() ? Cell.EMPTY : new Cell.Code(code));
            return this;
        }

        Row words(LocalizedText text, String language) {
            cells.add(text.isEmpty() ? Cell.EMPTY : new Cell.Text(text.best(language, "en")));
            return this;
        }

        Row count(long count) {
            cells.add(new Cell.Count(count));
            return this;
        }

        Row count(OptionalLong count) {
            cells.add(Cell.of(count));
            return this;
        }

        Row number(OptionalDouble number) {
            cells.add(Cell.of(number));
            return this;
        }

        Row spread(Spread spread) {
            return number(spread.mean()).number(spread.sd());
        }

        Row estimate(Estimate estimate) {
            return number(estimate.mean()).number(estimate.low()).number(estimate.high());
        }

        Row proportion(Proportion proportion) {
            return number(proportion.value()).number(proportion.low()).number(proportion.high());
        }

        Row empty(int times) {
            for (int i = 0; i < times; i++) {
                cells.add(Cell.EMPTY);
            }
            return this;
        }

        List<Cell> reason(Optional<Absence> reason) {
            return code(reason.map(Absence::name).orElse("")).cells;
        }
    }
}
