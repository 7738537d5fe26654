package org.entezar.methods.servqual;

import java.util.Arrays;
import org.entezar.methods.Figure;
import org.entezar.methods.InvalidInputException;
import org.entezar.methods.InvalidInputException.Code;
import org.entezar.methods.Reason;
import org.entezar.methods.statistics.Means;

/**
 * Reliability of a dimension's gap as a difference score (Peter, Churchill &amp; Brown 1993 J. Consumer Research
 * 19:655-662): r_D = (s_E²α_E + s_P²α_P - 2·r_EP·s_E·s_P)/(s_E² + s_P² - 2·r_EP·s_E·s_P), E and P the respondents' means of
 * the dimension's items, over respondents who answered all of them. It is not the alpha of the gap items; it falls when
 * expectation and perception go together, so show it beside gaps.
 *
 * @param n respondents used
 * @param alphaExpectation alpha of the expectation items
 * @param alphaPerception alpha of the perception items
 * @param correlation of E and P
 * @param varianceExpectation of E
 * @param variancePerception of P
 * @param reliability r_D, which may be negative; ZERO_VARIANCE when the difference does not vary
 * @param alphaOfGaps alpha of the gap items, for comparison
 */
public record DifferenceReliability(
        long n,
        Figure alphaExpectation,
        Figure alphaPerception,
        Figure correlation,
        Figure varianceExpectation,
        Figure variancePerception,
        Figure reliability,
        Figure alphaOfGaps) {

    /** Evaluates one dimension; rows of respondents, one answer an item, NaN = missing. */
    public static DifferenceReliability of(double[][] expectation, double[][] perception) {
        if (expectation.length != perception.length) {
            throw InvalidInputException.of(Code.WRONG_LENGTH, "perception", "differs in length from expectation");
        }
        double[][] both = new double[expectation.length][];
        for (int i = 0; i < both.length; i++) {
            if (perception[i].length != expectation[i].length) {
                throw InvalidInputException.at(
                        Code.WRONG_LENGTH, "perception", i, "differs in length from expectation");
            }
            both[i] = Arrays.copyOf(expectation[i], 2 * expectation[i].length);
            System.arraycopy(perception[i], 0, both[i], expectation[i].length, perception[i].length);
        }
        double[][] columns = Reliability.completeColumns(both);
        int k = columns.length / 2;
        double[][] e = Arrays.copyOfRange(columns, 0, k);
        double[][] p = Arrays.copyOfRange(columns, k, 2 * k);
        int n = k == 0 ? 0 : e[0].length;
        if (n < 2) {
            Figure none = Figure.undefined(n == 0 ? Reason.NO_DATA : Reason.TOO_FEW);
            return new DifferenceReliability(n, none, none, none, none, none, none, none);
        }
        double[][] gaps = new double[k][n];
        for (int j = 0; j < k; j++) {
            int item = j;
            Arrays.setAll(gaps[j], i -> p[item][i] - e[item][i]);
        }
        Figure alphaE = Reliability.alpha(e);
        Figure alphaP = Reliability.alpha(p);
        double[] meanE = mean(e);
        double[] meanP = mean(p);
        double varianceE = Means.variance(meanE);
        double varianceP = Means.variance(meanP);
        return new DifferenceReliability(
                n,
                alphaE,
                alphaP,
                Means.correlation(meanE, meanP),
                Figure.of(varianceE),
                Figure.of(varianceP),
                reliability(alphaE, alphaP, varianceE, varianceP, Means.covariance(meanE, meanP)),
                Reliability.alpha(gaps));
    }

    private static Figure reliability(
            Figure alphaE, Figure alphaP, double varianceE, double varianceP, double covariance) {
        if (!alphaE.isDefined()) {
            return alphaE;
        }
        if (!alphaP.isDefined()) {
            return alphaP;
        }
        double difference = varianceE + varianceP - 2 * covariance;
        if (difference <= 1e-14 * (varianceE + varianceP)) {
            return Figure.undefined(Reason.ZERO_VARIANCE);
        }
        return Figure.of((varianceE * alphaE.value() + varianceP * alphaP.value() - 2 * covariance) / difference);
    }

    private static double[] mean(double[][] columns) {
        double[] mean = new double[columns[0].length];
        for (double[] column : columns) {
            Arrays.setAll(mean, i -> mean[i] + column[i] / columns.length);
        }
        return mean;
    }
}
