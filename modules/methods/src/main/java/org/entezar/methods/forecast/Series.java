package org.entezar.methods.forecast;

import org.entezar.methods.InvalidInputException;
import org.entezar.methods.InvalidInputException.Code;

/** Checks of a time series that all methods here share. */
final class Series {
    /** The farthest horizon: a forecast beyond it is no use to anyone. */
    static final int FARTHEST = 10_000;

    private Series() {}

    static double[] checked(String field, double[] y) {
        if (y.length == 0) {
            throw InvalidInputException.of(Code.EMPTY, field, "at least one period");
        }
        for (int i = 0; i < y.length; i++) {
            if (!Double.isFinite(y[i])) {
                throw InvalidInputException.at(Code.OUT_OF_RANGE, field, i, "every period needs a finite number");
            }
        }
        return y.clone();
    }

    static void horizon(int h) {
        if (h < 1 || h > FARTHEST) {
            throw InvalidInputException.of(Code.OUT_OF_RANGE, "h", "1.." + FARTHEST + ", got " + h);
        }
    }

    static boolean isConstant(double[] y) {
        for (double value : y) {
            if (value != y[0]) {
                return false;
            }
        }
        return true;
    }
}
