package org.entezar.methods.nps;

import org.entezar.methods.Bounds;
import org.entezar.methods.Figure;
import org.entezar.methods.Interval;
import org.entezar.methods.InvalidInputException;
import org.entezar.methods.InvalidInputException.Code;
import org.entezar.methods.Reason;
import org.entezar.methods.answers.AnswerCounts;
import org.entezar.methods.statistics.Quantiles;

/**
 * Net promoter score of answers 0..10: share of promoters (9, 10) minus share of detractors (0 to 6), in points of 100.
 *
 * <p>Variance of one answer v = p + d - (p-d)², standard error √(v/n) with divisor n. The interval to show is the
 * adjusted Wald interval (3/4, 3) of Rocks (2016, American Statistician 70:365-372): n' = n + 3,
 * p' = (promoters + .75)/n', d' = (detractors + .75)/n', the same formulas, clipped to ±100. The plain Wald interval has
 * no width when all agree, which is a reason not to show it. Source of the score: Reichheld 2003 HBR 81(12):46-54.
 *
 * @param promoters answers 9 and 10
 * @param passives answers 7 and 8
 * @param detractors answers 0 to 6
 * @param score -100..100, never the adjusted centre
 * @param varianceOfOne v, in units of 1
 * @param standardError in points
 * @param wald plain interval, not clipped
 * @param adjustedCentre centre of the adjusted interval before clipping, in points
 * @param adjustedError its standard error, in points
 * @param adjusted the interval to show
 */
public record NetPromoterScore(
        long promoters,
        long passives,
        long detractors,
        Figure score,
        Figure varianceOfOne,
        Figure standardError,
        Bounds wald,
        Figure adjustedCentre,
        Figure adjustedError,
        Bounds adjusted) {

    /** The score from counts. */
    public static NetPromoterScore fromCounts(long promoters, long passives, long detractors, double confidence) {
        check("promoters", promoters);
        check("passives", passives);
        check("detractors", detractors);
        double z = Quantiles.normal(1 - (1 - Quantiles.checkConfidence(confidence)) / 2);
        long n = promoters + passives + detractors;
        if (n == 0) {
            Figure none = Figure.undefined(Reason.NO_DATA);
            Bounds noBounds = Bounds.undefined(Reason.NO_DATA);
            return new NetPromoterScore(0, 0, 0, none, none, none, noBounds, none, none, noBounds);
        }
        double score = 100.0 * (promoters - detractors) / n;
        double variance = variance((double) promoters / n, (double) detractors / n);
        double error = 100 * Math.sqrt(variance / n);
        double adjustedN = n + 3.0;
        double p = (promoters + 0.75) / adjustedN;
        double d = (detractors + 0.75) / adjustedN;
        double centre = 100 * (p - d);
        double adjustedError = 100 * Math.sqrt(variance(p, d) / adjustedN);
        Interval adjusted = new Interval(centre - z * adjustedError, centre + z * adjustedError).clip(-100, 100);
        return new NetPromoterScore(
                promoters,
                passives,
                detractors,
                Figure.of(score),
                Figure.of(variance),
                Figure.of(error),
                Bounds.around(score, z * error),
                Figure.of(centre),
                Figure.of(adjustedError),
                Bounds.of(adjusted));
    }

    /** The score from counted answers 0..10. */
    public static NetPromoterScore of(AnswerCounts answers, double confidence) {
        if (answers.scale().least() < 0 || answers.scale().greatest() != 10) {
            throw InvalidInputException.of(Code.OUT_OF_RANGE, "scale", "must run from 0 to 10");
        }
        return fromCounts(answers.between(9, 10), answers.between(7, 8), answers.between(0, 6), confidence);
    }

    /** The score from a column of answers 0..10, NaN = missing. */
    public static NetPromoterScore fromScores(double[] scores, double confidence) {
        long[] groups = new long[3];
        for (int i = 0; i < scores.length; i++) {
            double score = scores[i];
            if (Double.isNaN(score)) {
                continue;
            }
            if (score < 0 || score > 10 || score != Math.rint(score)) {
                throw InvalidInputException.at(
                        Code.OUT_OF_RANGE, "scores", i, "must be a whole number from 0 to 10, got " + score);
            }
            groups[score >= 9 ? 0 : score >= 7 ? 1 : 2]++;
        }
        return fromCounts(groups[0], groups[1], groups[2], confidence);
    }

    /** Answers used. */
    public long n() {
        return promoters + passives + detractors;
    }

    /**
     * Difference of two independent groups.
     *
     * @param difference first minus second, in points
     * @param standardError √(se₁² + se₂²)
     * @param z difference/standardError; ZERO_VARIANCE when neither group varies
     * @param pValue two-sided
     * @param wald interval of the difference
     */
    public record Difference(Figure difference, Figure standardError, Figure z, Figure pValue, Bounds wald) {}

    /** This group's score minus another's. */
    public Difference minus(NetPromoterScore other, double confidence) {
        if (n() == 0 || other.n() == 0) {
            Figure none = Figure.undefined(Reason.NO_DATA);
            return new Difference(none, none, none, none, Bounds.undefined(Reason.NO_DATA));
        }
        double difference = score.value() - other.score.value();
        double error = Math.hypot(standardError.value(), other.standardError.value());
        Figure z = Figure.ratio(difference, error, Reason.ZERO_VARIANCE);
        double quantile = Quantiles.normal(1 - (1 - Quantiles.checkConfidence(confidence)) / 2);
        return new Difference(
                Figure.of(difference),
                Figure.of(error),
                z,
                z.map(Quantiles::normalTwoSided),
                Bounds.around(difference, quantile * error));
    }

    private static double variance(double p, double d) {
        return Math.max(0, p + d - (p - d) * (p - d));
    }

    private static void check(String field, long count) {
        if (count < 0) {
            throw InvalidInputException.of(Code.OUT_OF_RANGE, field, "must be 0 or more, got " + count);
        }
    }
}
