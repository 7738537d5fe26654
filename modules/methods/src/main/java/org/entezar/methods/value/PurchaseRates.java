package org.entezar.methods.value;

import org.entezar.methods.InvalidInputException;
import org.entezar.methods.InvalidInputException.Code;

/**
 * The four parameters of BG/NBD.
 *
 * @param r shape of the gamma distribution of purchase rates
 * @param alpha its rate, in the unit of time
 * @param a of the beta distribution of the probability to stop after a purchase
 * @param b the other one
 */
public record PurchaseRates(double r, double alpha, double a, double b) {
    /** All four are above 0. */
    public PurchaseRates {
        positive("r", r);
        positive("alpha", alpha);
        positive("a", a);
        positive("b", b);
    }

    private static void positive(String field, double value) {
        if (!(value > 0 && Double.isFinite(value))) {
            throw InvalidInputException.of(Code.OUT_OF_RANGE, field, "above 0, got " + value);
        }
    }
}
