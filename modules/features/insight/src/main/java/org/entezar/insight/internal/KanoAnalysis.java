package org.entezar.insight.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.entezar.insight.Absence;
import org.entezar.insight.KanoResult;
import org.entezar.insight.KanoResult.ItemClass;
import org.entezar.insight.KanoResult.Place;
import org.entezar.insight.Notice;
import org.entezar.insight.Proportion;
import org.entezar.methods.Warning;
import org.entezar.methods.answers.PairCounts;
import org.entezar.methods.kano.Kano;
import org.entezar.methods.kano.KanoClass;
import org.entezar.questionnaire.Codebook;
import org.entezar.questionnaire.Facet;
import org.entezar.questionnaire.Item;
import org.entezar.questionnaire.Questionnaire;

/** Classes of expectation, by item. A pair has no wording to turn round, so that reverse keys do not matter here. */
final class KanoAnalysis implements Analysis {

    private record Attribute(Item item, int functional, int dysfunctional, PairCounts counts) {}

    private final List<Attribute> attributes = new ArrayList<>();

    KanoAnalysis(Questionnaire version) {
        Codebook codebook = Codebook.of(version);
        PairItem.ratings(version)
                .filter(item -> PairItem.scaleOf(item).equals(Kano.ANSWERS))
                .forEach(item -> {
                    OptionalInt functional = codebook.index(item.key(), Facet.FUNCTIONAL);
                    OptionalInt dysfunctional = codebook.index(item.key(), Facet.DYSFUNCTIONAL);
                    if (functional.isPresent() && dysfunctional.isPresent()) {
                        attributes.add(new Attribute(
                                item, functional.getAsInt(), dysfunctional.getAsInt(), new PairCounts(Kano.ANSWERS)));
                    }
                });
    }

    @Override
    public void add(byte[] codes, int offset) {
        for (Attribute attribute : attributes) {
            attribute.counts().add(codes[offset + attribute.functional()], codes[offset + attribute.dysfunctional()]);
        }
    }

    @Override
    public Outcome outcome(DisplayRules rules) {
        if (attributes.isEmpty()) {
            return Outcome.notAsked();
        }
        List<Notice> notices = new ArrayList<>();
        List<ItemClass> items = new ArrayList<>();
        for (Attribute attribute : attributes) {
            Kano kano = Kano.of(attribute.counts(), CONFIDENCE);
            long n = kano.counts().n();
            if (rules.hides(n)) {
                items.add(none(attribute.item(), OptionalLong.empty(), Absence.SUPPRESSED));
            } else if (n == 0) {
                items.add(none(attribute.item(), OptionalLong.of(0), Absence.NO_DATA));
            } else {
                if (kano.warnings().contains(Warning.QUESTIONABLE_ANSWERS)) {
                    notices.add(Notice.of(
                            Notice.Code.QUESTIONABLE_ANSWERS, attribute.item().key()));
                }
                items.add(shown(attribute, kano, rules));
            }
        }
        return Outcome.of(new KanoResult(items), notices);
    }

    private static ItemClass shown(Attribute attribute, Kano kano, DisplayRules rules) {
        long n = kano.counts().n();
        Kano.Ranking ranking = kano.ranking().orElseThrow();
        Kano.Coordinates place = Kano.coordinates(attribute.counts(), CONFIDENCE);
        Map<String, Long> counts = new LinkedHashMap<>();
        for (KanoClass one : KanoClass.values()) {
            counts.put(one.name(), kano.counts().count(one));
        }
        return new ItemClass(
                attribute.item().key(),
                attribute.item().text(),
                attribute.item().category(),
                OptionalLong.of(n),
                Optional.of(counts),
                Optional.of(ranking.first().name()),
                Optional.of(ranking.second().name()),
                Optional.of(ranking.blended().name()),
                Optional.of(ranking.first().expectation().name().toLowerCase(Locale.ROOT)),
                kano.clarity().map(Kano.Clarity::clear),
                rules.proportion(n, kano.better(), kano.betterBounds()),
                rules.proportion(n, kano.worse(), kano.worseBounds()),
                Optional.of(new Place(rules.estimate(place.functional()), rules.estimate(place.dysfunctional()))),
                kano.totalStrength().number(),
                kano.categoryStrength().number(),
                Optional.empty());
    }

    private static ItemClass none(Item item, OptionalLong n, Absence reason) {
        return new ItemClass(
                item.key(),
                item.text(),
                item.category(),
                n,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Proportion.absent(reason),
                Proportion.absent(reason),
                Optional.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                Optional.of(reason));
    }
}
