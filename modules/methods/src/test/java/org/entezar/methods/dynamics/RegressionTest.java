package org.entezar.methods.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.entezar.methods.Figure;
import org.entezar.methods.Reason;
import org.junit.jupiter.api.Test;

/** Least squares against figures that were worked out another way (normal equations in exact fractions). */
class RegressionTest {
    private static final Offset<Double> CLOSE = within(1e-12);
    private static final double NAN = Double.NaN;
    private static final double[] ONES = {1, 1, 1, 1, 1, 1};

    @Test
    void aLineThroughSixPointsOfThreeCustomers() {
        double[] customer = {1, 1, 2, 2, 3, 3};
        double[] x = {0, 1, 2, 3, 4, 5};
        double[] y = {1, 3, 2, 5, 4, 6};
        Regression line = Regression.of(customer, y, ONES, x);
        // x̄ = 2.5, ȳ = 3.5, Sxx = 17.5, Sxy = 15.5, Syy = 17.5
        double slope = 15.5 / 17.5;
        double rest = 17.5 - 15.5 * 15.5 / 17.5;
        assertThat(line.n()).isEqualTo(6);
        assertThat(line.customers()).isEqualTo(3);
        assertThat(line.coefficients().get(1).value()).isCloseTo(slope, CLOSE);
        assertThat(line.coefficients().get(0).value()).isCloseTo(3.5 - slope * 2.5, CLOSE);
        assertThat(line.sigma().value()).isCloseTo(Math.sqrt(rest / 4), CLOSE);
        assertThat(line.r2().value()).isCloseTo(1 - rest / 17.5, CLOSE);
        assertThat(line.errors().get(1).value()).isCloseTo(Math.sqrt(rest / 4 / 17.5), CLOSE);
        assertThat(line.errors().get(0).value()).isCloseTo(Math.sqrt(rest / 4 * (1.0 / 6 + 6.25 / 17.5)), CLOSE);
        assertThat(line.covariance()[0][1]).isCloseTo(-2.5 * rest / 4 / 17.5, CLOSE);
        // scores of the slope by customer: Σ e(x - x̄), corrected by G/(G-1)·(n-1)/(n-k)
        double meat = 0;
        for (int c = 0; c < 3; c++) {
            double score = 0;
            for (int i = 2 * c; i < 2 * c + 2; i++) {
                score += (y[i] - 3.5 - slope * (x[i] - 2.5)) * (x[i] - 2.5);
            }
            meat += score * score;
        }
        assertThat(line.clusterErrors().get(1).value()).isCloseTo(Math.sqrt(meat * 3 / 2 * 5 / 4) / 17.5, CLOSE);
    }

    @Test
    void incompleteRowsAreLeftOut() {
        Regression line = Regression.of(
                new double[] {1, 2, 3, 4, 5}, new double[] {1, NAN, 3, 4, 5.5}, new double[] {1, 2, NAN, 4, 5});
        assertThat(line.n()).isEqualTo(3);
        assertThat(line.customers()).isEqualTo(3);
        // through the origin: Σxy/Σx²
        assertThat(line.coefficients().get(0).value()).isCloseTo((1 + 16 + 27.5) / (1 + 16 + 25), CLOSE);
    }

    @Test
    void whatCannotBeEstimatedSaysWhy() {
        double[] one = {1, 1, 1};
        assertThat(Regression.of(one, new double[] {1, 2, 3}, one, new double[] {1, 2, 4}, new double[] {3, 1, 1})
                        .coefficients())
                .hasSize(3)
                .allSatisfy(figure -> assertThat(figure).hasToString("Undefined[reason=TOO_FEW]"));
        assertThat(Regression.of(one, new double[] {NAN, NAN, NAN}, one).r2()).hasToString("Undefined[reason=NO_DATA]");
        Regression twice = Regression.of(
                ONES, new double[] {1, 2, 3, 4, 5, 7}, new double[] {1, 2, 3, 4, 5, 6}, new double[] {2, 4, 6, 8, 10, 12
                });
        assertThat(twice.coefficients().get(0)).hasToString("Undefined[reason=NOT_POSITIVE_DEFINITE]");
        assertThat(twice.covariance()).isEmpty();
        Regression level = Regression.of(one, new double[] {2, 2, 2}, one);
        assertThat(level.r2()).isEqualTo(Figure.undefined(Reason.ZERO_VARIANCE));
        assertThat(level.clusterErrors().get(0).isDefined()).isFalse();
    }
}
