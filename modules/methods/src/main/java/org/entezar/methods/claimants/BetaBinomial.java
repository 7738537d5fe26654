package org.entezar.methods.claimants;

import org.entezar.methods.InvalidInputException;
import org.entezar.methods.InvalidInputException.Code;

/**
 * The beta-binomial distribution of c claims in n orders (Skellam 1948 JRSS-B 10:257-261), or the binomial with rate
 * {@code a} where {@code b} is infinite.
 *
 * @param a above 0
 * @param b above 0; infinite: the plain binomial, and a is its rate
 */
public record BetaBinomial(double a, double b) {

    /** Refuses parameters that are no distribution. */
    public BetaBinomial {
        boolean binomial = b == Double.POSITIVE_INFINITY && a >= 0 && a <= 1;
        if (!binomial && !(a > 0 && b > 0 && a < Double.POSITIVE_INFINITY && b < Double.POSITIVE_INFINITY)) {
            throw InvalidInputException.of(Code.OUT_OF_RANGE, a > 0 ? "b" : "a", "must be above 0");
        }
    }

    /** The plain binomial with this rate. */
    static BetaBinomial binomial(double rate) {
        return new BetaBinomial(rate, Double.POSITIVE_INFINITY);
    }

    /** Whether claims spread more than the binomial allows. */
    public boolean isOverdispersed() {
        return b != Double.POSITIVE_INFINITY;
    }

    /** Claims per order in the long run. */
    public double rate() {
        return isOverdispersed() ? a / (a + b) : a;
    }

    /** Rate of a customer after c claims in n orders: (a+c)/(a+b+n); the common rate without overdispersion. */
    public double posteriorMean(long claims, long orders) {
        return isOverdispersed() ? (a + claims) / (a + b + orders) : a;
    }

    /** ln P(C = c). */
    public double logProbability(long claims, long orders) {
        double log = 0;
        for (long i = 0; i < claims; i++) {
            log += Math.log((orders - i) / (i + 1.0)) + (isOverdispersed() ? Math.log(a + i) : Math.log(a));
        }
        for (long i = 0; i < orders - claims; i++) {
            log += isOverdispersed() ? Math.log(b + i) : Math.log1p(-a);
        }
        for (long i = 0; isOverdispersed() && i < orders; i++) {
            log -= Math.log(a + b + i);
        }
        return log;
    }

    /** P(C ≥ c), summed from small to large terms by their ratios. */
    public double atLeast(long claims, long orders) {
        if (claims <= 0) {
            return 1;
        }
        double probability = Math.exp(logProbability(claims, orders));
        double sum = probability;
        for (long c = claims; c < orders && probability > 0; c++) {
            double ratio = isOverdispersed() ? (a + c) / (b + orders - c - 1) : a / (1 - a);
            probability *= (orders - c) / (c + 1.0) * ratio;
            sum += probability;
        }
        return Math.min(1, sum);
    }
}
