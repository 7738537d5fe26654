package org.entezar.insight.internal.history;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.entezar.methods.answers.Scale;
import org.entezar.methods.statistics.Moments;
import org.entezar.questionnaire.Codebook;
import org.entezar.questionnaire.Facet;
import org.entezar.questionnaire.Item;
import org.entezar.questionnaire.ItemType;
import org.entezar.questionnaire.Questionnaire;

/**
 * The zone of tolerance of whole categories: over respondents, the mean over a category's items of perceived minus
 * minimum and of perceived minus desired. As with gaps, a respondent counts who answered at least half of the items, all
 * three senses in the right order (Zeithaml, Berry &amp; Parasuraman 1993; METHODS.md, sections 1 and 2).
 */
final class CategoryZones {

    private record Triple(int minimumAt, int desiredAt, int perceivedAt, Scale scale, boolean reverse) {}

    /** One category at work. */
    static final class Zone {
        private final List<Triple> items = new ArrayList<>();
        private final Moments minimum = new Moments();
        private final Moments desired = new Moments();
        private final Moments perceived = new Moments();
        private final Moments adequacy = new Moments();
        private final Moments superiority = new Moments();

        private void add(byte[] codes, int offset) {
            int answered = 0;
            double sumMinimum = 0;
            double sumDesired = 0;
            double sumPerceived = 0;
            for (Triple item : items) {
                int m = codes[offset + item.minimumAt] & 0xFF;
                int d = codes[offset + item.desiredAt] & 0xFF;
                int p = codes[offset + item.perceivedAt] & 0xFF;
                if (!item.scale.contains(m) || !item.scale.contains(d) || !item.scale.contains(p)) {
                    continue;
                }
                double low = item.reverse ? item.scale.reverse(m) : m;
                double high = item.reverse ? item.scale.reverse(d) : d;
                if (high >= low) {
                    answered++;
                    sumMinimum += low;
                    sumDesired += high;
                    sumPerceived += item.reverse ? item.scale.reverse(p) : p;
                }
            }
            if (answered > 0 && 2 * answered >= items.size()) {
                minimum.add(sumMinimum / answered);
                desired.add(sumDesired / answered);
                perceived.add(sumPerceived / answered);
                adequacy.add((sumPerceived - sumMinimum) / answered);
                superiority.add((sumPerceived - sumDesired) / answered);
            }
        }

        double minimum() {
            return minimum.mean();
        }

        double desired() {
            return desired.mean();
        }

        double perceived() {
            return perceived.mean();
        }

        Moments adequacy() {
            return adequacy;
        }

        Moments superiority() {
            return superiority;
        }
    }

    private final Map<String, Zone> zones = new LinkedHashMap<>();

    CategoryZones(Questionnaire version) {
        Codebook codebook = Codebook.of(version);
        version.items()
                .filter(item -> item.type() == ItemType.RATING && item.scale().isPresent())
                .forEach(item -> take(item, codebook));
        // Answers on different scales cannot be averaged.
        zones.values()
                .removeIf(zone ->
                        zone.items.stream().map(Triple::scale).distinct().count() > 1);
    }

    private void take(Item item, Codebook codebook) {
        OptionalInt minimum = codebook.index(item.key(), Facet.MINIMUM);
        OptionalInt desired = codebook.index(item.key(), Facet.DESIRED);
        OptionalInt perceived = codebook.index(item.key(), Facet.PERCEIVED);
        if (item.category().isPresent() && minimum.isPresent() && desired.isPresent() && perceived.isPresent()) {
            org.entezar.questionnaire.Scale scale = item.scale().orElseThrow();
            zones.computeIfAbsent(item.category().get(), key -> new Zone())
                    .items
                    .add(new Triple(
                            minimum.getAsInt(),
                            desired.getAsInt(),
                            perceived.getAsInt(),
                            new Scale(scale.min(), scale.max()),
                            item.reverse()));
        }
    }

    void add(byte[] codes, int offset) {
        for (Zone zone : zones.values()) {
            zone.add(codes, offset);
        }
    }

    /** By category, in the order asked. */
    Map<String, Zone> zones() {
        return zones;
    }
}
