package org.entezar.methods.gaps;

import java.util.Arrays;
import org.entezar.methods.Figure;
import org.entezar.methods.InvalidInputException;
import org.entezar.methods.InvalidInputException.Code;
import org.entezar.methods.MeanEstimate;
import org.entezar.methods.Reason;
import org.entezar.methods.ShareEstimate;
import org.entezar.methods.statistics.Means;
import org.entezar.methods.statistics.Shares;
import org.entezar.methods.statistics.WelchTest;

/**
 * The five gaps of one dimension of service, all as actual minus reference, so that a negative gap is a shortfall
 * (Parasuraman, Zeithaml &amp; Berry 1985 J. Marketing 49(4):41-50).
 *
 * <p>1 knowledge: mean belief of managers minus mean expectation of customers (Welch). 2 standards: score of the standard
 * minus managers' belief (one-sample t). 3 delivery: score of what was delivered minus score of the standard. 4
 * communication: score of what was delivered minus score of what was promised. 5 customer gap: perception minus
 * expectation of the same customer. Gaps 1 to 4 do not add up to gap 5.
 *
 * @param deliveredScores by delivery
 * @param standardScore score of the standard
 * @param promisedScores by delivery
 * @param knowledge gap 1
 * @param standards gap 2
 * @param delivery gap 3
 * @param conformance share of deliveries no worse than the standard
 * @param communication gap 4
 * @param kept share of deliveries no worse than promised
 * @param customer gap 5
 * @param identity the accounting identity of the unpaired means
 */
public record FiveGaps(
        double[] deliveredScores,
        double standardScore,
        double[] promisedScores,
        WelchTest knowledge,
        MeanEstimate standards,
        MeanEstimate delivery,
        ShareEstimate conformance,
        MeanEstimate communication,
        ShareEstimate kept,
        MeanEstimate customer,
        Identity identity) {

    /**
     * P̄ - Ē = (M̄ - Ē) + (S - M̄) + (D̄ - S) + (P̄ - D̄) with unpaired means. Gap 4 is no term of it: it works on
     * expectations.
     *
     * @param knowledge M̄ - Ē
     * @param standards S - M̄
     * @param delivery D̄ - S
     * @param perceptionResidual P̄ - D̄
     * @param unpairedGap P̄ - Ē, the sum of the four; equals gap 5 only when nobody left one answer out
     */
    public record Identity(
            Figure knowledge, Figure standards, Figure delivery, Figure perceptionResidual, Figure unpairedGap) {
        /** The sum of the four terms; NO_DATA when one is unknown. */
        public Figure sum() {
            return knowledge.isDefined()
                            && standards.isDefined()
                            && delivery.isDefined()
                            && perceptionResidual.isDefined()
                    ? Figure.of(knowledge.value() + standards.value() + delivery.value() + perceptionResidual.value())
                    : Figure.undefined(Reason.NO_DATA);
        }
    }

    /**
     * What was measured. NaN = missing.
     *
     * @param expectation customers' expectation on the quality scale
     * @param perception the same customers' perception
     * @param belief managers' belief of what customers expect
     * @param delivered raw measure by delivery
     * @param standard raw service standard
     * @param promised raw promise valid at each delivery, or one for all
     * @param map from raw to the quality scale
     */
    public record Input(
            double[] expectation,
            double[] perception,
            double[] belief,
            double[] delivered,
            double standard,
            double[] promised,
            ScoreMap map) {}

    /** Computes the gaps. */
    public static FiveGaps of(Input input, double confidence) {
        if (input.perception().length != input.expectation().length) {
            throw InvalidInputException.of(
                    Code.WRONG_LENGTH, "customer_perception", "differs in length from customer_expectation");
        }
        int n = input.delivered().length;
        if (input.promised().length != 1 && input.promised().length != n) {
            throw InvalidInputException.of(Code.WRONG_LENGTH, "promised_raw", "one promise, or one a delivery");
        }
        ScoreMap map = input.map();
        double standard = map.score(input.standard());
        double[] delivered = new double[n];
        double[] promised = new double[n];
        double[] toStandard = new double[n];
        double[] toPromise = new double[n];
        long conforming = 0;
        long kept = 0;
        for (int i = 0; i < n; i++) {
            double raw = input.delivered()[i];
            double promise = input.promised()[input.promised().length == 1 ? 0 : i];
            delivered[i] = Double.isNaN(raw) ? Double.NaN : map.score(raw);
            promised[i] = Double.isNaN(promise) ? Double.NaN : map.score(promise);
            toStandard[i] = delivered[i] - standard;
            toPromise[i] = delivered[i] - promised[i];
            conforming += map.noWorse(raw, input.standard()) ? 1 : 0;
            kept += map.noWorse(raw, promise) ? 1 : 0;
        }
        double[] gap5 = difference(input.perception(), input.expectation());
        double[] gap2 = new double[input.belief().length];
        Arrays.setAll(gap2, i -> standard - input.belief()[i]);
        MeanEstimate communication = Means.estimate(toPromise, confidence);
        MeanEstimate delivery = Means.estimate(toStandard, confidence);
        return new FiveGaps(
                delivered,
                standard,
                promised,
                WelchTest.of(input.belief(), input.expectation(), confidence),
                Means.estimate(gap2, confidence),
                delivery,
                Shares.wilson(conforming, delivery.n(), confidence),
                communication,
                Shares.wilson(kept, communication.n(), confidence),
                Means.estimate(gap5, confidence),
                identity(
                        mean(input.expectation()),
                        mean(input.belief()),
                        Figure.of(standard),
                        mean(delivered),
                        mean(input.perception())));
    }

    private static Identity identity(Figure e, Figure m, Figure s, Figure d, Figure p) {
        return new Identity(minus(m, e), minus(s, m), minus(d, s), minus(p, d), minus(p, e));
    }

    private static Figure mean(double[] column) {
        return Means.estimate(column).mean();
    }

    private static Figure minus(Figure actual, Figure reference) {
        return actual.isDefined() && reference.isDefined()
                ? Figure.of(actual.value() - reference.value())
                : Figure.undefined(Reason.NO_DATA);
    }

    private static double[] difference(double[] actual, double[] reference) {
        double[] difference = new double[actual.length];
        Arrays.setAll(difference, i -> actual[i] - reference[i]);
        return difference;
    }
}
