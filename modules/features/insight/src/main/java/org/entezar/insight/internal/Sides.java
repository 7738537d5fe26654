package org.entezar.insight.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.entezar.insight.CesResult;
import org.entezar.insight.CsatResult;
import org.entezar.insight.Estimate;
import org.entezar.insight.Insight;
import org.entezar.insight.InsightResult;
import org.entezar.insight.KanoResult;
import org.entezar.insight.NpsResult;
import org.entezar.insight.Proportion;
import org.entezar.insight.Selection;
import org.entezar.insight.ServqualResult;
import org.entezar.insight.SideBySide.Figure;
import org.entezar.insight.SideBySide.Level;
import org.entezar.insight.SideBySide.Side;
import org.entezar.insight.ZoneResult;
import org.entezar.kernel.LocalizedText;

/** Sets the main figures of two insights of one method side by side, and tells what two selections have in common. */
public final class Sides {

    private Sides() {}

    private record About(Level level, String key) {}

    private record Named(LocalizedText name, Side side) {}

    /** The figures that either side has. */
    public static List<Figure> figures(Insight first, Insight second) {
        Map<About, Named> ones = first.result().map(Sides::of).orElseGet(LinkedHashMap::new);
        Map<About, Named> others = second.result().map(Sides::of).orElseGet(LinkedHashMap::new);
        Map<About, Named> all = new LinkedHashMap<>(ones);
        others.forEach(all::putIfAbsent);
        List<Figure> figures = new ArrayList<>();
        all.forEach((about, named) -> figures.add(
                new Figure(about.level(), about.key(), named.name(), side(ones, about), side(others, about))));
        return figures;
    }

    private static Side side(Map<About, Named> of, About about) {
        return Optional.ofNullable(of.get(about)).map(Named::side).orElse(Side.NONE);
    }

    private static Map<About, Named> of(InsightResult result) {
        Map<About, Named> figures = new LinkedHashMap<>();
        if (result instanceof ServqualResult servqual) {
            servqual.items().forEach(item -> add(figures, item.key(), item.text(), side(item.gap(), item.n())));
            servqual.categories()
                    .forEach(each -> figures.put(
                            new About(Level.CATEGORY, each.key()), new Named(each.name(), side(each.gap(), each.n()))));
            Estimate overall = servqual.overall().weighted().mean().isPresent()
                    ? servqual.overall().weighted()
                    : servqual.overall().unweighted();
            figures.put(new About(Level.OVERALL, ""), new Named(LocalizedText.EMPTY, side(overall, overall.n())));
        } else if (result instanceof ZoneResult zone) {
            zone.items()
                    .forEach(item -> add(
                            figures,
                            item.key(),
                            item.text(),
                            side(item.adequacy().estimate(), item.n())));
        } else if (result instanceof KanoResult kano) {
            kano.items().forEach(item -> add(figures, item.key(), item.text(), side(item.better(), item.n())));
        } else if (result instanceof NpsResult nps) {
            nps.items().forEach(item -> add(figures, item.key(), item.text(), side(item.score(), item.n())));
        } else if (result instanceof CsatResult csat) {
            csat.items().forEach(item -> add(figures, item.key(), item.text(), side(item.satisfied(), item.n())));
        } else {
            ((CesResult) result)
                    .items()
                    .forEach(item -> add(figures, item.key(), item.text(), side(item.mean(), item.n())));
        }
        return figures;
    }

    private static void add(Map<About, Named> figures, String key, LocalizedText text, Side side) {
        figures.put(new About(Level.ITEM, key), new Named(text, side));
    }

    private static Side side(Estimate estimate, OptionalLong n) {
        return new Side(estimate.mean(), estimate.low(), estimate.high(), n);
    }

    private static Side side(Proportion share, OptionalLong n) {
        return new Side(share.value(), share.low(), share.high(), n);
    }

    /** What is in both selections, which are of one time; empty when nothing can be. */
    public static Optional<Selection> common(Selection first, Selection second) {
        if (first.segment().isPresent()
                && second.segment().isPresent()
                && !first.segment().equals(second.segment())) {
            return Optional.empty();
        }
        Optional<Instant> from = later(first.from(), second.from());
        Optional<Instant> to = earlier(first.to(), second.to());
        if (from.isPresent() && to.isPresent() && !from.get().isBefore(to.get())) {
            return Optional.empty();
        }
        return Optional.of(new Selection(from, to, first.segment().or(second::segment), first.asOf()));
    }

    private static Optional<Instant> later(Optional<Instant> one, Optional<Instant> other) {
        return one.isPresent() && other.isPresent()
                ? Optional.of(one.get().isAfter(other.get()) ? one.get() : other.get())
                : one.or(() -> other);
    }

    private static Optional<Instant> earlier(Optional<Instant> one, Optional<Instant> other) {
        return one.isPresent() && other.isPresent()
                ? Optional.of(one.get().isBefore(other.get()) ? one.get() : other.get())
                : one.or(() -> other);
    }

    /**
     * Whether one selection holds a few responses besides the common ones, fewer than are shown. A selection that has
     * nothing in common with the other tells of nobody but its own, and is held to the smallest group by itself.
     */
    public static boolean tooAlike(long first, long second, long common, int minimum) {
        return common > 0 && (few(first - common, minimum) || few(second - common, minimum));
    }

    private static boolean few(long rest, int minimum) {
        return rest > 0 && rest < minimum;
    }
}
