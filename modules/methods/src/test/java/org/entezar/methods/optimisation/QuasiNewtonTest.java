package org.entezar.methods.optimisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.assertj.core.data.Offset;
import org.entezar.methods.optimisation.QuasiNewton.Minimum;
import org.entezar.methods.optimisation.QuasiNewton.Stop;
import org.junit.jupiter.api.Test;

/** The path that the search takes: every point it looks at follows from the algorithm. */
class QuasiNewtonTest {
    private static final Stop FINE = new Stop(1e-9, 0, 500);
    private static final Offset<Double> CLOSE = within(1e-12);

    private final List<Double> looked = new ArrayList<>();
    private int evaluations;

    /** curvature·(x - centre)²/2, without a value beyond the limit. */
    private QuasiNewton.Function parabola(double curvature, double centre, double limit) {
        return (point, gradient) -> {
            looked.add(point[0]);
            double off = point[0] - centre;
            gradient[0] = curvature * off;
            return point[0] > limit ? Double.POSITIVE_INFINITY : curvature * off * off / 2;
        };
    }

    private Minimum minimise(double curvature, double centre, double limit, double start) {
        return QuasiNewton.minimise(parabola(curvature, centre, limit), new double[] {start}, FINE);
    }

    private void looks(double... points) {
        assertThat(looked).hasSizeGreaterThanOrEqualTo(points.length);
        for (int i = 0; i < points.length; i++) {
            assertThat(looked.get(i)).as("point " + i).isCloseTo(points[i], CLOSE);
        }
    }

    @Test
    void theFirstStepHasTheLengthOneAtMost() {
        Minimum end = minimise(100, 0, 9, 1);
        looks(1, 0);
        assertThat(looked).hasSize(2);
        assertThat(end.iterations()).isEqualTo(1);
        assertThat(end.converged()).isTrue();
        assertThat(end.value()).isZero();
        assertThat(end.largestGradient()).isZero();
    }

    @Test
    void aFlatSlopeIsFollowedByStepsTwoAndAHalfTimesAsLong() {
        Minimum end = minimise(0.01, 0, 9, 1);
        looks(1, 0.99, 0.975, 0.9375, 0.84375, 0);
        assertThat(looked).hasSize(6);
        assertThat(end.iterations()).isEqualTo(2);
    }

    @Test
    void outsideTheDomainAQuarterOfTheStepIsTried() {
        minimise(2000, 1, 1.05, 0.5);
        looks(0.5, 1.5, 0.75, 1);
    }

    @Test
    void aStepTooLongIsCutByTheParabolaThroughItsEnds() {
        minimise(20_000, 0.1, 9, 0);
        looks(0, 1, 0.1);
        looked.clear();
        minimise(20_000, 0.3, 9, 0);
        looks(0, 1, 0.3);
    }

    @Test
    void aCutIsATenthAtLeast() {
        minimise(20_000, 0.04, 9, 0);
        // the parabola says .04; a tenth is no descent there, the next parabola hits
        looks(0, 1, 0.1, 0.04);
    }

    @Test
    void betweenTwoBracketsTheMiddleIsTaken() {
        // up beyond 2, steep down to there: first too flat, then beyond the wall
        QuasiNewton.Function wall = (point, gradient) -> {
            looked.add(point[0]);
            gradient[0] = -1;
            return point[0] > 2 ? Double.POSITIVE_INFINITY : -point[0];
        };
        Minimum end = QuasiNewton.minimise(wall, new double[] {0}, new Stop(1e-9, 0, 1));
        looks(0, 1, 2.5, 1 + 0.25 * 1.5, 1 + 0.25 * 1.5 + 0.5 * (1.5 - 0.375));
        assertThat(end.value()).isCloseTo(-2, within(1e-6));
        assertThat(end.converged()).isFalse();
    }

    @Test
    void aStartWithoutAValueIsReturned() {
        Minimum end = minimise(1, 0, 1, 2);
        assertThat(end.value()).isInfinite();
        assertThat(end.converged()).isFalse();
        assertThat(end.iterations()).isZero();
        assertThat(end.point()).containsExactly(2);
    }

    @Test
    void aStartAtTheMinimumNeedsNoStep() {
        Minimum end = minimise(1, 3, 9, 3);
        assertThat(end.converged()).isTrue();
        assertThat(end.iterations()).isZero();
        assertThat(looked).hasSize(1);
    }

    @Test
    void theLowestEndOfSeveralStartsIsTaken() {
        // two valleys, the right one deeper
        QuasiNewton.Function valleys = (point, gradient) -> {
            double x = point[0];
            gradient[0] = 4 * x * (x * x - 1) - 0.2;
            return (x * x - 1) * (x * x - 1) - 0.2 * x;
        };
        for (List<double[]> starts : List.of(
                List.of(new double[] {-1.2}, new double[] {1.2}), List.of(new double[] {1.2}, new double[] {-1.2}))) {
            assertThat(QuasiNewton.minimise(valleys, starts, FINE).point()[0]).isCloseTo(1.0241, within(1e-3));
        }
    }

    private double rosenbrock(double[] point, double[] gradient) {
        evaluations++;
        double a = 1 - point[0];
        double b = point[1] - point[0] * point[0];
        gradient[0] = -2 * a - 400 * point[0] * b;
        gradient[1] = 200 * b;
        return a * a + 100 * b * b;
    }

    @Test
    void rosenbrocksValleyCostsNoMoreThanItDid() {
        Minimum end = QuasiNewton.minimise(this::rosenbrock, new double[] {-1.2, 1}, new Stop(1e-8, 0, 200));
        assertThat(end.converged()).isTrue();
        assertThat(end.value()).isLessThan(1e-18);
        assertThat(end.point()[0]).isCloseTo(1, within(1e-8));
        assertThat(end.point()[1]).isCloseTo(1, within(1e-8));
        assertThat(end.iterations()).isEqualTo(ITERATIONS);
        assertThat(evaluations).isEqualTo(EVALUATIONS);
    }

    private static final int ITERATIONS = 41;
    private static final int EVALUATIONS = 52;

    @Test
    void tenVariablesOfDifferentScaleCostNoMoreThanTheyDid() {
        QuasiNewton.Function bowl = (point, gradient) -> {
            evaluations++;
            double sum = 0;
            double scale = 1.0 / 729;
            for (int i = 0; i < 10; i++) {
                double off = point[i] - i;
                scale *= 3;
                gradient[i] = scale * (off + off * off * off);
                sum += scale * (off * off / 2 + off * off * off * off / 4);
            }
            return sum;
        };
        Minimum end = QuasiNewton.minimise(bowl, new double[10], new Stop(1e-7, 0, 500));
        assertThat(end.converged()).isTrue();
        assertThat(end.largestGradient()).isLessThan(1e-7);
        assertThat(evaluations).isEqualTo(BOWL);
    }

    private static final int BOWL = 133;

    @Test
    void nothingMoreIsGainedAfterFiveIdleSteps() {
        // the gradient never becomes small beside the criterion, the value soon does not fall any more
        QuasiNewton.Function cusp = (point, gradient) -> {
            evaluations++;
            gradient[0] = 1e6 * point[0] / Math.sqrt(1e-12 + point[0] * point[0]);
            return 1e6 * Math.sqrt(1e-12 + point[0] * point[0]) + 1e9;
        };
        Minimum end = QuasiNewton.minimise(cusp, new double[] {3}, new Stop(1e-300, 1e-3, 200));
        assertThat(end.converged()).isTrue();
        assertThat(end.iterations()).isLessThan(30);
    }
}
