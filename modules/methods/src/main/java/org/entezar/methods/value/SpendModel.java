package org.entezar.methods.value;

import java.util.ArrayList;
import java.util.Arrays;
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
import org.entezar.methods.statistics.Means;

/**
 * Gamma-gamma: how much a customer spends at a purchase, when the mean over few purchases is known.
 *
 * <p>Assumes that frequency and value do not go together: their correlation is always part of the result. p and γ are
 * highly correlated, so fits are compared by likelihood, not by parameters. Source: Fader, Hardie &amp; Lee (2005), Journal of
 * Marketing Research 42:415-430; Fader &amp; Hardie (2013), note on the gamma-gamma model.
 */
public final class SpendModel {
    private static final double[][] STARTS = {{1, 3}, {6, 4}, {2, 1.5}, {20, 10}};
    private static final QuasiNewton.Stop STOP = new QuasiNewton.Stop(1e-6, 1e-14, 1000);
    private static final double NOTABLE_CORRELATION = 0.1;

    private SpendModel() {}

    /** Parameters of the gamma-gamma model, all above 0; γ has the unit of money. */
    public record Spend(double p, double q, double gamma) {
        /** All three are above 0. */
        public Spend {
            positive("p", p);
            positive("q", q);
            positive("gamma", gamma);
        }

        private static void positive(String field, double value) {
            if (!(value > 0 && Double.isFinite(value))) {
                throw InvalidInputException.of(Code.OUT_OF_RANGE, field, "above 0, got " + value);
            }
        }

        /** Mean over all customers, γp/(q-1); UNSTABLE when q ≤ 1, as the mean is then infinite. */
        public Figure populationMean() {
            return q > 1 ? Figure.of(gamma * p / (q - 1)) : Figure.undefined(Reason.UNSTABLE);
        }
    }

    /**
     * Repeat purchases and their mean value.
     *
     * @param frequency x, repeat purchases
     * @param meanValue z, mean money of those; not read when x = 0
     */
    public record Input(double[] frequency, double[] meanValue) {
        /** Checks every customer. */
        public Input {
            if (meanValue.length != frequency.length) {
                throw InvalidInputException.of(
                        Code.WRONG_LENGTH, "mean_value", frequency.length + " customers, got " + meanValue.length);
            }
            for (int i = 0; i < frequency.length; i++) {
                if (!(frequency[i] >= 0 && frequency[i] == Math.rint(frequency[i]))) {
                    throw InvalidInputException.at(Code.OUT_OF_RANGE, "frequency", i, "a count, got " + frequency[i]);
                }
                if (frequency[i] > 0 && !(meanValue[i] >= 0 && Double.isFinite(meanValue[i]))) {
                    throw InvalidInputException.at(
                            Code.OUT_OF_RANGE, "mean_value", i, "0 or more, got " + meanValue[i]);
                }
            }
            frequency = frequency.clone();
            meanValue = meanValue.clone();
        }

        private boolean counts(int i) {
            return frequency[i] > 0 && meanValue[i] > 0;
        }
    }

    /**
     * The fit.
     *
     * @param n customers with a repeat purchase and a mean value above 0
     * @param spend empty when there are fewer than three such customers or their values do not vary
     * @param logLikelihood of these customers
     * @param correlation of frequency and mean value
     */
    public record Fit(
            int n,
            Optional<Spend> spend,
            Figure logLikelihood,
            Figure correlation,
            boolean converged,
            Set<Warning> warnings) {}

    /** Maximum likelihood over the logs of the parameters, from several starts. */
    public static Fit fit(Input in) {
        int[] rows =
                IntStream.range(0, in.frequency().length).filter(in::counts).toArray();
        int n = rows.length;
        double[] x = Arrays.stream(rows).mapToDouble(i -> in.frequency()[i]).toArray();
        double[] z = Arrays.stream(rows).mapToDouble(i -> in.meanValue()[i]).toArray();
        Figure correlation = Means.correlation(x, z);
        if (n < 3 || Arrays.stream(z).distinct().count() < 2) {
            Reason reason = n == 0 ? Reason.NO_DATA : n < 3 ? Reason.TOO_FEW : Reason.ZERO_VARIANCE;
            return new Fit(n, Optional.empty(), Figure.undefined(reason), correlation, false, Set.of());
        }
        SpendLikelihood likelihood = new SpendLikelihood(x, z);
        double mean = Means.mean(z);
        List<double[]> starts = new ArrayList<>();
        for (double[] start : STARTS) {
            double gamma = mean * Math.max(start[1] - 1, 0.5) / start[0];
            starts.add(new double[] {Math.log(start[0]), Math.log(start[1]), Math.log(gamma)});
        }
        QuasiNewton.Minimum best = QuasiNewton.minimise(likelihood, starts, STOP);
        double[] p = best.point();
        EnumSet<Warning> warnings = EnumSet.noneOf(Warning.class);
        if (correlation.isDefined() && Math.abs(correlation.value()) > NOTABLE_CORRELATION) {
            warnings.add(Warning.VALUE_DEPENDS_ON_FREQUENCY);
        }
        if (!best.converged()) {
            warnings.add(Warning.WEAKLY_IDENTIFIED);
        }
        return new Fit(
                n,
                Optional.of(new Spend(Math.exp(p[0]), Math.exp(p[1]), Math.exp(p[2]))),
                Figure.of(-best.value()),
                correlation,
                best.converged(),
                Set.copyOf(warnings));
    }

    /** E[mean value] = p(γ + xz)/(px + q - 1) of each customer; the population's mean when x = 0. */
    public static List<Figure> expectedValues(Spend s, Input in) {
        return IntStream.range(0, in.frequency().length)
                .mapToObj(i -> {
                    double x = in.frequency()[i];
                    double divisor = s.p() * x + s.q() - 1;
                    return x == 0
                            ? s.populationMean()
                            : divisor > 0
                                    ? Figure.of(s.p() * (s.gamma() + x * in.meanValue()[i]) / divisor)
                                    : Figure.undefined(Reason.UNSTABLE);
                })
                .toList();
    }
}
