package org.entezar.insight.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.entezar.insight.Absence;
import org.entezar.insight.Estimate;
import org.entezar.insight.Notice;
import org.entezar.insight.Proportion;
import org.entezar.insight.ZoneResult;
import org.entezar.insight.ZoneResult.ItemZone;
import org.entezar.insight.ZoneResult.Judged;
import org.entezar.insight.ZoneResult.Respondents;
import org.entezar.methods.Warning;
import org.entezar.methods.answers.Scale;
import org.entezar.methods.zone.TripleSums;
import org.entezar.methods.zone.ZoneOfTolerance;
import org.entezar.questionnaire.Codebook;
import org.entezar.questionnaire.Facet;
import org.entezar.questionnaire.Item;
import org.entezar.questionnaire.Questionnaire;

/** Perception against the zone between minimum and desired, by item. */
final class ZoneAnalysis implements Analysis {

    /** One item at work: the method's sums, and the sums of the three answers that its means are shown from. */
    private static final class Triple {
        private final Item item;
        private final int minimumAt;
        private final int desiredAt;
        private final int perceivedAt;
        private final byte[] recode = new byte[256];
        private final TripleSums sums;
        private long minimum;
        private long desired;
        private long perceived;

        Triple(Item item, int minimumAt, int desiredAt, int perceivedAt) {
            this.item = item;
            this.minimumAt = minimumAt;
            this.desiredAt = desiredAt;
            this.perceivedAt = perceivedAt;
            Scale scale = PairItem.scaleOf(item);
            this.sums = new TripleSums(scale);
            for (int code = 0; code < 256; code++) {
                boolean turned = item.reverse() && scale.contains(code);
                recode[code] = (byte) (turned ? (int) scale.reverse(code) : code);
            }
        }

        void add(byte[] codes, int offset) {
            byte m = recode[codes[offset + minimumAt] & 0xFF];
            byte d = recode[codes[offset + desiredAt] & 0xFF];
            byte p = recode[codes[offset + perceivedAt] & 0xFF];
            sums.add(m, d, p);
            if (m != Scale.MISSING && d != Scale.MISSING && p != Scale.MISSING && d >= m) {
                minimum += m;
                desired += d;
                perceived += p;
            }
        }
    }

    private final List<Triple> triples = new ArrayList<>();

    ZoneAnalysis(Questionnaire version) {
        Codebook codebook = Codebook.of(version);
        PairItem.ratings(version).forEach(item -> {
            OptionalInt minimum = codebook.index(item.key(), Facet.MINIMUM);
            OptionalInt desired = codebook.index(item.key(), Facet.DESIRED);
            OptionalInt perceived = codebook.index(item.key(), Facet.PERCEIVED);
            if (minimum.isPresent() && desired.isPresent() && perceived.isPresent()) {
                triples.add(new Triple(item, minimum.getAsInt(), desired.getAsInt(), perceived.getAsInt()));
            }
        });
    }

    @Override
    public void add(byte[] codes, int offset) {
        for (Triple triple : triples) {
            triple.add(codes, offset);
        }
    }

    @Override
    public Outcome outcome(DisplayRules rules) {
        if (triples.isEmpty()) {
            return Outcome.notAsked();
        }
        List<Notice> notices = new ArrayList<>();
        List<ItemZone> items = new ArrayList<>();
        for (Triple triple : triples) {
            ZoneOfTolerance zone = triple.sums.evaluate(CONFIDENCE);
            boolean hidden = rules.hides(zone.counts().n());
            if (!hidden && zone.warnings().contains(Warning.QUESTION_MISUNDERSTOOD)) {
                notices.add(Notice.of(Notice.Code.QUESTION_MISUNDERSTOOD, triple.item.key()));
            }
            items.add(hidden ? hidden(triple.item) : shown(triple, zone, rules));
        }
        return Outcome.of(new ZoneResult(items), notices);
    }

    private static ItemZone shown(Triple triple, ZoneOfTolerance zone, DisplayRules rules) {
        ZoneOfTolerance.Counts counts = zone.counts();
        return new ItemZone(
                triple.item.key(),
                triple.item.text(),
                triple.item.category(),
                rules.count(counts.n()),
                mean(triple.minimum, counts.n()),
                mean(triple.desired, counts.n()),
                mean(triple.perceived, counts.n()),
                judged(rules.estimate(zone.adequacy()), zone.adequacyJudgement().name()),
                judged(
                        rules.estimate(zone.superiority()),
                        zone.superiorityJudgement().name()),
                zone.position().number(),
                rules.proportion(counts.n(), zone.position(), zone.positionBounds()),
                Optional.of(new Respondents(
                        counts.below(), counts.within(), counts.above(), counts.incomplete(), counts.inverted())));
    }

    private static ItemZone hidden(Item item) {
        Judged nothing = judged(Estimate.absent(Absence.SUPPRESSED), "");
        return new ItemZone(
                item.key(),
                item.text(),
                item.category(),
                OptionalLong.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                nothing,
                nothing,
                OptionalDouble.empty(),
                Proportion.absent(Absence.SUPPRESSED),
                Optional.empty());
    }

    /** A judgement rests on the interval; where none is shown there is none. */
    private static Judged judged(Estimate estimate, String judgement) {
        return new Judged(estimate, estimate.low().isPresent() ? judgement : "UNDECIDED");
    }

    private static OptionalDouble mean(long sum, long n) {
        return n == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) sum / n);
    }
}
