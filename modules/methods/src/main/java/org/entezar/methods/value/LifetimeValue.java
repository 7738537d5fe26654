package org.entezar.methods.value;

import org.entezar.methods.Figure;
import org.entezar.methods.InvalidInputException;
import org.entezar.methods.InvalidInputException.Code;
import org.entezar.methods.Reason;

/**
 * Customer lifetime value from margins, retention and discount.
 *
 * <p>The first margin comes either now (t = 0) or after one period (t = 1): the two differ by one margin, so both are
 * always named. Source: Gupta &amp; Lehmann (2003), Journal of Interactive Marketing 17(1):9-24.
 */
public final class LifetimeValue {
    private LifetimeValue() {}

    /**
     * The same margin and retention every period.
     *
     * @param margin m, money a period
     * @param retention r, share of customers who stay from one period to the next, 0..1
     * @param discount d a period, above -1
     * @param periods N, 0 or more
     */
    public record Constant(double margin, double retention, double discount, int periods) {
        /** Checks rates and periods. */
        public Constant {
            finite("margin", margin);
            checkRetention(retention);
            checkDiscount(discount);
            if (periods < 0 || periods > 1_000_000) {
                throw InvalidInputException.of(Code.OUT_OF_RANGE, "periods", "0..1000000, got " + periods);
            }
        }
    }

    /**
     * Value of a customer.
     *
     * @param now Σ_{t=0..N} m r^t/(1+d)^t
     * @param later Σ_{t=1..N} of the same
     * @param endlessNow m(1+d)/(1+d-r); UNSTABLE when the sum has no limit
     * @param endlessLater m·r/(1+d-r)
     */
    public record ConstantResult(double now, double later, Figure endlessNow, Figure endlessLater) {}

    /** Value with constant margins. */
    public static ConstantResult evaluate(Constant in) {
        double step = in.retention() / (1 + in.discount());
        double later = 0;
        double weight = 1;
        for (int t = 1; t <= in.periods(); t++) {
            weight *= step;
            later += weight;
        }
        Figure endless = step < 1 ? Figure.of(in.margin() / (1 - step)) : Figure.undefined(Reason.UNSTABLE);
        return new ConstantResult(in.margin() * (1 + later), in.margin() * later, endless, endless.map(v -> v * step));
    }

    /**
     * Margins and retention that change.
     *
     * @param margins m_t, t = 0, 1, …
     * @param retention r_t from t to t + 1; one fewer than the margins is enough
     * @param discount d a period
     * @param acquisitionCost taken off
     */
    public record Varying(double[] margins, double[] retention, double discount, double acquisitionCost) {
        /** Checks every period. */
        public Varying {
            if (margins.length == 0) {
                throw InvalidInputException.of(Code.EMPTY, "margins", "at least one period");
            }
            if (retention.length < margins.length - 1) {
                throw InvalidInputException.of(
                        Code.WRONG_LENGTH,
                        "retention",
                        "at least " + (margins.length - 1) + ", got " + retention.length);
            }
            for (int t = 0; t < margins.length; t++) {
                if (!Double.isFinite(margins[t])) {
                    throw InvalidInputException.at(Code.OUT_OF_RANGE, "margins", t, "a finite number");
                }
            }
            for (int t = 0; t < retention.length; t++) {
                if (!(retention[t] >= 0 && retention[t] <= 1)) {
                    throw InvalidInputException.at(Code.OUT_OF_RANGE, "retention", t, "0..1, got " + retention[t]);
                }
            }
            checkDiscount(discount);
            finite("acquisition_cost", acquisitionCost);
            margins = margins.clone();
            retention = retention.clone();
        }
    }

    /** Σ m_t·Π_{s&lt;t} r_s/(1+d)^t - acquisition cost. */
    public static double evaluate(Varying in) {
        double value = -in.acquisitionCost();
        double weight = 1;
        for (int t = 0; t < in.margins().length; t++) {
            value += weight * in.margins()[t];
            if (t + 1 < in.margins().length) {
                weight *= in.retention()[t] / (1 + in.discount());
            }
        }
        return value;
    }

    private static void finite(String field, double value) {
        if (!Double.isFinite(value)) {
            throw InvalidInputException.of(Code.OUT_OF_RANGE, field, "a finite number");
        }
    }

    private static void checkRetention(double value) {
        if (!(value >= 0 && value <= 1)) {
            throw InvalidInputException.of(Code.OUT_OF_RANGE, "retention", "0..1, got " + value);
        }
    }

    private static void checkDiscount(double value) {
        if (!(value > -1 && Double.isFinite(value))) {
            throw InvalidInputException.of(Code.OUT_OF_RANGE, "discount", "above -1, got " + value);
        }
    }
}
