package org.entezar.methods.zone;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entezar.methods.Bounds;
import org.entezar.methods.Figure;
import org.entezar.methods.Interval;
import org.entezar.methods.InvalidInputException;
import org.entezar.methods.InvalidInputException.Code;
import org.entezar.methods.MeanEstimate;
import org.entezar.methods.Reason;
import org.entezar.methods.ShareEstimate;
import org.entezar.methods.Warning;
import org.entezar.methods.statistics.Bootstrap;
import org.entezar.methods.statistics.Means;
import org.entezar.methods.statistics.Quantiles;
import org.entezar.methods.statistics.Shares;

/**
 * Where perceived service p stands between the minimum m that is still adequate and the desired level d.
 *
 * <p>Adequacy is p - m, superiority p - d, width W = d - m. The group's position is the <em>ratio of means</em>
 * R = mean(p - m)/mean(W), 0 at the minimum and 1 at the desired level, with standard error
 * √(var(a - R·W)/n)/|W̄| (delta method; a = p - m) and a t interval on n - 1 degrees of freedom. A triple with an answer
 * missing is dropped and counted, and so is an inverted one (d &lt; m), which is never swapped.
 *
 * <p>Source: Zeithaml, Berry &amp; Parasuraman 1993 JAMS 21(1):1-12; Parasuraman, Zeithaml &amp; Berry 1994 J. Retailing
 * 70(3):201-230.
 *
 * @param counts how many were used, dropped, below and above
 * @param width mean of W
 * @param adequacy mean of p - m (MSA)
 * @param superiority mean of p - d (MSS)
 * @param position R; ZERO_WIDTH when the mean width is not above 0
 * @param positionError its standard error
 * @param positionBounds its interval, which may lie outside 0..1
 * @param shares of respondents below, within and above, with Wilson intervals, in this order
 * @param meanState where the means stand; empty without respondents
 * @param adequacyJudgement whether the group's adequacy is beyond doubt
 * @param superiorityJudgement whether the group's superiority is beyond doubt
 * @param warnings what to know besides
 */
public record ZoneOfTolerance(
        Counts counts,
        MeanEstimate width,
        MeanEstimate adequacy,
        MeanEstimate superiority,
        Figure position,
        Figure positionError,
        Bounds positionBounds,
        List<ShareEstimate> shares,
        Optional<State> meanState,
        Adequacy adequacyJudgement,
        Superiority superiorityJudgement,
        Set<Warning> warnings) {

    /** More inverted triples than this, and the question was misunderstood. */
    private static final double INVERTED_SHARE = 0.1;

    /** Decimals that differ by less are equal. */
    private static final double SAME = 1e-9;

    /** Where a perception stands; both ends belong to the zone. */
    public enum State {
        /** Below the minimum. */
        BELOW,
        /** Between minimum and desired. */
        WITHIN,
        /** Above desired. */
        ABOVE
    }

    /** What the interval of the adequacy says. */
    public enum Adequacy {
        /** The whole interval is below 0. */
        INADEQUATE,
        /** The whole interval is above 0. */
        ADEQUATE,
        /** The interval holds 0, or there is none. */
        UNDECIDED
    }

    /** What the interval of the superiority says. */
    public enum Superiority {
        /** The whole interval is above 0. */
        SUPERIOR,
        /** The whole interval is below 0. */
        NOT_SUPERIOR,
        /** The interval holds 0, or there is none. */
        UNDECIDED
    }

    /**
     * How many respondents.
     *
     * @param n used
     * @param incomplete dropped because an answer is missing
     * @param inverted dropped because desired is below minimum
     * @param below of the used ones, perceived below minimum
     * @param above of the used ones, perceived above desired
     */
    public record Counts(long n, long incomplete, long inverted, long below, long above) {
        /** Used ones whose perception lies in the zone. */
        public long within() {
            return n - below - above;
        }
    }

    /** The three answers of the respondents that were used, in their order. */
    public record Triples(double[] minimum, double[] desired, double[] perceived, long incomplete, long inverted) {

        /** Keeps the usable triples of three columns of the same length; NaN = missing. */
        public static Triples of(double[] minimum, double[] desired, double[] perceived) {
            if (minimum.length != desired.length) {
                throw InvalidInputException.of(Code.WRONG_LENGTH, "desired", "differs in length from minimum");
            }
            if (minimum.length != perceived.length) {
                throw InvalidInputException.of(Code.WRONG_LENGTH, "perceived", "differs in length from minimum");
            }
            int used = 0;
            int incomplete = 0;
            double[][] kept = new double[3][minimum.length];
            for (int i = 0; i < minimum.length; i++) {
                if (Double.isNaN(minimum[i] + desired[i] + perceived[i])) {
                    incomplete++;
                } else if (desired[i] >= minimum[i]) {
                    kept[0][used] = minimum[i];
                    kept[1][used] = desired[i];
                    kept[2][used++] = perceived[i];
                }
            }
            return new Triples(
                    Arrays.copyOf(kept[0], used),
                    Arrays.copyOf(kept[1], used),
                    Arrays.copyOf(kept[2], used),
                    incomplete,
                    minimum.length - used - incomplete);
        }

        /** Number of usable triples. */
        public int n() {
            return minimum.length;
        }

        /** Where the respondent's perception stands. */
        public State state(int respondent) {
            if (perceived[respondent] < minimum[respondent]) {
                return State.BELOW;
            }
            return perceived[respondent] > desired[respondent] ? State.ABOVE : State.WITHIN;
        }

        /** The respondent's position (p - m)/(d - m), which may lie outside 0..1; ZERO_WIDTH when d = m. */
        public Figure position(int respondent) {
            return Figure.ratio(
                    perceived[respondent] - minimum[respondent],
                    desired[respondent] - minimum[respondent],
                    Reason.ZERO_WIDTH);
        }

        private double[] minus(double[] first, double[] second) {
            double[] differences = new double[first.length];
            Arrays.setAll(differences, i -> first[i] - second[i]);
            return differences;
        }
    }

    /** Evaluates three columns of the same length; NaN = missing. */
    public static ZoneOfTolerance evaluate(double[] minimum, double[] desired, double[] perceived, double confidence) {
        return evaluate(Triples.of(minimum, desired, perceived), confidence);
    }

    /** Evaluates usable triples. */
    public static ZoneOfTolerance evaluate(Triples triples, double confidence) {
        int n = triples.n();
        long below = 0;
        long above = 0;
        for (int i = 0; i < n; i++) {
            State state = triples.state(i);
            below += state == State.BELOW ? 1 : 0;
            above += state == State.ABOVE ? 1 : 0;
        }
        double[] a = triples.minus(triples.perceived(), triples.minimum());
        double[] w = triples.minus(triples.desired(), triples.minimum());
        return of(
                new Counts(n, triples.incomplete(), triples.inverted(), below, above),
                n == 0 ? 0 : Means.mean(a),
                n == 0 ? 0 : Means.mean(w),
                n < 2 ? 0 : Means.variance(a),
                n < 2 ? 0 : Means.variance(w),
                n < 2 ? 0 : Means.covariance(a, w),
                confidence);
    }

    /** Percentile bootstrap intervals of the mean adequacy and the mean superiority, and of the position. */
    public static List<Bootstrap.Percentiles> bootstrap(Triples triples, Bootstrap bootstrap) {
        return bootstrap.intervals(triples.n(), 3, () -> (rows, results) -> resample(triples, rows, results));
    }

    /** Percentile intervals over given resamples of the usable triples; each row holds row numbers from 0. */
    public static List<Bootstrap.Percentiles> bootstrap(Triples triples, int[][] resamples, double confidence) {
        double[][] values = new double[3][resamples.length];
        double[] results = new double[3];
        for (int r = 0; r < resamples.length; r++) {
            for (int i = 0; i < resamples[r].length; i++) {
                if (resamples[r][i] < 0 || resamples[r][i] >= triples.n()) {
                    throw InvalidInputException.at(Code.OUT_OF_RANGE, "resamples", r, i, "there is no such triple");
                }
            }
            resample(triples, resamples[r], results);
            for (int s = 0; s < 3; s++) {
                values[s][r] = results[s];
            }
        }
        return Arrays.stream(values)
                .map(v -> Bootstrap.percentiles(v, confidence))
                .toList();
    }

    private static void resample(Triples triples, int[] rows, double[] results) {
        double minimum = 0;
        double desired = 0;
        double perceived = 0;
        for (int row : rows) {
            minimum += triples.minimum()[row];
            desired += triples.desired()[row];
            perceived += triples.perceived()[row];
        }
        results[0] = (perceived - minimum) / rows.length;
        results[1] = (perceived - desired) / rows.length;
        results[2] = desired > minimum ? (perceived - minimum) / (desired - minimum) : Double.NaN;
    }

    /** The figures from the moments of a = p - m and W = d - m; superiority is a - W. */
    static ZoneOfTolerance of(
            Counts counts,
            double meanA,
            double meanW,
            double varianceA,
            double varianceW,
            double covariance,
            double confidence) {
        long n = counts.n();
        MeanEstimate adequacy = Means.of(n, meanA, varianceA, confidence);
        MeanEstimate superiority = Means.of(n, meanA - meanW, varianceA + varianceW - 2 * covariance, confidence);
        Figure position = n == 0
                ? Figure.undefined(Reason.NO_DATA)
                : meanW > 0 ? Figure.of(meanA / meanW) : Figure.undefined(Reason.ZERO_WIDTH);
        Figure error = position;
        Bounds bounds = new Bounds(position, position);
        if (position.isDefined()) {
            double r = position.value();
            double variance = Math.max(0, varianceA - 2 * r * covariance + r * r * varianceW);
            error = n < 2 ? Figure.undefined(Reason.TOO_FEW) : Figure.of(Math.sqrt(variance / n) / meanW);
            bounds = error.isDefined()
                    ? Bounds.around(r, Quantiles.t(1 - (1 - confidence) / 2, n - 1) * error.value())
                    : Bounds.undefined(Reason.TOO_FEW);
        }
        return new ZoneOfTolerance(
                counts,
                Means.of(n, meanW, varianceW, confidence),
                adequacy,
                superiority,
                position,
                error,
                bounds,
                List.of(
                        Shares.wilson(counts.below(), n, confidence),
                        Shares.wilson(counts.within(), n, confidence),
                        Shares.wilson(counts.above(), n, confidence)),
                n == 0 ? Optional.empty() : Optional.of(state(meanA, meanA - meanW)),
                judgeAdequacy(adequacy.bounds().interval()),
                judgeSuperiority(superiority.bounds().interval()),
                warnings(counts));
    }

    private static State state(double adequacy, double superiority) {
        if (adequacy < -SAME) {
            return State.BELOW;
        }
        return superiority > SAME ? State.ABOVE : State.WITHIN;
    }

    private static Adequacy judgeAdequacy(Optional<Interval> interval) {
        if (interval.isPresent() && interval.get().high() < 0) {
            return Adequacy.INADEQUATE;
        }
        return interval.isPresent() && interval.get().low() > 0 ? Adequacy.ADEQUATE : Adequacy.UNDECIDED;
    }

    private static Superiority judgeSuperiority(Optional<Interval> interval) {
        if (interval.isPresent() && interval.get().low() > 0) {
            return Superiority.SUPERIOR;
        }
        return interval.isPresent() && interval.get().high() < 0 ? Superiority.NOT_SUPERIOR : Superiority.UNDECIDED;
    }

    private static Set<Warning> warnings(Counts counts) {
        Set<Warning> warnings = EnumSet.noneOf(Warning.class);
        long complete = counts.n() + counts.inverted();
        if (counts.inverted() > INVERTED_SHARE * complete) {
            warnings.add(Warning.QUESTION_MISUNDERSTOOD);
        }
        if (counts.n() < 30) {
            warnings.add(counts.n() < 5 ? Warning.TOO_FEW_TO_SHOW : Warning.INDICATIVE);
        }
        return warnings;
    }
}
