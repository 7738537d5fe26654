package org.entezar.methods.forecast;

import org.entezar.methods.InvalidInputException;
import org.entezar.methods.InvalidInputException.Code;

/**
 * Smoothing weights in the state form.
 *
 * @param alpha of the level, 0..1
 * @param beta of the slope, 0..α; 0 without trend
 * @param gamma of the season, 0..1-α; 0 without season
 */
public record Smoothing(double alpha, double beta, double gamma) {
    private static final double SLACK = 1e-9;

    /** Refuses weights outside their bounds. */
    public Smoothing {
        check("alpha", alpha, 1);
        check("beta", beta, alpha);
        check("gamma", gamma, 1 - alpha);
    }

    private static void check(String name, double weight, double most) {
        if (!(weight >= 0 && weight <= most + SLACK)) {
            throw InvalidInputException.of(Code.OUT_OF_RANGE, name, "0.." + most + ", got " + weight);
        }
    }
}
