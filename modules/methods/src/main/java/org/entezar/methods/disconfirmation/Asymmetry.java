package org.entezar.methods.disconfirmation;

import java.util.Arrays;
import org.entezar.methods.Figure;
import org.entezar.methods.InvalidInputException;
import org.entezar.methods.InvalidInputException.Code;
import org.entezar.methods.Reason;
import org.entezar.methods.statistics.Means;
import org.hipparchus.stat.regression.OLSMultipleLinearRegression;

/**
 * Whether losses weigh more than gains: ordinary least squares of satisfaction on max(D, 0) and min(D, 0) (Anderson
 * &amp; Sullivan 1993 Marketing Science 12:125-143). Needs ten respondents and differences of both signs.
 *
 * @param n respondents used
 * @param intercept satisfaction at D = 0
 * @param positive slope of gains b⁺
 * @param negative slope of losses b⁻, normally positive as well
 * @param interceptError standard error
 * @param positiveError standard error
 * @param negativeError standard error
 * @param rSquared share of variance explained
 * @param ratio b⁻/b⁺; UNSTABLE unless b⁺ is clearly positive, which here means larger than its standard error
 */
public record Asymmetry(
        long n,
        Figure intercept,
        Figure positive,
        Figure negative,
        Figure interceptError,
        Figure positiveError,
        Figure negativeError,
        Figure rSquared,
        Figure ratio) {

    private static final int LEAST = 10;

    /** Fits two columns of the same length; NaN = missing. */
    public static Asymmetry of(double[] differences, double[] satisfaction) {
        if (differences.length != satisfaction.length) {
            throw InvalidInputException.of(Code.WRONG_LENGTH, "satisfaction", "differs in length from disconfirmation");
        }
        int n = 0;
        boolean gains = false;
        boolean losses = false;
        double[][] regressors = new double[differences.length][];
        double[] answers = new double[differences.length];
        for (int i = 0; i < differences.length; i++) {
            double d = differences[i];
            if (!Double.isNaN(d + satisfaction[i])) {
                regressors[n] = new double[] {Math.max(d, 0), Math.min(d, 0)};
                answers[n++] = satisfaction[i];
                gains |= d > 0;
                losses |= d < 0;
            }
        }
        if (n < LEAST || !gains || !losses) {
            Figure none = Figure.undefined(n < LEAST ? Reason.TOO_FEW : Reason.ZERO_VARIANCE);
            return new Asymmetry(n, none, none, none, none, none, none, none, none);
        }
        OLSMultipleLinearRegression regression = new OLSMultipleLinearRegression();
        double[] y = Arrays.copyOf(answers, n);
        regression.newSampleData(y, Arrays.copyOf(regressors, n));
        double[] slopes = regression.estimateRegressionParameters();
        double[] errors = regression.estimateRegressionParametersStandardErrors();
        Figure rSquared = Means.variance(y) > 0
                ? Figure.of(1 - regression.calculateResidualSumOfSquares() / regression.calculateTotalSumOfSquares())
                : Figure.undefined(Reason.ZERO_VARIANCE);
        Figure ratio = slopes[1] > errors[1] ? Figure.of(slopes[2] / slopes[1]) : Figure.undefined(Reason.UNSTABLE);
        return new Asymmetry(
                n,
                Figure.of(slopes[0]),
                Figure.of(slopes[1]),
                Figure.of(slopes[2]),
                Figure.of(errors[0]),
                Figure.of(errors[1]),
                Figure.of(errors[2]),
                rSquared,
                ratio);
    }

    /** Whether a loss weighs more than a gain of the same size; false without a fit. */
    public boolean lossesWeighMore() {
        return positive.isDefined() && negative.value() > positive.value();
    }
}
