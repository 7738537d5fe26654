package org.entezar.console.insight;

import static org.entezar.console.insight.Wording.figure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.entezar.insight.CesResult;
import org.entezar.insight.CsatResult;
import org.entezar.insight.Estimate;
import org.entezar.insight.Insight;
import org.entezar.insight.InsightResult;
import org.entezar.insight.KanoResult;
import org.entezar.insight.NpsResult;
import org.entezar.insight.Proportion;
import org.entezar.insight.ServqualResult;
import org.entezar.insight.ServqualResult.ItemGap;
import org.entezar.insight.ZoneResult;
import org.entezar.insight.ZoneResult.ItemZone;

/**
 * What an insight found, in sentences: the finding that matters most first, with how sure it is. Says only what the
 * intervals allow.
 */
final class Findings {

    private final Wording words;

    Findings(Wording words) {
        this.words = words;
    }

    /** At least one sentence; for an insight without figures the reason. */
    List<String> of(Insight insight) {
        if (insight.reason().isPresent()) {
            return List.of(words.reason(insight.reason().get().name()));
        }
        List<String> found = found(insight.result().orElseThrow());
        return found.isEmpty() ? List.of(words.reason("SUPPRESSED")) : found;
    }

    private List<String> found(InsightResult result) {
        if (result instanceof ServqualResult servqual) {
            return servqual(servqual);
        }
        if (result instanceof ZoneResult zone) {
            return zone(zone);
        }
        if (result instanceof KanoResult kano) {
            return kano(kano);
        }
        if (result instanceof NpsResult nps) {
            return nps(nps);
        }
        if (result instanceof CsatResult csat) {
            return csat(csat);
        }
        return ces((CesResult) result);
    }

    private List<String> servqual(ServqualResult result) {
        List<ItemGap> shown = result.items().stream()
                .filter(item -> item.gap().mean().isPresent())
                .sorted(Comparator.comparingDouble(item -> figure(item.gap().mean())))
                .toList();
        if (shown.isEmpty()) {
            return List.of();
        }
        List<String> sentences = new ArrayList<>();
        ItemGap worst = shown.get(0);
        boolean fallsShort = figure(worst.gap().mean()) < 0;
        sentences.add(words.say(
                fallsShort ? "servqual.shortfall" : "servqual.met",
                words.quoted(worst.text(), worst.key()),
                figure(worst.expected().mean()),
                figure(worst.perceived().mean()),
                figure(worst.gap().mean())));
        if (worst.gap().low().isPresent()) {
            sentences.add(words.say(
                    worst.gap().isBeyondDoubt() ? "sure" : "unsure",
                    figure(worst.gap().low()),
                    figure(worst.gap().high())));
            long below = shown.stream()
                    .filter(item ->
                            item.gap().high().isPresent() && figure(item.gap().high()) < 0)
                    .count();
            sentences.add(words.say("servqual.count", below, shown.size()));
        }
        Estimate overall = result.overall().weighted().mean().isPresent()
                ? result.overall().weighted()
                : result.overall().unweighted();
        if (overall.low().isPresent()) {
            sentences.add(words.say(
                    "servqual.overall",
                    figure(overall.mean()),
                    figure(overall.low()),
                    figure(overall.high()),
                    overall.n().orElse(0)));
        }
        return sentences;
    }

    private List<String> zone(ZoneResult result) {
        List<ItemZone> shown = result.items().stream()
                .filter(item -> item.adequacy().estimate().mean().isPresent())
                .sorted(Comparator.comparingDouble(
                        item -> figure(item.adequacy().estimate().mean())))
                .toList();
        if (shown.isEmpty()) {
            return List.of();
        }
        ItemZone worst = shown.get(0);
        Estimate adequacy = worst.adequacy().estimate();
        List<String> sentences = new ArrayList<>();
        sentences.add(words.say(
                figure(adequacy.mean()) < 0 ? "zone.below" : "zone.nearest",
                words.quoted(worst.text(), worst.key()),
                figure(worst.perceived()),
                figure(worst.minimum()),
                figure(worst.desired())));
        if (adequacy.low().isPresent()) {
            sentences.add(words.say(
                    adequacy.isBeyondDoubt() ? "zone.sure" : "unsure",
                    figure(adequacy.low()),
                    figure(adequacy.high())));
        }
        sentences.add(words.say(
                "zone.count",
                shown.stream()
                        .filter(item -> item.adequacy().judgement().equals("INADEQUATE"))
                        .count(),
                shown.stream()
                        .filter(item -> item.superiority().judgement().equals("SUPERIOR"))
                        .count(),
                shown.size()));
        return sentences;
    }

    private List<String> kano(KanoResult result) {
        List<KanoResult.ItemClass> shown = result.items().stream()
                .filter(item -> item.category().isPresent())
                .toList();
        if (shown.isEmpty()) {
            return List.of();
        }
        List<String> sentences = new ArrayList<>();
        sentences.add(words.say(
                "kano.count", tier(shown, "basic"), tier(shown, "expected"), tier(shown, "exciting"), shown.size()));
        shown.stream()
                .filter(item -> item.worse().value().isPresent())
                .min(Comparator.comparingDouble(item -> figure(item.worse().value())))
                .ifPresent(item -> sentences.add(kano("kano.worse", item, item.worse())));
        shown.stream()
                .filter(item -> item.better().value().isPresent())
                .max(Comparator.comparingDouble(item -> figure(item.better().value())))
                .ifPresent(item -> sentences.add(kano("kano.better", item, item.better())));
        long mixed = shown.stream().filter(item -> !item.clear().orElse(true)).count();
        if (mixed > 0) {
            sentences.add(words.say("kano.mixed", mixed));
        }
        return sentences;
    }

    private String kano(String key, KanoResult.ItemClass item, Proportion share) {
        String sentence = words.say(key, words.quoted(item.text(), item.key()), figure(share.value()));
        return share.low().isEmpty()
                ? sentence
                : sentence + " " + words.say("between", figure(share.low()), figure(share.high()));
    }

    private static long tier(List<KanoResult.ItemClass> items, String tier) {
        return items.stream()
                .filter(item -> item.tier().equals(Optional.of(tier)))
                .count();
    }

    private List<String> nps(NpsResult result) {
        List<String> sentences = new ArrayList<>();
        result.items().stream().filter(item -> item.score().value().isPresent()).forEach(item -> {
            NpsResult.Counts counts = item.counts().orElseThrow();
            double n = item.n().orElseThrow();
            sentences.add(words.say(
                    "nps.score",
                    figure(item.score().value()),
                    counts.promoters() / n,
                    counts.detractors() / n,
                    item.n().orElseThrow()));
            if (item.score().low().isPresent()) {
                sentences.add(words.say(
                        "nps.between",
                        figure(item.score().low()),
                        figure(item.score().high())));
            }
        });
        return sentences;
    }

    private List<String> csat(CsatResult result) {
        List<String> sentences = new ArrayList<>();
        result.items().stream()
                .filter(item -> item.satisfied().value().isPresent())
                .forEach(item -> {
                    sentences.add(words.say(
                            "csat.share",
                            figure(item.satisfied().value()),
                            item.n().orElseThrow(),
                            words.quoted(item.text(), item.key())));
                    if (item.satisfied().low().isPresent()) {
                        sentences.add(words.say(
                                "share.between",
                                figure(item.satisfied().low()),
                                figure(item.satisfied().high())));
                    }
                });
        return sentences;
    }

    private List<String> ces(CesResult result) {
        List<String> sentences = new ArrayList<>();
        result.items().stream().filter(item -> item.mean().mean().isPresent()).forEach(item -> {
            sentences.add(words.say(
                    "ces.mean",
                    figure(item.mean().mean()),
                    figure(item.agree().value()),
                    item.n().orElseThrow(),
                    words.quoted(item.text(), item.key())));
            if (item.mean().low().isPresent()) {
                sentences.add(words.say(
                        "between", figure(item.mean().low()), figure(item.mean().high())));
            }
        });
        return sentences;
    }
}
