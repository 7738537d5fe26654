package org.entezar.methods.disconfirmation;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entezar.methods.InvalidInputException;
import org.entezar.methods.InvalidInputException.Code;
import org.entezar.methods.MeanEstimate;
import org.entezar.methods.ShareEstimate;
import org.entezar.methods.Warning;
import org.entezar.methods.statistics.Means;
import org.entezar.methods.statistics.Shares;

/**
 * Perceived minus expected, and how many were disappointed, met or delighted by the indifference band. The three
 * intervals hold one by one, not all at once. Sources: Oliver 1980 J. Marketing Research 17:460-469; Rust &amp; Oliver
 * 2000 JAMS 28:86-94.
 *
 * @param differences by respondent, NaN where an answer is missing
 * @param shares by state, with Wilson intervals
 * @param mean mean difference with t interval
 * @param warnings what to know besides
 */
public record Disconfirmation(
        double[] differences, Map<State, ShareEstimate> shares, MeanEstimate mean, Set<Warning> warnings) {

    /** How a respondent feels the difference. */
    public enum State {
        /** Clearly less than expected. */
        DISAPPOINTED,
        /** As expected, within the band. */
        MET,
        /** Clearly more than expected. */
        DELIGHTED
    }

    /** Evaluates two columns of the same length and scale; NaN = missing. */
    public static Disconfirmation of(double[] expected, double[] perceived, IndifferenceBand band, double confidence) {
        if (expected.length != perceived.length) {
            throw InvalidInputException.of(
                    Code.WRONG_LENGTH,
                    "perceived",
                    "has " + perceived.length + " answers, expected has " + expected.length);
        }
        double[] differences = new double[expected.length];
        long[] counts = new long[State.values().length];
        for (int i = 0; i < differences.length; i++) {
            differences[i] = perceived[i] - expected[i];
            if (!Double.isNaN(differences[i])) {
                counts[band.state(differences[i]).ordinal()]++;
            }
        }
        MeanEstimate mean = Means.estimate(differences, confidence);
        Map<State, ShareEstimate> shares = new EnumMap<>(State.class);
        for (State state : State.values()) {
            shares.put(state, Shares.wilson(counts[state.ordinal()], mean.n(), confidence));
        }
        Set<Warning> warnings = EnumSet.noneOf(Warning.class);
        if (mean.n() < 30) {
            warnings.add(mean.n() < 5 ? Warning.TOO_FEW_TO_SHOW : Warning.INDICATIVE);
        }
        return new Disconfirmation(differences, shares, mean, warnings);
    }

    /** The respondents' states, empty where an answer is missing. */
    public List<Optional<State>> states(IndifferenceBand band) {
        List<Optional<State>> states = new ArrayList<>(differences.length);
        for (double difference : differences) {
            states.add(Double.isNaN(difference) ? Optional.empty() : Optional.of(band.state(difference)));
        }
        return states;
    }
}
