package org.entezar.methods.dynamics;

import org.entezar.methods.InvalidInputException;
import org.entezar.methods.InvalidInputException.Code;

/**
 * Parameters of the recursion.
 *
 * @param p0 intercept of perception
 * @param pw weight of the will-expectation in perception, above 0 by theory
 * @param ps weight of the should-expectation, below 0 by theory
 * @param pd weight of the delivered service, above 0 by theory
 * @param aw learning rate of the will-expectation, 0..1
 * @param as learning rate of the should-expectation, 0..1
 */
public record Learning(double p0, double pw, double ps, double pd, double aw, double as) {
    /** Refuses learning rates outside 0..1. */
    public Learning {
        finite("p0", p0);
        finite("pw", pw);
        finite("ps", ps);
        finite("pd", pd);
        rate("aw", aw);
        rate("as", as);
    }

    private static void finite(String field, double value) {
        if (!Double.isFinite(value)) {
            throw InvalidInputException.of(Code.OUT_OF_RANGE, field, "a finite number");
        }
    }

    private static void rate(String field, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw InvalidInputException.of(Code.OUT_OF_RANGE, field, "0..1, got " + value);
        }
    }
}
