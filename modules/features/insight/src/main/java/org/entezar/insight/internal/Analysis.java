package org.entezar.insight.internal;

import java.util.List;
import java.util.Optional;
import org.entezar.insight.Absence;
import org.entezar.insight.InsightResult;
import org.entezar.insight.Notice;

/** One method at work: takes coded responses one after the other, then tells what it found. Belongs to one thread. */
public interface Analysis {

    /** Level of every interval. */
    double CONFIDENCE = 0.95;

    /**
     * Takes one response.
     *
     * @param codes holds the response's vector, as the codebook of the version orders it
     * @param offset where the vector begins
     */
    void add(byte[] codes, int offset);

    /** What was found so far. */
    Outcome outcome(DisplayRules rules);

    /**
     * The figures, or why there are none.
     *
     * @param result empty when the questionnaire does not ask what the method needs
     * @param reason present when there is no result
     * @param notices what to know besides
     */
    record Outcome(Optional<InsightResult> result, Optional<Absence> reason, List<Notice> notices) {

        static Outcome of(InsightResult result, List<Notice> notices) {
            return new Outcome(Optional.of(result), Optional.empty(), List.copyOf(notices));
        }

        static Outcome notAsked() {
            return new Outcome(Optional.empty(), Optional.of(Absence.NOT_ASKED), List.of());
        }
    }
}
