package org.entezar.methods.value;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.entezar.methods.Figure;
import org.entezar.methods.InvalidInputException;
import org.entezar.methods.InvalidInputException.Code;
import org.entezar.methods.Reason;
import org.entezar.methods.Warning;
import org.entezar.methods.optimisation.QuasiNewton;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;

/**
 * BG/NBD: customers buy at a rate of their own until, after some purchase, they stop for good.
 *
 * <p>Source: Fader, Hardie &amp; Lee (2005), Marketing Science 24:275-284. A customer without a repeat purchase cannot have
 * stopped: P(alive) = 1 is a property of the model, not a finding ({@link Warning#ALIVE_BY_MODEL}).
 */
public final class RepeatPurchases {
    private static final double[] SHAPES = {0.3, 1.5};
    private static final double[][] STOPPING = {{0.5, 2}, {1, 1}, {2, 12}};
    private static final QuasiNewton.Stop STOP = new QuasiNewton.Stop(1e-6, 1e-14, 500);

    private RepeatPurchases() {}

    /** Log-likelihood of each customer, in their order. */
    public static double[] logLikelihoods(PurchaseRates rates, PurchaseHistory history) {
        double[] all = new double[history.customers()];
        Arrays.setAll(
                all,
                i -> PurchaseLikelihood.ofCustomer(
                        rates, history.frequency()[i], history.recency()[i], history.age()[i]));
        return all;
    }

    /**
     * The fit.
     *
     * @param n customers
     * @param rates empty when nothing can be fitted
     * @param logLikelihood NO_DATA without a single repeat purchase
     * @param standardErrors of the logs of r, α, a, b; NOT_POSITIVE_DEFINITE where the likelihood is flat
     * @param converged whether the gradient vanished
     */
    public record Fit(
            int n,
            Optional<PurchaseRates> rates,
            Figure logLikelihood,
            List<Figure> standardErrors,
            boolean converged,
            Set<Warning> warnings) {}

    /** Maximum likelihood over the logs of the parameters, from several starts. */
    public static Fit fit(PurchaseHistory history) {
        PurchaseLikelihood likelihood = new PurchaseLikelihood(history);
        double purchases = Arrays.stream(history.frequency()).sum();
        double time = Arrays.stream(history.age()).sum();
        if (purchases == 0 || time == 0) {
            Figure none = Figure.undefined(Reason.NO_DATA);
            return new Fit(
                    history.customers(), Optional.empty(), none, List.of(none, none, none, none), false, Set.of());
        }
        List<double[]> starts = new ArrayList<>();
        for (double r : SHAPES) {
            for (double[] stopping : STOPPING) {
                starts.add(new double[] {
                    Math.log(r), Math.log(r * time / purchases), Math.log(stopping[0]), Math.log(stopping[1])
                });
            }
        }
        QuasiNewton.Minimum best = QuasiNewton.minimise(likelihood, starts, STOP);
        double[] p = best.point();
        List<Figure> errors = standardErrors(likelihood, p);
        EnumSet<Warning> warnings = EnumSet.noneOf(Warning.class);
        if (!best.converged() || !errors.get(0).isDefined() || errors.stream().anyMatch(e -> e.value() > 3)) {
            warnings.add(Warning.WEAKLY_IDENTIFIED);
        }
        return new Fit(
                history.customers(),
                Optional.of(new PurchaseRates(Math.exp(p[0]), Math.exp(p[1]), Math.exp(p[2]), Math.exp(p[3]))),
                Figure.of(-best.value()),
                errors,
                best.converged(),
                Set.copyOf(warnings));
    }

    /** From the observed information, by differences of the gradient. */
    private static List<Figure> standardErrors(PurchaseLikelihood likelihood, double[] point) {
        int k = point.length;
        RealMatrix information = MatrixUtils.createRealMatrix(k, k);
        double step = 1e-4;
        double[] up = new double[k];
        double[] down = new double[k];
        for (int i = 0; i < k; i++) {
            double[] moved = point.clone();
            moved[i] += step;
            likelihood.valueAndGradient(moved, up);
            moved[i] -= 2 * step;
            likelihood.valueAndGradient(moved, down);
            for (int j = 0; j < k; j++) {
                information.addToEntry(i, j, (up[j] - down[j]) / (4 * step));
                information.addToEntry(j, i, (up[j] - down[j]) / (4 * step));
            }
        }
        try {
            RealMatrix inverse =
                    new CholeskyDecomposition(information).getSolver().getInverse();
            return IntStream.range(0, k)
                    .mapToObj(i -> Figure.finiteOr(Math.sqrt(inverse.getEntry(i, i)), Reason.NOT_POSITIVE_DEFINITE))
                    .toList();
        } catch (MathRuntimeException e) {
            return Collections.nCopies(k, Figure.undefined(Reason.NOT_POSITIVE_DEFINITE));
        }
    }

    /**
     * What to expect.
     *
     * @param alive probability that the customer still buys
     * @param expected purchases within each horizon: a row a customer, a column a horizon
     * @param newcomer purchases of a customer after the first one, within each horizon
     */
    public record Outlook(double[] alive, double[][] expected, double[] newcomer, Set<Warning> warnings) {}

    /** Predicts purchases in the next {@code horizons} of time. */
    public static Outlook predict(PurchaseRates rates, PurchaseHistory history, double[] horizons) {
        for (int h = 0; h < horizons.length; h++) {
            if (!(horizons[h] >= 0 && Double.isFinite(horizons[h]))) {
                throw InvalidInputException.at(Code.OUT_OF_RANGE, "horizons", h, "0 or more, got " + horizons[h]);
            }
        }
        int n = history.customers();
        double[] alive = new double[n];
        double[][] expected = new double[n][horizons.length];
        boolean without = false;
        for (int i = 0; i < n; i++) {
            double x = history.frequency()[i];
            double age = history.age()[i];
            alive[i] = alive(rates, x, history.recency()[i], age);
            without |= x == 0;
            for (int h = 0; h < horizons.length; h++) {
                expected[i][h] = alive[i] * purchases(rates, x, age, horizons[h]);
            }
        }
        double[] newcomer = new double[horizons.length];
        Arrays.setAll(newcomer, h -> purchases(rates, 0, 0, horizons[h]));
        return new Outlook(alive, expected, newcomer, without ? Set.of(Warning.ALIVE_BY_MODEL) : Set.of());
    }

    private static double alive(PurchaseRates p, double x, double recency, double age) {
        if (x == 0) {
            return 1;
        }
        double odds =
                p.a() / (p.b() + x - 1) * Math.exp((p.r() + x) * Math.log((p.alpha() + age) / (p.alpha() + recency)));
        return 1 / (1 + odds);
    }

    /** Purchases within t of a customer who is alive; the formula's hole at a = 1 is bridged by a straight line. */
    private static double purchases(PurchaseRates p, double x, double age, double t) {
        double hole = 1e-5;
        if (Math.abs(p.a() - 1) < hole) {
            double below = purchases(1 - hole, p, x, age, t);
            double above = purchases(1 + hole, p, x, age, t);
            return below + (above - below) * (p.a() - 1 + hole) / (2 * hole);
        }
        return purchases(p.a(), p, x, age, t);
    }

    /**
     * (a+b+x-1)/(a-1)·[1 - ((α+T)/(α+T+t))^{r+x}·₂F₁(r+x, b+x; a+b+x-1; z)], z = t/(α+T+t); Euler's transformation
     * turns the product into (1-z)^{a-1}·₂F₁(a+b-1-r, a-1; a+b+x-1; z), whose terms stay small for every x.
     */
    private static double purchases(double a, PurchaseRates p, double x, double age, double t) {
        double c = a + p.b() + x - 1;
        if (Math.abs(c) < 1e-9) {
            c = 1e-9; // the product with the factor c before the bracket has a limit here
        }
        double z = t / (p.alpha() + age + t);
        double product = Math.pow(1 - z, a - 1) * Hypergeometric.series(c - x - p.r(), a - 1, c, z);
        return c / (a - 1) * (1 - product) + 0.0; // no negative zero
    }
}
