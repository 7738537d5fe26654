package org.entezar.methods.gaps;

import org.entezar.methods.InvalidInputException;
import org.entezar.methods.InvalidInputException.Code;

/**
 * Turns a raw measure (minutes, per cent) into the quality scale: piecewise linear through knots, clamped at the ends,
 * monotone. Which knots, and since when, is a decision that is stored with its date.
 */
public final class ScoreMap {
    private final double[] x;
    private final double[] y;

    /**
     * A map through the knots (x, y).
     *
     * @param x raw values, strictly rising, at least two
     * @param y scores, all rising or all falling; equal neighbours are allowed
     */
    public ScoreMap(double[] x, double[] y) {
        if (x.length < 2) {
            throw InvalidInputException.of(Code.EMPTY, "score_map_x", "at least two knots are needed");
        }
        if (y.length != x.length) {
            throw InvalidInputException.of(Code.WRONG_LENGTH, "score_map_y", "one score a knot is needed");
        }
        double direction = y[y.length - 1] - y[0];
        for (int k = 1; k < x.length; k++) {
            if (!(x[k] > x[k - 1])) {
                throw InvalidInputException.at(Code.OUT_OF_RANGE, "score_map_x", k, "must be above the one before");
            }
            if (!((y[k] - y[k - 1]) * direction >= 0)) {
                throw InvalidInputException.at(Code.OUT_OF_RANGE, "score_map_y", k, "breaks the direction of the map");
            }
        }
        if (direction == 0) {
            throw InvalidInputException.of(Code.OUT_OF_RANGE, "score_map_y", "all scores are the same");
        }
        this.x = x.clone();
        this.y = y.clone();
    }

    /** The score of a raw value. */
    public double score(double raw) {
        if (raw <= x[0]) {
            return y[0];
        }
        for (int k = 1; k < x.length; k++) {
            if (raw <= x[k]) {
                return y[k - 1] + (raw - x[k - 1]) / (x[k] - x[k - 1]) * (y[k] - y[k - 1]);
            }
        }
        return y[y.length - 1];
    }

    /** Whether a raw value is no worse than another. */
    public boolean noWorse(double raw, double than) {
        return y[0] > y[y.length - 1] ? raw <= than : raw >= than;
    }
}
