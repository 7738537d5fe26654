package org.entezar.methods.equity;

import java.util.Optional;
import java.util.OptionalDouble;
import org.entezar.methods.Figure;
import org.entezar.methods.InvalidInputException;
import org.entezar.methods.InvalidInputException.Code;
import org.entezar.methods.Reason;
import org.entezar.methods.statistics.Means;

/**
 * Whether a customer pays more or less for a unit than the norm in the head: equity = ln(normative/actual unit price),
 * above 0 = better than the norm.
 *
 * <p>After Bolton &amp; Lemon (1999), Journal of Marketing Research 36:171-186, who estimate equity from surveys and bills;
 * this explicit index is our operational form. The norm looks back only: N_t = α·u_{t-1} + (1-α)·N_{t-1}.
 */
public final class PaymentEquity {
    private PaymentEquity() {}

    /**
     * Usage and tariff.
     *
     * @param usage units of each period, NaN = missing
     * @param tariff what is paid
     * @param alpha weight of the last usage in the norm, 0..1
     * @param firstNorm N_1, stated expectation; when empty, the first known usage
     * @param benefit b, worth of a unit to the customer
     * @param competitor another tariff to compare with
     */
    public record Input(
            double[] usage,
            Tariff tariff,
            double alpha,
            OptionalDouble firstNorm,
            double benefit,
            Optional<Tariff> competitor) {
        /** Checks usage and settings. */
        public Input {
            usage = checkedUsage(usage);
            if (!(alpha >= 0 && alpha <= 1)) {
                throw InvalidInputException.of(Code.OUT_OF_RANGE, "alpha", "0..1, got " + alpha);
            }
            checkNorm(firstNorm);
            if (!Double.isFinite(benefit)) {
                throw InvalidInputException.of(Code.OUT_OF_RANGE, "benefit_per_unit", "a finite number");
            }
        }
    }

    static double[] checkedUsage(double[] usage) {
        for (int t = 0; t < usage.length; t++) {
            if (usage[t] < 0 || Double.isInfinite(usage[t])) {
                throw InvalidInputException.at(Code.OUT_OF_RANGE, "usage", t, "0 or more, got " + usage[t]);
            }
        }
        return usage.clone();
    }

    static void checkNorm(OptionalDouble norm) {
        if (norm.isPresent() && !(norm.getAsDouble() >= 0 && Double.isFinite(norm.getAsDouble()))) {
            throw InvalidInputException.of(Code.OUT_OF_RANGE, "normative_usage_initial", "0 or more");
        }
    }

    /**
     * One number a period, NaN where it has none.
     *
     * @param n periods with an equity
     * @param norm normative usage N_t
     * @param cost C(u_t)
     * @param normCost C(N_t)
     * @param unitPrice C(u_t)/u_t; none without usage
     * @param normUnitPrice C(N_t)/N_t; none when N_t = 0
     * @param equity ln(normUnitPrice/unitPrice); none when one of them is missing or 0
     * @param benefitCost b·u_t/C(u_t); none when the cost is 0
     * @param surplus b·u_t - C(u_t)
     * @param competitorEquity ln(p_competitor(u_t)/p_t); empty without competitor
     * @param meanEquity over the periods that have one
     * @param squares Σ(u_t - N_t)² from period 2
     */
    public record Result(
            long n,
            double[] norm,
            double[] cost,
            double[] normCost,
            double[] unitPrice,
            double[] normUnitPrice,
            double[] equity,
            double[] benefitCost,
            double[] surplus,
            double[] competitorEquity,
            Figure meanEquity,
            double squares) {}

    /** Computes equity. */
    public static Result evaluate(Input in) {
        double[] u = in.usage();
        int periods = u.length;
        double[] norm = new double[periods];
        double squares = NormativeUsage.run(u, in.alpha(), in.firstNorm(), norm);
        double[] cost = new double[periods];
        double[] normCost = new double[periods];
        double[] unitPrice = new double[periods];
        double[] normUnitPrice = new double[periods];
        double[] equity = new double[periods];
        double[] ratio = new double[periods];
        double[] surplus = new double[periods];
        double[] competitor = new double[in.competitor().isPresent() ? periods : 0];
        Tariff tariff = in.tariff();
        for (int t = 0; t < periods; t++) {
            cost[t] = tariff.cost(u[t]);
            normCost[t] = tariff.cost(norm[t]);
            unitPrice[t] = tariff.unitPrice(u[t]);
            normUnitPrice[t] = tariff.unitPrice(norm[t]);
            equity[t] = logRatio(normUnitPrice[t], unitPrice[t]);
            double benefit = in.benefit() * u[t];
            ratio[t] = cost[t] > 0 ? benefit / cost[t] : Double.NaN;
            surplus[t] = benefit - cost[t];
            if (in.competitor().isPresent()) {
                competitor[t] = logRatio(in.competitor().get().unitPrice(u[t]), unitPrice[t]);
            }
        }
        long n = Means.count(equity);
        return new Result(
                n,
                norm,
                cost,
                normCost,
                unitPrice,
                normUnitPrice,
                equity,
                ratio,
                surplus,
                competitor,
                n == 0 ? Figure.undefined(Reason.NO_DATA) : Figure.of(Means.mean(equity)),
                squares);
    }

    private static double logRatio(double above, double below) {
        return above > 0 && below > 0 ? Math.log(above / below) : Double.NaN;
    }
}
