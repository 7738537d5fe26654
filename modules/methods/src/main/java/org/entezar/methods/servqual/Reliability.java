package org.entezar.methods.servqual;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.entezar.methods.Bounds;
import org.entezar.methods.Figure;
import org.entezar.methods.InvalidInputException;
import org.entezar.methods.InvalidInputException.Code;
import org.entezar.methods.Reason;
import org.entezar.methods.Warning;
import org.entezar.methods.statistics.Means;
import org.entezar.methods.statistics.Quantiles;

/**
 * How well items that should measure the same thing hang together, on complete rows.
 *
 * <p>α = k/(k-1)·(1 - Σs²/s_T²) (Cronbach 1951 Psychometrika 16:297-334); standardised α = k·r̄/(1 + (k-1)·r̄); interval
 * [1-(1-α)F(1-p/2), 1-(1-α)F(p/2)] with n-1 and (n-1)(k-1) degrees of freedom (Feldt 1965 Psychometrika 30:357-370). α
 * may be negative and is then reported so. ω of one factor: see {@link OneFactor}.
 *
 * @param n complete rows used
 * @param items k
 * @param alpha ZERO_VARIANCE when the sum does not vary
 * @param standardisedAlpha ZERO_VARIANCE when an item does not vary
 * @param alphaBounds Feldt's interval of alpha
 * @param itemRest correlation of each item with the sum of the others
 * @param alphaIfDeleted alpha of the other items; TOO_FEW when there are only two items
 * @param omega McDonald's total omega; TOO_FEW below three items
 * @param warnings NEGATIVE_VARIANCE when the factor solution is a Heywood case
 */
public record Reliability(
        long n,
        int items,
        Figure alpha,
        Figure standardisedAlpha,
        Bounds alphaBounds,
        List<Figure> itemRest,
        List<Figure> alphaIfDeleted,
        Figure omega,
        Set<Warning> warnings) {

    /**
     * Evaluates rows of respondents, one answer an item, NaN = missing; a row with a gap is left out.
     *
     * @param confidence level of the interval
     */
    public static Reliability of(double[][] rows, double confidence) {
        Quantiles.checkConfidence(confidence);
        double[][] columns = completeColumns(rows);
        int k = columns.length;
        int n = k == 0 ? 0 : columns[0].length;
        Figure alpha = alpha(columns);
        OneFactor.Solution factor = n < 2 || k < 3 ? OneFactor.Solution.TOO_FEW : OneFactor.fit(covariances(columns));
        Set<Warning> warnings = EnumSet.noneOf(Warning.class);
        if (factor.negativeVariance()) {
            warnings.add(Warning.NEGATIVE_VARIANCE);
        }
        return new Reliability(
                n,
                k,
                alpha,
                standardised(columns),
                feldt(alpha, n, k, confidence),
                IntStream.range(0, k).mapToObj(j -> itemRest(columns, j)).toList(),
                IntStream.range(0, k).mapToObj(j -> alpha(without(columns, j))).toList(),
                factor.omega(),
                warnings);
    }

    /** Cronbach's alpha of columns without gaps, one an item. */
    static Figure alpha(double[][] columns) {
        int k = columns.length;
        if (k < 2 || columns[0].length < 2) {
            return Figure.undefined(k == 0 || columns[0].length == 0 ? Reason.NO_DATA : Reason.TOO_FEW);
        }
        double total = Means.variance(sum(columns));
        double parts = 0;
        for (double[] column : columns) {
            parts += Means.variance(column);
        }
        // rounding leaves a trace of variance in a sum of decimals that does not vary
        if (total <= 1e-14 * (1 + parts)) {
            return Figure.undefined(Reason.ZERO_VARIANCE);
        }
        return Figure.of(k / (k - 1.0) * (1 - parts / total));
    }

    private static Figure standardised(double[][] columns) {
        int k = columns.length;
        if (k < 2 || columns[0].length < 2) {
            return Figure.undefined(k == 0 || columns[0].length == 0 ? Reason.NO_DATA : Reason.TOO_FEW);
        }
        double sum = 0;
        for (int i = 0; i < k; i++) {
            for (int j = 0; j < i; j++) {
                Figure r = Means.correlation(columns[i], columns[j]);
                if (!r.isDefined()) {
                    return r;
                }
                sum += r.value();
            }
        }
        double mean = sum / (k * (k - 1) / 2.0);
        return Figure.ratio(k * mean, 1 + (k - 1) * mean, Reason.ZERO_VARIANCE);
    }

    private static Bounds feldt(Figure alpha, int n, int k, double confidence) {
        if (alpha instanceof Figure.Undefined undefined) {
            return Bounds.undefined(undefined.reason());
        }
        double tail = (1 - confidence) / 2;
        double rest = 1 - alpha.value();
        double between = n - 1;
        double within = (n - 1.0) * (k - 1);
        return new Bounds(
                Figure.of(1 - rest * Quantiles.f(1 - tail, between, within)),
                Figure.of(1 - rest * Quantiles.f(tail, between, within)));
    }

    private static Figure itemRest(double[][] columns, int item) {
        if (columns.length < 2) {
            return Figure.undefined(Reason.TOO_FEW);
        }
        return Means.correlation(columns[item], sum(without(columns, item)));
    }

    private static double[][] without(double[][] columns, int item) {
        return IntStream.range(0, columns.length)
                .filter(j -> j != item)
                .mapToObj(j -> columns[j])
                .toArray(double[][]::new);
    }

    private static double[] sum(double[][] columns) {
        double[] sum = new double[columns[0].length];
        for (double[] column : columns) {
            Arrays.setAll(sum, i -> sum[i] + column[i]);
        }
        return sum;
    }

    private static double[][] covariances(double[][] columns) {
        double[][] s = new double[columns.length][columns.length];
        for (int i = 0; i < columns.length; i++) {
            for (int j = 0; j <= i; j++) {
                s[i][j] = Means.covariance(columns[i], columns[j]);
                s[j][i] = s[i][j];
            }
        }
        return s;
    }

    /** The complete rows as columns, one an item. */
    static double[][] completeColumns(double[][] rows) {
        if (rows.length == 0) {
            throw InvalidInputException.of(Code.EMPTY, "items", "at least one respondent is needed");
        }
        for (int i = 0; i < rows.length; i++) {
            if (rows[i].length != rows[0].length) {
                throw InvalidInputException.at(Code.WRONG_LENGTH, "items", i, "differs in length from the first row");
            }
        }
        double[][] complete = Arrays.stream(rows)
                .filter(row -> Arrays.stream(row).noneMatch(Double::isNaN))
                .toArray(double[][]::new);
        double[][] columns = new double[rows[0].length][complete.length];
        for (int j = 0; j < columns.length; j++) {
            int item = j;
            Arrays.setAll(columns[j], i -> complete[i][item]);
        }
        return columns;
    }
}
