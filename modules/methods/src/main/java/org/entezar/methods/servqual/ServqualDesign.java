package org.entezar.methods.servqual;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.entezar.methods.InvalidInputException;
import org.entezar.methods.InvalidInputException.Code;

/**
 * Which items stand for which dimension.
 *
 * @param items number of items in all; items count from 0
 * @param dimensions in the order in which results and weights are given
 * @param reversed items worded the other way round, recoded before anything else
 * @param answeredShare share of a dimension's items that a respondent must have answered for a score of the dimension
 * @param confidence level of the intervals
 */
public record ServqualDesign(
        int items, List<Dimension> dimensions, Set<Integer> reversed, double answeredShare, double confidence) {

    /** A dimension and its items, counted from 0. */
    public record Dimension(String name, List<Integer> items) {
        /** Keeps a copy. */
        public Dimension {
            items = List.copyOf(items);
        }
    }

    /** Refuses unknown items, an item in two dimensions and a dimension without items. */
    public ServqualDesign {
        dimensions = List.copyOf(dimensions);
        reversed = Set.copyOf(reversed);
        if (dimensions.isEmpty()) {
            throw InvalidInputException.of(Code.EMPTY, "dimensions", "at least one dimension is needed");
        }
        if (!(answeredShare > 0 && answeredShare <= 1)) {
            throw InvalidInputException.of(Code.OUT_OF_RANGE, "answeredShare", "must lie above 0 and up to 1");
        }
        Set<Integer> seen = new TreeSet<>();
        for (Dimension dimension : dimensions) {
            String place = "dimensions." + dimension.name();
            if (dimension.items().isEmpty()) {
                throw InvalidInputException.of(Code.EMPTY, place, "has no items");
            }
            for (int i = 0; i < dimension.items().size(); i++) {
                int item = dimension.items().get(i);
                if (item < 0 || item >= items) {
                    throw InvalidInputException.at(Code.OUT_OF_RANGE, place, i, "there is no such item");
                }
                if (!seen.add(item)) {
                    throw InvalidInputException.at(Code.DUPLICATE, place, i, "the item stands twice");
                }
            }
        }
        for (int item : reversed) {
            if (item < 0 || item >= items) {
                throw InvalidInputException.of(Code.OUT_OF_RANGE, "reversed", "there is no item " + item);
            }
        }
    }

    /** Half of the items, 95 % intervals, no reversed items. */
    public static ServqualDesign of(int items, List<Dimension> dimensions) {
        return new ServqualDesign(items, dimensions, Set.of(), 0.5, 0.95);
    }

    /** The 22 items of Parasuraman, Zeithaml &amp; Berry (1988). */
    public static ServqualDesign standard() {
        List<Dimension> dimensions = new ArrayList<>();
        dimensions.add(new Dimension("tangibles", List.of(0, 1, 2, 3)));
        dimensions.add(new Dimension("reliability", List.of(4, 5, 6, 7, 8)));
        dimensions.add(new Dimension("responsiveness", List.of(9, 10, 11, 12)));
        dimensions.add(new Dimension("assurance", List.of(13, 14, 15, 16)));
        dimensions.add(new Dimension("empathy", List.of(17, 18, 19, 20, 21)));
        return of(22, dimensions);
    }

    /** How many of the dimension's items must be answered. */
    int needed(int dimension) {
        int size = dimensions.get(dimension).items().size();
        // the small number keeps ⌈.6·5⌉ at 3 where the product is 3.0000000000000004
        return Math.max(1, (int) Math.ceil(answeredShare * size - 1e-9));
    }

    /** Shares of given weights, which are rescaled to sum to 1. */
    double[] shares(double[] weights) {
        if (weights.length != dimensions.size()) {
            throw InvalidInputException.of(
                    Code.WRONG_LENGTH, "weights", dimensions.size() + " are needed, got " + weights.length);
        }
        double sum = 0;
        for (int d = 0; d < weights.length; d++) {
            if (!(weights[d] >= 0) || Double.isInfinite(weights[d])) {
                throw InvalidInputException.at(Code.BAD_WEIGHTS, "weights", d, "must be 0 or more, got " + weights[d]);
            }
            sum += weights[d];
        }
        if (!(sum > 0)) {
            throw InvalidInputException.of(Code.BAD_WEIGHTS, "weights", "all are 0");
        }
        double[] shares = new double[weights.length];
        for (int d = 0; d < shares.length; d++) {
            shares[d] = weights[d] / sum;
        }
        return shares;
    }
}
