package org.entezar.methods.statistics;

import org.entezar.methods.Bounds;
import org.entezar.methods.Figure;
import org.entezar.methods.MeanEstimate;
import org.entezar.methods.Reason;

/**
 * Difference of the means of two independent groups with unequal variances: t = (x̄ - ȳ)/√(s²/n + s'²/n'), degrees of
 * freedom after Satterthwaite (Welch 1947 Biometrika 34:28-35; R: {@code t.test}).
 *
 * @param first the first group
 * @param second the second group
 * @param difference first minus second
 * @param t TOO_FEW when a group has less than two answers, ZERO_VARIANCE when neither varies
 * @param degreesOfFreedom may be fractional
 * @param pValue two-sided
 * @param bounds interval of the difference
 */
public record WelchTest(
        MeanEstimate first,
        MeanEstimate second,
        Figure difference,
        Figure t,
        Figure degreesOfFreedom,
        Figure pValue,
        Bounds bounds) {

    /** Compares two columns; NaN = missing. */
    public static WelchTest of(double[] first, double[] second, double confidence) {
        MeanEstimate a = Means.estimate(first, confidence);
        MeanEstimate b = Means.estimate(second, confidence);
        Figure difference = a.mean().isDefined() && b.mean().isDefined()
                ? Figure.of(a.mean().value() - b.mean().value())
                : Figure.undefined(Reason.NO_DATA);
        if (!a.se().isDefined() || !b.se().isDefined()) {
            return undefined(a, b, difference, difference.isDefined() ? Reason.TOO_FEW : Reason.NO_DATA);
        }
        double squareA = a.se().value() * a.se().value();
        double squareB = b.se().value() * b.se().value();
        if (squareA + squareB == 0) {
            return undefined(a, b, difference, Reason.ZERO_VARIANCE);
        }
        double error = Math.sqrt(squareA + squareB);
        double df = (squareA + squareB)
                * (squareA + squareB)
                / (squareA * squareA / (a.n() - 1) + squareB * squareB / (b.n() - 1));
        double t = difference.value() / error;
        return new WelchTest(
                a,
                b,
                difference,
                Figure.of(t),
                Figure.of(df),
                Figure.of(Quantiles.tTwoSided(t, df)),
                Bounds.around(difference.value(), Quantiles.t(1 - (1 - confidence) / 2, df) * error));
    }

    private static WelchTest undefined(MeanEstimate a, MeanEstimate b, Figure difference, Reason reason) {
        Figure none = Figure.undefined(reason);
        return new WelchTest(a, b, difference, none, none, none, Bounds.undefined(reason));
    }
}
