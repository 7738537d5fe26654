package org.entezar.insight.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.entezar.methods.answers.Scale;
import org.entezar.questionnaire.Codebook;
import org.entezar.questionnaire.Facet;
import org.entezar.questionnaire.Item;
import org.entezar.questionnaire.ItemType;
import org.entezar.questionnaire.Questionnaire;

/**
 * An item that is asked both as expectation and as perception. The expectation is {@code expected} where there is one,
 * else {@code should}, else {@code will}.
 *
 * @param item the item
 * @param scale of both answers
 * @param expectation place of the expectation in the vector
 * @param perception place of the perception in the vector
 */
record PairItem(Item item, Scale scale, int expectation, int perception) {

    /** The pairs of a version, in the order asked. */
    static List<PairItem> of(Questionnaire version) {
        Codebook codebook = Codebook.of(version);
        List<PairItem> pairs = new ArrayList<>();
        ratings(version).forEach(item -> {
            OptionalInt perception = codebook.index(item.key(), Facet.PERCEIVED);
            OptionalInt expectation = Stream.of(Facet.EXPECTED, Facet.SHOULD, Facet.WILL)
                    .map(facet -> codebook.index(item.key(), facet))
                    .filter(OptionalInt::isPresent)
                    .findFirst()
                    .orElse(OptionalInt.empty());
            if (perception.isPresent() && expectation.isPresent()) {
                pairs.add(new PairItem(item, scaleOf(item), expectation.getAsInt(), perception.getAsInt()));
            }
        });
        return pairs;
    }

    static Stream<Item> ratings(Questionnaire version) {
        return version.items()
                .filter(item -> item.type() == ItemType.RATING && item.scale().isPresent());
    }

    static Scale scaleOf(Item item) {
        org.entezar.questionnaire.Scale scale = item.scale().orElseThrow();
        return new Scale(scale.min(), scale.max());
    }

    Optional<String> category() {
        return item.category();
    }
}
