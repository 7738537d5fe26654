package org.entezar.questionnaire;

import java.util.List;
import java.util.Map;

/**
 * A questionnaire looked at before it is published.
 *
 * @param advice what is worth a look, in the order of reading
 * @param seconds about how long it takes to answer, by language; an estimate, see {@link Questionnaires#review}
 */
public record Review(List<Advice> advice, Map<String, Integer> seconds) {

    public Review {
        advice = List.copyOf(advice);
        seconds = Map.copyOf(seconds);
    }
}
