package org.entezar.methods.claimants;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.entezar.methods.Interruption;
import org.entezar.methods.InvalidInputException;
import org.entezar.methods.InvalidInputException.Code;
import org.entezar.methods.statistics.Adjustment;
import org.hipparchus.distribution.continuous.BetaDistribution;

/**
 * Customers whose unjustified or unverifiable claims are too many for chance. Only claims that a review found so count;
 * customers who complain are worth keeping. A flag starts a human review: it denies nothing, shows its evidence and
 * expires.
 *
 * <p>The robust fit drops customers with a tail p below .01 and three claims or more, refits on the rest and repeats until
 * the kept set is stable; one pass is not enough, since strong claimants mask each other. Flagged is who has all of
 * q &lt; .01 (Benjamini-Hochberg over all customers), enough claims, and a Jeffreys lower bound above a multiple of the base
 * rate, taken from his own data. Trimming narrows the prior, so the p-values are a little too small: an order for
 * screening, not proof. Sources: Efron &amp; Morris 1975 JASA 70:311-319; Benjamini &amp; Hochberg 1995 JRSS-B 57:289-300;
 * Reynolds &amp; Harris 2005 J. Services Marketing 19:321-335.
 */
public final class SerialClaimants {
    private SerialClaimants() {}

    /**
     * When to trim and when to flag.
     *
     * @param trimP tail below which a customer is dropped from the fit, .01
     * @param minClaims fewest claims to be dropped or flagged, 3
     * @param mostRounds rounds of the robust fit, 10
     * @param falseDiscovery q below which a customer may be flagged, .01
     * @param multiple how many times the base rate the lower bound must exceed, 3
     */
    public record Settings(double trimP, long minClaims, int mostRounds, double falseDiscovery, double multiple) {
        /** As published in METHODS.md. */
        public static final Settings DEFAULT = new Settings(0.01, 3, 10, 0.01, 3);

        /** Refuses settings that cannot be met. */
        public Settings {
            check("trim_p", trimP > 0 && trimP < 1);
            check("min_claims", minClaims >= 0);
            check("max_iterations", mostRounds >= 1 && mostRounds <= 1000);
            check("fdr_q", falseDiscovery > 0 && falseDiscovery < 1);
            check("multiple", multiple > 0 && Double.isFinite(multiple));
        }

        private static void check(String field, boolean good) {
            if (!good) {
                throw InvalidInputException.of(Code.OUT_OF_RANGE, field, "is out of range");
            }
        }
    }

    /**
     * The robust fit.
     *
     * @param fit on the kept customers
     * @param firstPassP upper tail of each customer under the fit of all
     * @param kept by customer
     * @param stable whether the kept set came to rest within the rounds
     */
    public record Trimmed(BetaBinomialFit fit, double[] firstPassP, boolean[] kept, boolean stable) {}

    /** Fits, trims and refits. */
    public static Trimmed fit(long[] claims, long[] orders, Settings settings) {
        BetaBinomialFit.check(claims, orders);
        boolean[] kept = new boolean[claims.length];
        Arrays.fill(kept, true);
        BetaBinomialFit fit = BetaBinomialFit.of(claims, orders, kept);
        double[] firstPassP = tails(fit.model(), claims, orders);
        double[] p = firstPassP;
        boolean stable = false;
        for (int round = 0; round < settings.mostRounds() && !stable; round++) {
            boolean[] next = new boolean[claims.length];
            for (int i = 0; i < next.length; i++) {
                next[i] = !(p[i] < settings.trimP() && claims[i] >= settings.minClaims());
            }
            stable = Arrays.equals(next, kept);
            kept = next;
            if (!stable) {
                fit = BetaBinomialFit.of(claims, orders, kept);
                p = tails(fit.model(), claims, orders);
            }
        }
        return new Trimmed(fit, firstPassP, kept, stable);
    }

    private static double[] tails(BetaBinomial model, long[] claims, long[] orders) {
        return IntStream.range(0, claims.length)
                .mapToDouble(i -> {
                    Interruption.check();
                    return model.atLeast(claims[i], orders[i]);
                })
                .toArray();
    }

    /**
     * The evidence, by customer.
     *
     * @param pValue upper tail P(C ≥ c)
     * @param qValue Benjamini-Hochberg over all customers
     * @param posteriorMean for ranking
     * @param posteriorLower 5 % quantile of the posterior, for comparison; it shrinks too much to flag by
     * @param jeffreysLower 5 % quantile of Beta(c + .5, n - c + .5), from the customer's own data
     * @param flagged who should be looked at
     * @param ranking customers from the highest posterior mean to the lowest, counted from 0
     */
    public record Evidence(
            double[] pValue,
            double[] qValue,
            double[] posteriorMean,
            double[] posteriorLower,
            double[] jeffreysLower,
            boolean[] flagged,
            int[] ranking) {}

    /** Weighs every customer against a model and its base rate. */
    public static Evidence weigh(long[] claims, long[] orders, BetaBinomial model, double baseRate, Settings settings) {
        BetaBinomialFit.check(claims, orders);
        int n = claims.length;
        double[] p = tails(model, claims, orders);
        double[] q = Adjustment.benjaminiHochberg(p);
        double[] mean = new double[n];
        double[] posterior = new double[n];
        double[] jeffreys = new double[n];
        boolean[] flagged = new boolean[n];
        for (int i = 0; i < n; i++) {
            Interruption.check();
            long unclaimed = orders[i] - claims[i];
            mean[i] = model.posteriorMean(claims[i], orders[i]);
            posterior[i] = model.isOverdispersed() ? lower(model.a() + claims[i], model.b() + unclaimed) : model.rate();
            jeffreys[i] = lower(claims[i] + 0.5, unclaimed + 0.5);
            flagged[i] = q[i] < settings.falseDiscovery()
                    && claims[i] >= settings.minClaims()
                    && jeffreys[i] > settings.multiple() * baseRate;
        }
        int[] ranking = IntStream.range(0, n)
                .boxed()
                .sorted((one, other) -> Double.compare(mean[other], mean[one]))
                .mapToInt(Integer::intValue)
                .toArray();
        return new Evidence(p, q, mean, posterior, jeffreys, flagged, ranking);
    }

    private static double lower(double a, double b) {
        return new BetaDistribution(a, b, 1e-15).inverseCumulativeProbability(0.05);
    }
}
