package org.entezar.methods.dynamics;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entezar.methods.Figure;
import org.entezar.methods.InvalidInputException;
import org.entezar.methods.InvalidInputException.Code;
import org.entezar.methods.Reason;
import org.entezar.methods.Warning;

/**
 * Learning rates and weights of perception, where expectations were measured before and after each encounter.
 *
 * <p>a_w: (W_t - W_{t-1}) on (D_t - W_{t-1}) without intercept; a_s likewise on max(D_t - S_{t-1}, 0); perception, overall
 * quality and intention with intercept. Measurement error in W_{t-1} stands on both sides of the first regression and
 * biases a_w upwards; in the unrestricted W_t on W_{t-1} and D_t, the two slopes should sum to one. Source: Boulding,
 * Kalra, Staelin &amp; Zeithaml (1993), Journal of Marketing Research 30:7-27.
 */
public final class ExpectationPanel {
    /** The sum of the two slopes may be off by this many standard errors, and by this much. */
    private static final double SLOPES_ERRORS = 2;

    private ExpectationPanel() {}

    /**
     * One row an encounter, NaN = missing.
     *
     * @param customer number of the customer
     * @param willBefore W_{t-1}
     * @param shouldBefore S_{t-1}
     * @param delivered D_t
     * @param perception P_t
     * @param willAfter W_t
     * @param shouldAfter S_t
     * @param quality overall quality, regressed on perception where it was asked
     * @param intention behavioural intention, likewise
     */
    public record Input(
            double[] customer,
            double[] willBefore,
            double[] shouldBefore,
            double[] delivered,
            double[] perception,
            double[] willAfter,
            double[] shouldAfter,
            Optional<double[]> quality,
            Optional<double[]> intention) {
        /** Checks that all columns have one length. */
        public Input {
            int n = customer.length;
            for (int i = 0; i < n; i++) {
                if (Double.isNaN(customer[i])) {
                    throw InvalidInputException.at(Code.MISSING_FIELD, "customer", i, "every row needs its customer");
                }
            }
            length("WElag", willBefore, n);
            length("SElag", shouldBefore, n);
            length("DS", delivered, n);
            length("P", perception, n);
            length("WE", willAfter, n);
            length("SE", shouldAfter, n);
            quality.ifPresent(column -> length("quality", column, n));
            intention.ifPresent(column -> length("intention", column, n));
        }

        private static void length(String field, double[] column, int n) {
            if (column.length != n) {
                throw InvalidInputException.of(Code.WRONG_LENGTH, field, n + " rows, got " + column.length);
            }
        }
    }

    /**
     * The estimates.
     *
     * @param will a_w
     * @param should a_s; NO_DATA when no delivery ever exceeded what should happen
     * @param perception intercept, p_w, p_s, p_d
     * @param unrestricted intercept, slope of W_{t-1}, slope of D_t
     * @param quality intercept and slope of P_t
     * @param intention intercept and slope of P_t
     */
    public record Result(
            Regression will,
            Regression should,
            Regression perception,
            Regression unrestricted,
            Optional<Regression> quality,
            Optional<Regression> intention,
            Set<Warning> warnings) {}

    /** Estimates. */
    public static Result evaluate(Input in) {
        int n = in.customer().length;
        double[] ones = new double[n];
        Arrays.fill(ones, 1);
        double[] surprise = minus(in.delivered(), in.willBefore());
        double[] excess = Arrays.stream(minus(in.delivered(), in.shouldBefore()))
                .map(v -> Math.max(v, 0))
                .toArray();
        Regression should = Regression.of(in.customer(), minus(in.shouldAfter(), in.shouldBefore()), excess);
        if (Arrays.stream(excess).noneMatch(v -> v > 0)) {
            Figure none = Figure.undefined(Reason.NO_DATA);
            List<Figure> one = Collections.singletonList(none);
            should = new Regression(should.n(), should.customers(), one, one, one, new double[0][], none, none);
        }
        Regression unrestricted = Regression.of(in.customer(), in.willAfter(), ones, in.willBefore(), in.delivered());
        return new Result(
                Regression.of(in.customer(), minus(in.willAfter(), in.willBefore()), surprise),
                should,
                Regression.of(in.customer(), in.perception(), ones, in.willBefore(), in.shouldBefore(), in.delivered()),
                unrestricted,
                in.quality().map(y -> Regression.of(in.customer(), y, ones, in.perception())),
                in.intention().map(y -> Regression.of(in.customer(), y, ones, in.perception())),
                offOne(unrestricted) ? Set.of(Warning.SLOPES_NOT_ONE) : Set.of());
    }

    private static boolean offOne(Regression r) {
        if (r.covariance().length == 0) {
            return false;
        }
        double[][] c = r.covariance();
        double sum = r.coefficients().get(1).value() + r.coefficients().get(2).value();
        double error = Math.sqrt(Math.max(c[1][1] + c[2][2] + 2 * c[1][2], 0));
        return Math.abs(sum - 1) > SLOPES_ERRORS * error + 1e-9;
    }

    private static double[] minus(double[] a, double[] b) {
        double[] difference = new double[a.length];
        Arrays.setAll(difference, i -> a[i] - b[i]);
        return difference;
    }
}
