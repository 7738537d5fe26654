package org.entezar.methods.disconfirmation;

import org.entezar.methods.Figure;
import org.entezar.methods.InvalidInputException;
import org.entezar.methods.InvalidInputException.Code;
import org.entezar.methods.MeanEstimate;
import org.entezar.methods.statistics.Means;

/**
 * Differences that customers do not feel: -below to +above, both ends included (Woodruff, Cadotte &amp; Jenkins 1983 JMR
 * 20:296-304). In units of the scale.
 */
public record IndifferenceBand(double below, double above) {
    /** Half a scale point to either side. */
    public static final IndifferenceBand DEFAULT = new IndifferenceBand(0.5, 0.5);

    /** Decimals that lie nearer to the band's edge than this lie on it. */
    private static final double SAME = 1e-9;

    /** Refuses widths that are negative or not finite. */
    public IndifferenceBand {
        check("delta_negative", below);
        check("delta_positive", above);
    }

    private static void check(String field, double delta) {
        if (!(delta >= 0) || Double.isInfinite(delta)) {
            throw InvalidInputException.of(Code.OUT_OF_RANGE, field, "must be 0 or more, got " + delta);
        }
    }

    /** Half the width of the zone of tolerance to either side. */
    public static IndifferenceBand ofZone(double width) {
        return new IndifferenceBand(width / 2, width / 2);
    }

    /** How a difference is felt. */
    public Disconfirmation.State state(double difference) {
        if (difference < -below - SAME) {
            return Disconfirmation.State.DISAPPOINTED;
        }
        return difference > above + SAME ? Disconfirmation.State.DELIGHTED : Disconfirmation.State.MET;
    }

    /**
     * A band as wide as the error of measurement: δ = z·s_D·√(1 - r_DD).
     *
     * @param sd standard deviation of the differences
     * @param measurementError s_D·√(1 - r_DD)
     * @param delta δ, for either side
     */
    public record FromReliability(Figure sd, Figure measurementError, Figure delta) {}

    /**
     * The band from the reliability of the differences.
     *
     * @param differences NaN = missing
     * @param reliability r_DD, at most 1
     * @param z 1.96 by definition of the method
     */
    public static FromReliability fromReliability(double[] differences, double reliability, double z) {
        if (!(reliability <= 1) || Double.isInfinite(reliability)) {
            throw InvalidInputException.of(Code.OUT_OF_RANGE, "reliability_of_D", "must be 1 or less");
        }
        if (!(z > 0) || Double.isInfinite(z)) {
            throw InvalidInputException.of(Code.OUT_OF_RANGE, "z", "must be above 0");
        }
        MeanEstimate estimate = Means.estimate(differences);
        Figure error = estimate.sd().map(sd -> sd * Math.sqrt(1 - reliability));
        return new FromReliability(estimate.sd(), error, error.map(e -> z * e));
    }
}
