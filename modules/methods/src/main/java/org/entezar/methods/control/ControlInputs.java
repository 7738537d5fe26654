package org.entezar.methods.control;

import org.entezar.methods.InvalidInputException;
import org.entezar.methods.InvalidInputException.Code;

/** The checks that all charts share. */
final class ControlInputs {
    private ControlInputs() {}

    static double[] values(double[] x) {
        for (int i = 0; i < x.length; i++) {
            if (Double.isInfinite(x[i])) {
                throw InvalidInputException.at(Code.OUT_OF_RANGE, "x", i, "a finite number or a missing value");
            }
        }
        return x.clone();
    }

    static void finite(String field, double value) {
        if (!Double.isFinite(value)) {
            throw InvalidInputException.of(Code.OUT_OF_RANGE, field, "a finite number");
        }
    }

    static void positive(String field, double value) {
        if (!(value > 0 && Double.isFinite(value))) {
            throw InvalidInputException.of(Code.OUT_OF_RANGE, field, "above 0, got " + value);
        }
    }
}
