package org.entezar.methods.experiment;

import org.entezar.methods.Figure;
import org.entezar.methods.Reason;
import org.entezar.methods.statistics.WelchTest;
import org.hipparchus.special.Gamma;

/**
 * How far the means of two groups lie apart, in standard deviations.
 *
 * @param cohensD with the pooled deviation (Cohen 1988); ZERO_VARIANCE when neither group varies
 * @param hedgesG d·Γ(ν/2)/(√(ν/2)·Γ((ν-1)/2)), ν = n₁ + n₂ - 2 (Hedges 1981); TOO_FEW when ν &lt; 2
 * @param glassDelta with the deviation of the second group
 */
public record EffectSize(Figure cohensD, Figure hedgesG, Figure glassDelta) {

    /** The sizes of the difference of a test. */
    public static EffectSize of(WelchTest test) {
        if (!test.first().sd().isDefined() || !test.second().sd().isDefined()) {
            Figure none = Figure.undefined(Reason.TOO_FEW);
            return new EffectSize(none, none, none);
        }
        double sdA = test.first().sd().value();
        double sdB = test.second().sd().value();
        double nA = test.first().n();
        double nB = test.second().n();
        double nu = nA + nB - 2;
        double pooled = Math.sqrt(((nA - 1) * sdA * sdA + (nB - 1) * sdB * sdB) / nu);
        double difference = test.difference().value();
        Figure d = Figure.ratio(difference, pooled, Reason.ZERO_VARIANCE);
        double correction = Math.exp(Gamma.logGamma(nu / 2) - Gamma.logGamma((nu - 1) / 2)) / Math.sqrt(nu / 2);
        return new EffectSize(
                d, d.map(value -> value * correction), Figure.ratio(difference, sdB, Reason.ZERO_VARIANCE));
    }
}
