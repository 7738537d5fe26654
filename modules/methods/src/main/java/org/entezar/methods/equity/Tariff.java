package org.entezar.methods.equity;

import org.entezar.methods.InvalidInputException;
import org.entezar.methods.InvalidInputException.Code;

/**
 * What a period costs: C(u) = U/H + F + v·max(0, u - included).
 *
 * @param upfront U, money paid once
 * @param periods H, periods over which it is spread; after those set U = 0
 * @param fixed F a period
 * @param rate v of each unit above the included ones
 * @param included units without extra charge
 */
public record Tariff(double upfront, double periods, double fixed, double rate, double included) {
    /** Refuses negative money and a period of no length. */
    public Tariff {
        notNegative("upfront", upfront);
        notNegative("fixed", fixed);
        notNegative("variable_rate", rate);
        notNegative("included_units", included);
        if (!(periods > 0 && Double.isFinite(periods))) {
            throw InvalidInputException.of(Code.OUT_OF_RANGE, "amortisation_periods", "above 0, got " + periods);
        }
    }

    private static void notNegative(String field, double value) {
        if (!(value >= 0 && Double.isFinite(value))) {
            throw InvalidInputException.of(Code.OUT_OF_RANGE, field, "0 or more, got " + value);
        }
    }

    /** Cost of a usage; NaN for a missing one. */
    public double cost(double usage) {
        return upfront / periods + fixed + rate * Math.max(0, usage - included);
    }

    /** Cost of one unit; NaN without usage. */
    public double unitPrice(double usage) {
        return usage > 0 ? cost(usage) / usage : Double.NaN;
    }
}
