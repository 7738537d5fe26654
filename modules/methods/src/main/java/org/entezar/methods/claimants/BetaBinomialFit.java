package org.entezar.methods.claimants;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.entezar.methods.Interruption;
import org.entezar.methods.InvalidInputException;
import org.entezar.methods.InvalidInputException.Code;
import org.entezar.methods.Warning;

/**
 * Maximum likelihood of {@link BetaBinomial} over customers.
 *
 * <p>Since claims and orders are whole numbers, the log-likelihood is a sum of logarithms,
 * Σ_i A_i·ln(a+i) + Σ_i B_i·ln(b+i) - Σ_i N_i·ln(a+b+i), where A_i, B_i, N_i count the customers with more than i claims,
 * unclaimed orders, orders. Newton's method climbs it in (ln a, ln b) from several starts. When the climb runs away to
 * b → ∞, or nothing was claimed, the claims do not spread more than chance and the binomial with the pooled rate stands.
 *
 * @param model the fitted distribution
 * @param logLikelihood at it
 * @param warnings NO_OVERDISPERSION when it is the plain binomial
 */
public record BetaBinomialFit(BetaBinomial model, double logLikelihood, Set<Warning> warnings) {
    /** The likelihood is summed over the orders of one customer. */
    private static final int MOST_ORDERS = 100_000;

    private static final double[] START_SIZES = {0.5, 5, 50, 500};
    private static final int MOST_ROUNDS = 500;

    /** Beyond this size of a + b a beta-binomial cannot be told from a binomial. */
    private static final double BINOMIAL_SIZE = 1e7;

    /** Fits customers' claims and orders. */
    public static BetaBinomialFit of(long[] claims, long[] orders) {
        check(claims, orders);
        boolean[] all = new boolean[claims.length];
        Arrays.fill(all, true);
        return of(claims, orders, all);
    }

    static BetaBinomialFit of(long[] claims, long[] orders, boolean[] kept) {
        Counts counts = new Counts(claims, orders, kept);
        double rate = counts.orders == 0 ? 0 : (double) counts.claims / counts.orders;
        BetaBinomialFit binomial = new BetaBinomialFit(
                BetaBinomial.binomial(rate),
                logLikelihood(BetaBinomial.binomial(rate), claims, orders, kept),
                EnumSet.of(Warning.NO_OVERDISPERSION));
        if (counts.claims == 0 || counts.claims == counts.orders) {
            return binomial;
        }
        double[] best = {0, 0};
        double bestValue = Double.NEGATIVE_INFINITY;
        for (double size : START_SIZES) {
            double[] found = climb(counts, Math.log(size * rate), Math.log(size * (1 - rate)));
            double value = counts.value(found[0], found[1]);
            if (value > bestValue) {
                bestValue = value;
                best = found;
            }
        }
        double a = Math.exp(best[0]);
        double b = Math.exp(best[1]);
        if (!(a + b < BINOMIAL_SIZE)) {
            return binomial;
        }
        BetaBinomial model = new BetaBinomial(a, b);
        double logLikelihood = logLikelihood(model, claims, orders, kept);
        return logLikelihood > binomial.logLikelihood() + 1e-9
                ? new BetaBinomialFit(model, logLikelihood, EnumSet.noneOf(Warning.class))
                : binomial;
    }

    private static double logLikelihood(BetaBinomial model, long[] claims, long[] orders, boolean[] kept) {
        double sum = 0;
        for (int i = 0; i < claims.length; i++) {
            sum += kept[i] ? model.logProbability(claims[i], orders[i]) : 0;
        }
        return sum;
    }

    private static double[] climb(Counts counts, double startA, double startB) {
        double x = startA;
        double y = startB;
        double value = counts.value(x, y);
        for (int round = 0; round < MOST_ROUNDS && Math.exp(x) + Math.exp(y) < 10 * BINOMIAL_SIZE; round++) {
            Interruption.check();
            double[] d = counts.derivatives(x, y);
            if (Math.hypot(d[0], d[1]) < 1e-10 * (1 + Math.abs(value))) {
                break;
            }
            double[] step = step(d);
            double length = 1;
            double next = Double.NEGATIVE_INFINITY;
            while (length > 1e-12 && !(next > value)) {
                next = counts.value(x + length * step[0], y + length * step[1]);
                length /= 2;
            }
            if (!(next > value)) {
                break;
            }
            x += 2 * length * step[0];
            y += 2 * length * step[1];
            value = next;
        }
        return new double[] {x, y};
    }

    /** Newton's step where the surface is a hill, otherwise straight up; never longer than 2 in a logarithm. */
    private static double[] step(double[] d) {
        double determinant = d[2] * d[4] - d[3] * d[3];
        double sx = d[0];
        double sy = d[1];
        if (d[2] < 0 && determinant > 0) {
            sx = -(d[4] * d[0] - d[3] * d[1]) / determinant;
            sy = -(d[2] * d[1] - d[3] * d[0]) / determinant;
        }
        double shrink = Math.min(1, 2 / Math.max(Math.abs(sx), Math.abs(sy)));
        return new double[] {sx * shrink, sy * shrink};
    }

    static void check(long[] claims, long[] orders) {
        if (claims.length != orders.length) {
            throw InvalidInputException.of(Code.WRONG_LENGTH, "orders", "differs in length from claims");
        }
        for (int i = 0; i < claims.length; i++) {
            if (orders[i] < 0 || orders[i] > MOST_ORDERS) {
                throw InvalidInputException.at(Code.OUT_OF_RANGE, "orders", i, "must lie in 0.." + MOST_ORDERS);
            }
            if (claims[i] < 0 || claims[i] > orders[i]) {
                throw InvalidInputException.at(
                        Code.OUT_OF_RANGE, "claims", i, "must lie between 0 and the orders, got " + claims[i]);
            }
        }
    }

    /** How many customers have more than i claims, unclaimed orders, orders. */
    private static final class Counts {
        private final long[] moreClaims;
        private final long[] moreUnclaimed;
        private final long[] moreOrders;
        private long claims;
        private long orders;

        Counts(long[] claims, long[] orders, boolean[] kept) {
            int most = 0;
            for (int i = 0; i < claims.length; i++) {
                most = kept[i] ? (int) Math.max(most, orders[i]) : most;
            }
            moreClaims = new long[most + 1];
            moreUnclaimed = new long[most + 1];
            moreOrders = new long[most + 1];
            for (int i = 0; i < claims.length; i++) {
                if (kept[i]) {
                    moreClaims[(int) claims[i]]++;
                    moreUnclaimed[(int) (orders[i] - claims[i])]++;
                    moreOrders[(int) orders[i]]++;
                    this.claims += claims[i];
                    this.orders += orders[i];
                }
            }
            for (long[] counts : new long[][] {moreClaims, moreUnclaimed, moreOrders}) {
                long more = 0;
                for (int i = most; i >= 0; i--) {
                    long here = counts[i];
                    counts[i] = more;
                    more += here;
                }
            }
        }

        double value(double logA, double logB) {
            double a = Math.exp(logA);
            double b = Math.exp(logB);
            double sum = 0;
            for (int i = 0; i < moreOrders.length; i++) {
                if (moreOrders[i] > 0) {
                    sum += moreClaims[i] * Math.log(a + i)
                            + moreUnclaimed[i] * Math.log(b + i)
                            - moreOrders[i] * Math.log(a + b + i);
                }
            }
            return sum;
        }

        /** Gradient and Hessian in (ln a, ln b): x, y, xx, xy, yy. */
        double[] derivatives(double logA, double logB) {
            double a = Math.exp(logA);
            double b = Math.exp(logB);
            double da = 0;
            double db = 0;
            double both = 0;
            double daa = 0;
            double dbb = 0;
            double bothSquared = 0;
            for (int i = 0; i < moreOrders.length; i++) {
                da += moreClaims[i] / (a + i);
                db += moreUnclaimed[i] / (b + i);
                both += moreOrders[i] / (a + b + i);
                daa -= moreClaims[i] / ((a + i) * (a + i));
                dbb -= moreUnclaimed[i] / ((b + i) * (b + i));
                bothSquared += moreOrders[i] / ((a + b + i) * (a + b + i));
            }
            double x = a * (da - both);
            double y = b * (db - both);
            return new double[] {
                x, y, x + a * a * (daa + bothSquared), a * b * bothSquared, y + b * b * (dbb + bothSquared)
            };
        }
    }
}
