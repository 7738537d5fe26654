package org.entezar.methods.servqual;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.entezar.methods.InvalidInputException;
import org.entezar.methods.InvalidInputException.Code;
import org.entezar.methods.MeanEstimate;
import org.entezar.methods.answers.PairCounts;
import org.entezar.methods.answers.Scale;
import org.jspecify.annotations.Nullable;

/**
 * SERVQUAL over many respondents whose answers are coded as bytes: one respondent after the other, without an object
 * for each. One instance belongs to one thread; the instances of several threads are merged.
 *
 * <p>Item gaps come from joint histograms and are exact; see {@link Servqual} for the formulas.
 */
public final class ServqualAccumulator {
    private final ServqualDesign design;
    private final Scale scale;
    private final PairCounts[] items;
    private final RespondentScores scores;
    private final double[] expectationScratch;
    private final double[] perceptionScratch;
    private final double[][] decode;
    private final int[] kind;

    /**
     * Starts with no respondent.
     *
     * @param scale of every item, expected and perceived
     * @param weights given weights by dimension (rescaled to sum to 1), used for respondents who gave none; null when
     *     there are none
     */
    public ServqualAccumulator(ServqualDesign design, Scale scale, double @Nullable [] weights) {
        this.design = design;
        this.scale = scale;
        this.scores = new RespondentScores(design, weights);
        this.items = new PairCounts[design.items()];
        Arrays.setAll(items, i -> new PairCounts(scale));
        this.expectationScratch = new double[items.length];
        this.perceptionScratch = new double[items.length];
        this.kind = new int[items.length];
        Arrays.setAll(kind, i -> design.reversed().contains(i) ? 1 : 0);
        this.decode = new double[2][256];
        for (int code = 0; code < 256; code++) {
            decode[0][code] = code == 255 ? Double.NaN : code;
            decode[1][code] = code == 255 ? Double.NaN : scale.reverse(code);
        }
    }

    /** Adds a respondent; one code an item, see {@link Scale}. */
    public void add(byte[] expectation, byte[] perception) {
        add(expectation, 0, perception, 0, null);
    }

    /** Adds a respondent with weights of his own; NaN among them means no weighted score. */
    public void add(byte[] expectation, byte[] perception, double[] ownWeights) {
        add(expectation, 0, perception, 0, ownWeights);
    }

    /**
     * Adds a respondent whose codes stand anywhere in larger arrays.
     *
     * @param expectation codes; item j stands at expectationStart + j
     * @param perception codes; item j stands at perceptionStart + j
     * @param ownWeights weights by dimension, or null
     * @throws InvalidInputException when a code is not on the scale, with the item's index, or a weight is negative
     */
    public void add(
            byte[] expectation,
            int expectationStart,
            byte[] perception,
            int perceptionStart,
            double @Nullable [] ownWeights) {
        if (ownWeights != null) {
            checkOwnWeights(ownWeights, design.dimensions().size());
        }
        for (int j = 0; j < items.length; j++) {
            byte e = expectation[expectationStart + j];
            byte p = perception[perceptionStart + j];
            try {
                items[j].add(e, p);
            } catch (InvalidInputException refused) {
                throw refused.within("items", j);
            }
            double[] values = decode[kind[j]];
            expectationScratch[j] = values[e & 0xFF];
            perceptionScratch[j] = values[p & 0xFF];
        }
        scores.add(expectationScratch, perceptionScratch, ownWeights);
    }

    /** Adds rows of columns: column j holds every respondent's code of item j; rows from, included, to end, excluded. */
    public void addColumns(byte[][] expectation, byte[][] perception, int from, int end) {
        if (expectation.length != items.length || perception.length != items.length) {
            throw InvalidInputException.of(Code.WRONG_LENGTH, "columns", items.length + " columns are needed");
        }
        byte[] e = new byte[items.length];
        byte[] p = new byte[items.length];
        for (int row = from; row < end; row++) {
            for (int j = 0; j < items.length; j++) {
                e[j] = expectation[j][row];
                p[j] = perception[j][row];
            }
            try {
                add(e, 0, p, 0, null);
            } catch (InvalidInputException refused) {
                throw refused.within("rows", row);
            }
        }
    }

    /** Adds what another instance of the same design and scale has seen. */
    public void merge(ServqualAccumulator other) {
        if (!other.design.equals(design) || !other.scale.equals(scale)) {
            throw InvalidInputException.of(Code.BAD_MATRIX, "design", "different designs cannot be merged");
        }
        for (int j = 0; j < items.length; j++) {
            items[j].merge(other.items[j]);
        }
        scores.merge(other.scores);
    }

    /**
     * An item's figures.
     *
     * @param expectation of everyone who answered it
     * @param perception of everyone who answered it
     * @param gap perception minus expectation over those who answered both
     */
    public record Item(MeanEstimate expectation, MeanEstimate perception, MeanEstimate gap) {}

    /** The items, reversed ones recoded. */
    public List<Item> items() {
        List<Item> list = new ArrayList<>(items.length);
        for (int j = 0; j < items.length; j++) {
            PairCounts counts = itemCounts(j);
            list.add(new Item(
                    counts.first().mean(design.confidence()),
                    counts.second().mean(design.confidence()),
                    counts.difference(design.confidence())));
        }
        return list;
    }

    /** An item's joint histogram, recoded when it is reversed. */
    public PairCounts itemCounts(int item) {
        return design.reversed().contains(item) ? items[item].reversed() : items[item];
    }

    /** Gaps: perception minus expectation. */
    public ServqualScores gaps() {
        return scores.gaps();
    }

    /** SERVPERF: perceptions alone. */
    public ServqualScores perceptions() {
        return scores.perceptions();
    }

    static void checkOwnWeights(double[] weights, int dimensions) {
        if (weights.length != dimensions) {
            throw InvalidInputException.of(
                    Code.WRONG_LENGTH, "weights", dimensions + " are needed, got " + weights.length);
        }
        double sum = 0;
        for (int d = 0; d < dimensions; d++) {
            if (weights[d] < 0 || Double.isInfinite(weights[d])) {
                throw InvalidInputException.at(Code.BAD_WEIGHTS, "weights", d, "must be 0 or more, got " + weights[d]);
            }
            sum += weights[d];
        }
        if (sum == 0) {
            throw InvalidInputException.of(Code.BAD_WEIGHTS, "weights", "all are 0");
        }
    }
}
