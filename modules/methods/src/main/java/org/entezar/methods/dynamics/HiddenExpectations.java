package org.entezar.methods.dynamics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entezar.methods.Figure;
import org.entezar.methods.Interruption;
import org.entezar.methods.InvalidInputException;
import org.entezar.methods.InvalidInputException.Code;
import org.entezar.methods.Reason;
import org.entezar.methods.Warning;
import org.hipparchus.exception.MathIllegalStateException;
import org.hipparchus.optim.InitialGuess;
import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.PointValuePair;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunction;
import org.hipparchus.optim.nonlinear.scalar.noderiv.NelderMeadSimplex;
import org.hipparchus.optim.nonlinear.scalar.noderiv.SimplexOptimizer;

/**
 * Learning rates and first expectations where only perceptions and deliveries were measured.
 *
 * <p>Least squares over the recursion of {@link ExpectationPath}: a_w and a_s within 0..1, W_0 and S_0 within the scale and
 * the same for all customers. The weights of perception are given, or follow by regression for every trial (Golub &amp;
 * Pereyra 1973, SIAM J. Numerical Analysis 10:413-432). Searched by Nelder-Mead from the best points of a grid. Below
 * three encounters a customer the model is refused; below five the result warns that it is weakly identified.
 */
public final class HiddenExpectations {
    private static final double[] RATES = {0.05, 0.3, 0.6, 0.9};
    private static final double[] LEVELS = {0.15, 0.5, 0.85};
    private static final int FOLLOWED = 6;
    private static final int LEAST_ENCOUNTERS = 3;
    private static final int ENOUGH_ENCOUNTERS = 5;

    private HiddenExpectations() {}

    /**
     * Encounters of customers.
     *
     * @param customer number of the customer of each row; rows of a customer in order of time
     * @param delivered D_t, NaN = missing
     * @param perception P_t, NaN = missing
     * @param scaleLow lowest expectation there can be
     * @param scaleHigh highest
     * @param weights p0, p_w, p_s, p_d where they are known
     */
    public record Input(
            double[] customer,
            double[] delivered,
            double[] perception,
            double scaleLow,
            double scaleHigh,
            Optional<double[]> weights) {
        /** Checks columns and scale. */
        public Input {
            if (delivered.length != customer.length || perception.length != customer.length) {
                throw InvalidInputException.of(Code.WRONG_LENGTH, "perception", "as many rows as customers");
            }
            if (!(scaleLow < scaleHigh && Double.isFinite(scaleHigh - scaleLow))) {
                throw InvalidInputException.of(Code.OUT_OF_RANGE, "scale", "low below high");
            }
            if (weights.isPresent() && weights.get().length != 4) {
                throw InvalidInputException.of(Code.WRONG_LENGTH, "weights", "p0, pw, ps, pd");
            }
        }
    }

    /**
     * The fit.
     *
     * @param n encounters with delivery and perception
     * @param learning weights and learning rates; empty when undefined
     * @param will W_0
     * @param should S_0
     * @param squares Σ(P - fitted)²; TOO_FEW when there are no more rows than parameters
     * @param r2 1 - squares/Σ(P - mean)²
     */
    public record Fit(
            int n,
            int customers,
            Optional<Learning> learning,
            Figure will,
            Figure should,
            Figure squares,
            Figure r2,
            Set<Warning> warnings) {}

    /** Fits. */
    public static Fit fit(Input in) {
        Map<Double, List<Integer>> byCustomer = new LinkedHashMap<>();
        int n = 0;
        for (int i = 0; i < in.customer().length; i++) {
            if (!Double.isNaN(in.delivered()[i]) && !Double.isNaN(in.perception()[i])) {
                byCustomer
                        .computeIfAbsent(in.customer()[i], c -> new ArrayList<>())
                        .add(i);
                n++;
            } else if (!Double.isNaN(in.delivered()[i])) {
                byCustomer.computeIfAbsent(in.customer()[i], c -> new ArrayList<>());
            }
        }
        int fewest = byCustomer.values().stream().mapToInt(List::size).min().orElse(0);
        if (fewest < LEAST_ENCOUNTERS) {
            throw InvalidInputException.of(
                    Code.NOT_IDENTIFIED, "customer", "at least three measured encounters of each customer are needed");
        }
        HiddenCriterion criterion = new HiddenCriterion(in);
        int parameters = 4 + (in.weights().isPresent() ? 0 : 4);
        if (n <= parameters) {
            Figure few = Figure.undefined(Reason.TOO_FEW);
            return new Fit(n, byCustomer.size(), Optional.empty(), few, few, few, few, Set.of());
        }
        double[] best = search(criterion, in);
        double squares = criterion.value(best);
        if (!Double.isFinite(squares)) {
            Figure none = Figure.undefined(Reason.NOT_POSITIVE_DEFINITE);
            return new Fit(n, byCustomer.size(), Optional.empty(), none, none, none, none, Set.of());
        }
        double[] p = criterion.weights();
        return new Fit(
                n,
                byCustomer.size(),
                Optional.of(new Learning(p[0], p[1], p[2], p[3], best[0], best[1])),
                Figure.of(best[2]),
                Figure.of(best[3]),
                Figure.of(squares),
                Figure.ratio(squares, criterion.total(), Reason.ZERO_VARIANCE).map(share -> 1 - share),
                fewest < ENOUGH_ENCOUNTERS ? Set.of(Warning.WEAKLY_IDENTIFIED) : Set.of());
    }

    private static double[] search(HiddenCriterion criterion, Input in) {
        double low = in.scaleLow();
        double width = in.scaleHigh() - low;
        List<PointValuePair> grid = new ArrayList<>();
        for (double aw : RATES) {
            for (double as : RATES) {
                for (double w : LEVELS) {
                    for (double s : LEVELS) {
                        Interruption.check();
                        double[] point = {aw, as, low + w * width, low + s * width};
                        grid.add(new PointValuePair(point, criterion.value(point)));
                    }
                }
            }
        }
        grid.sort(Comparator.comparingDouble(PointValuePair::getValue));
        double[] best = grid.get(0).getPoint();
        double least = grid.get(0).getValue();
        for (int i = 0; i < FOLLOWED && Double.isFinite(grid.get(i).getValue()); i++) {
            double[] point = grid.get(i).getPoint();
            for (int round = 0; round < 3; round++) {
                Interruption.check();
                point = criterion.clamp(simplex(criterion, point, width));
            }
            double value = criterion.value(point);
            if (value < least) {
                least = value;
                best = point;
            }
        }
        return best;
    }

    private static double[] simplex(HiddenCriterion criterion, double[] start, double width) {
        double[] steps = {0.15, 0.15, 0.15 * width, 0.15 * width};
        try {
            return new SimplexOptimizer(1e-13, 1e-13)
                    .optimize(
                            new MaxEval(5000),
                            new ObjectiveFunction(criterion::penalised),
                            GoalType.MINIMIZE,
                            new InitialGuess(Arrays.copyOf(start, 4)),
                            new NelderMeadSimplex(steps))
                    .getPoint();
        } catch (MathIllegalStateException e) {
            return start; // out of evaluations: the start stands
        }
    }
}
