package org.entezar.methods.structural;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.entezar.methods.Figure;
import org.entezar.methods.Reason;
import org.entezar.methods.Warning;
import org.entezar.methods.statistics.Quantiles;
import org.hipparchus.special.Gamma;
import org.junit.jupiter.api.Test;

class StructuralModelTest {
    private static final List<String> SIX = List.of("a", "b", "c", "d", "e", "f");
    private static final String TWO_FACTORS = "F =~ a + b + c\nG =~ d + e + f";

    /** Two correlated factors with these loadings, residual variance 0.5 each. */
    private static double[][] covariance(double... loadings) {
        double[][] s = new double[6][6];
        for (int i = 0; i < 6; i++) {
            for (int j = 0; j < 6; j++) {
                s[i][j] = loadings[i] * loadings[j] * (i / 3 == j / 3 ? 1 : 0.4) + (i == j ? 0.5 : 0);
            }
        }
        return s;
    }

    private static double[][] random(long seed) {
        Random random = new Random(seed);
        double[][] s = covariance(random.doubles(6).map(u -> 0.6 + u).toArray());
        for (int i = 0; i < 6; i++) {
            for (int j = 0; j < i; j++) {
                double noise = 0.08 * random.nextGaussian();
                s[i][j] += noise;
                s[j][i] = s[i][j];
            }
            s[i][i] += 0.3;
        }
        return s;
    }

    @Test
    void coversExactlyWhatTheModelMade() {
        int n = 400;
        double[][] s = covariance(1, 0.8, 1.2, 1, 0.5, 0.9);
        StructuralModel.Result result = StructuralModel.evaluate(new StructuralModel.Input(TWO_FACTORS, SIX, s, n));
        assertThat(result.success()).isTrue();
        assertThat(result.fit().chiSquare().value()).isCloseTo(0, within(1e-7));
        assertThat(result.fit().df()).isEqualTo(8);
        assertThat(result.fit().cfi().value()).isEqualTo(1);
        assertThat(result.fit().rmseaBounds().lower()).isEqualTo(Figure.of(0));
        assertThat(result.parameters().get(1).estimate()).isCloseTo(0.8, within(1e-5));
        assertThat(result.parameters().get(0).error()).isEqualTo(Figure.of(0));
        assertThat(result.parameters().get(0).z()).isEqualTo(Figure.undefined(Reason.NO_DATA));
        assertThat(result.r2().get("a").value()).isCloseTo(1 / 1.5, within(1e-5));
    }

    @Property(tries = 25)
    void theUnitsOfTheItemsDoNotMatter(@ForAll long seed, @ForAll @DoubleRange(min = 0.01, max = 100) double unit) {
        double[][] s = random(seed);
        double[][] other = new double[6][6];
        for (int i = 0; i < 6; i++) {
            for (int j = 0; j < 6; j++) {
                other[i][j] = s[i][j] * (i == 1 ? unit : 1) * (j == 1 ? unit : 1);
            }
        }
        StructuralModel.Result plain = StructuralModel.evaluate(new StructuralModel.Input(TWO_FACTORS, SIX, s, 200));
        StructuralModel.Result scaled =
                StructuralModel.evaluate(new StructuralModel.Input(TWO_FACTORS, SIX, other, 200));
        assertThat(scaled.fit().chiSquare().value())
                .isCloseTo(plain.fit().chiSquare().value(), within(1e-5));
        assertThat(scaled.parameters().get(1).z().value())
                .isCloseTo(plain.parameters().get(1).z().value(), within(1e-3));
    }

    @Property(tries = 25)
    void theOrderOfItemsAndFactorsDoesNotMatter(@ForAll long seed) {
        double[][] s = random(seed);
        StructuralModel.Result plain = StructuralModel.evaluate(new StructuralModel.Input(TWO_FACTORS, SIX, s, 200));
        StructuralModel.Result other =
                StructuralModel.evaluate(new StructuralModel.Input("G =~ f + e + d; F =~ c + b + a", SIX, s, 200));
        assertThat(other.fit().chiSquare().value())
                .isCloseTo(plain.fit().chiSquare().value(), within(1e-5));
        assertThat(other.fit().srmr().value()).isCloseTo(plain.fit().srmr().value(), within(1e-5));
    }

    /** Freeing a parameter never fits worse. */
    @Property(tries = 25)
    void aNestedModelFitsNoBetter(@ForAll long seed) {
        double[][] s = random(seed);
        double free = StructuralModel.evaluate(new StructuralModel.Input(TWO_FACTORS, SIX, s, 200))
                .fit()
                .chiSquare()
                .value();
        double equal = StructuralModel.evaluate(
                        new StructuralModel.Input("F =~ a + l*b + c\nG =~ d + l*e + f", SIX, s, 200))
                .fit()
                .chiSquare()
                .value();
        double fixed = StructuralModel.evaluate(new StructuralModel.Input(TWO_FACTORS + "\nF ~~ 0*G", SIX, s, 200))
                .fit()
                .chiSquare()
                .value();
        assertThat(equal).isGreaterThanOrEqualTo(free - 1e-6);
        assertThat(fixed).isGreaterThanOrEqualTo(free - 1e-6);
    }

    /** The analytic gradient against central differences, with regressions, residual covariances and an equality. */
    @Property(tries = 25)
    void theGradientIsThatOfTheDiscrepancy(@ForAll long seed) {
        double[][] s = random(seed);
        ParameterTable table =
                ParameterTable.of(ModelSyntax.parse("F =~ a + l*b + c\nG =~ d + l*e + f\nG ~ F\na ~~ d"), SIX);
        Sample sample = Sample.of(new StructuralModel.Input("F =~ a", SIX, s, 100), table);
        CovarianceStructure structure = new CovarianceStructure(table, sample.covariance(), sample.logDeterminant());
        double[] point = structure.start(true, 0.4);
        Random random = new Random(seed);
        for (int i = 0; i < point.length; i++) {
            point[i] += 0.05 * random.nextGaussian();
        }
        double[] gradient = new double[point.length];
        if (!Double.isFinite(structure.valueAndGradient(point, gradient))) {
            return;
        }
        for (int i = 0; i < point.length; i++) {
            double[] up = point.clone();
            double[] down = point.clone();
            up[i] += 1e-6;
            down[i] -= 1e-6;
            double slope = (structure.discrepancy(up) - structure.discrepancy(down)) / 2e-6;
            assertThat(gradient[i]).isCloseTo(slope, within(1e-5 + 1e-5 * Math.abs(slope)));
        }
    }

    @Test
    void refusesModelsThatTheDataCannotIdentify() {
        double[][] s = covariance(1, 0.8, 1.2, 1, 0.5, 0.9);
        assertThatThrownBy(() -> StructuralModel.evaluate(new StructuralModel.Input("F =~ a + b", SIX, s, 100)))
                .hasMessageContaining("df = -1");
        // enough covariances, but a factor of two items that stands alone
        assertThatThrownBy(() -> StructuralModel.evaluate(
                        new StructuralModel.Input("F =~ a + b + c\nG =~ d + e\nF ~~ 0*G", SIX, s, 100)))
                .hasMessageContaining("same covariances");
    }

    @Test
    void nothingToExplainHasNoComparativeFit() {
        double[][] s = {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}};
        assertThat(StructuralModel.evaluate(
                                new StructuralModel.Input("a ~~ b\na ~~ c\nb ~~ c", List.of("a", "b", "c"), s, 40))
                        .fit()
                        .cfi())
                .isEqualTo(Figure.undefined(Reason.ZERO_WIDTH));
    }

    @Test
    void anItemThatIsASumOfOthersIsRefused() {
        double[][] s = {{1, 0, 1}, {0, 1, 1}, {1, 1, 2}};
        assertThatThrownBy(() -> StructuralModel.evaluate(
                        new StructuralModel.Input("F =~ a + b + c", List.of("a", "b", "c"), s, 50)))
                .hasMessageContaining("positive definite");
    }

    @Test
    void aNegativeVarianceIsNoSuccess() {
        double[][] s = {{1, 0.8, 0.8}, {0.8, 1, 0.45}, {0.8, 0.45, 1}};
        StructuralModel.Result result =
                StructuralModel.evaluate(new StructuralModel.Input("F =~ a + b + c", List.of("a", "b", "c"), s, 50));
        assertThat(result.negativeVariance()).isTrue();
        assertThat(result.success()).isFalse();
        assertThat(result.warnings()).contains(Warning.NEGATIVE_VARIANCE);
        assertThat(result.r2().get("a")).isEqualTo(Figure.undefined(Reason.NOT_POSITIVE_DEFINITE));
        assertThat(result.fit().pValue()).isEqualTo(Figure.undefined(Reason.ZERO_WIDTH));
    }

    /** A path model of observed variables is a regression: exogenous variables keep their sample covariances. */
    @Test
    void observedPredictorsMakeARegression() {
        double[][] s = covariance(1, 0.8, 1.2, 1, 0.5, 0.9);
        StructuralModel.Result result = StructuralModel.evaluate(new StructuralModel.Input("a ~ b + c", SIX, s, 100));
        double determinant = s[1][1] * s[2][2] - s[1][2] * s[1][2];
        double slope = (s[0][1] * s[2][2] - s[0][2] * s[1][2]) / determinant;
        assertThat(result.fit().df()).isZero();
        assertThat(result.fit().parameters()).isEqualTo(3);
        assertThat(result.parameters().get(0).estimate()).isCloseTo(slope, within(1e-6));
    }

    @Test
    void readsTheLanguage() {
        List<Statement> statements =
                ModelSyntax.parse("# a comment\n F =~ 1*a +\n b ; G ~~ 0.5*F ! another\n y ~ k*x + NA*z");
        assertThat(statements).hasSize(5);
        assertThat(statements.get(0).fixed()).hasValue(1);
        assertThat(statements.get(2).fixed()).hasValue(0.5);
        assertThat(statements.get(3).label()).contains("k");
        assertThat(statements.get(4).freed()).isTrue();
        assertThatThrownBy(() -> ModelSyntax.parse("F = a")).hasMessageContaining("F = a");
        assertThatThrownBy(() -> ModelSyntax.parse("F =~ a + 3x")).hasMessageContaining("3x");
        assertThatThrownBy(() -> ModelSyntax.parse("a ~ 1")).hasMessageContaining("means");
        assertThatThrownBy(() -> ModelSyntax.parse("  \n# nothing")).hasMessageContaining("no statement");
    }

    /**
     * The third factor has two items that go against each other; from equal signs the search runs away to ever more
     * negative variances, with ever higher likelihood. Values of lavaan 0.6-14 for these covariances.
     */
    @Test
    void twoItemsAgainstEachOtherAreFoundFromTheirSign() {
        double[][] s = {
            {1.36, 0.58, -0.13, 0.07, 0.01, -0.22, 0.19, -0.41, 0.39},
            {0.58, 2.1, -0.29, 0.26, 0.36, -0.71, 0.27, -0.09, 0.09},
            {-0.13, -0.29, 1.08, -0.03, -0.25, 0.21, -0.08, 0.24, -0.3},
            {0.07, 0.26, -0.03, 1.36, 0.4, -0.61, 0.35, 0.17, -0.07},
            {0.01, 0.36, -0.25, 0.4, 1.49, -0.71, 0.42, 0.16, -0.24},
            {-0.22, -0.71, 0.21, -0.61, -0.71, 1.94, -0.76, -0.25, 0.21},
            {0.19, 0.27, -0.08, 0.35, 0.42, -0.76, 1.15, 0, -0.01},
            {-0.41, -0.09, 0.24, 0.17, 0.16, -0.25, 0, 3.1, -1.79},
            {0.39, 0.09, -0.3, -0.07, -0.24, 0.21, -0.01, -1.79, 2.33}
        };
        StructuralModel.Result result = StructuralModel.evaluate(new StructuralModel.Input(
                "a =~ x1+x2+x3\nb =~ x4+x5+x6+x7\nc =~ x8+x9\nb ~ a\nc ~ a + b",
                List.of("x1", "x2", "x3", "x4", "x5", "x6", "x7", "x8", "x9"),
                s,
                150));
        assertThat(result.success()).isTrue();
        assertThat(result.fit().chiSquare().value()).isCloseTo(23.99284155, within(1e-5));
        assertThat(result.fit().logLikelihood().value()).isCloseTo(-2135.89293624, within(1e-5));
        StructuralModel.Parameter last = result.parameters().stream()
                .filter(parameter ->
                        parameter.left().equals("c") && parameter.right().equals("x9"))
                .findFirst()
                .orElseThrow();
        assertThat(last.estimate()).isCloseTo(-0.974900556, within(1e-5));
    }

    @Property(tries = 200)
    void oneDegreeOfFreedomIsASquaredNormal(
            @ForAll @DoubleRange(min = 0.01, max = 400) double x,
            @ForAll @DoubleRange(min = 0, max = 300) double lambda) {
        double expected = Quantiles.normalProbability(Math.sqrt(x) - Math.sqrt(lambda))
                - Quantiles.normalProbability(-Math.sqrt(x) - Math.sqrt(lambda));
        assertThat(NoncentralChiSquare.probability(x, 1, lambda)).isCloseTo(expected, within(1e-12));
    }

    @Property(tries = 100)
    void withoutNoncentralityItIsTheCentralDistribution(
            @ForAll @DoubleRange(min = 0.1, max = 200) double x, @ForAll @IntRange(min = 1, max = 100) int df) {
        assertThat(NoncentralChiSquare.probability(x, df, 0))
                .isCloseTo(Gamma.regularizedGammaP(df / 2.0, x / 2), within(1e-13));
        double lambda = NoncentralChiSquare.noncentrality(x, df, 0.05);
        if (lambda > 0) {
            assertThat(NoncentralChiSquare.probability(x, df, lambda)).isCloseTo(0.05, within(1e-9));
        }
    }
}
