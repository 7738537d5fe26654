package org.entezar.methods.kano;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entezar.methods.Bounds;
import org.entezar.methods.Figure;
import org.entezar.methods.InvalidInputException;
import org.entezar.methods.InvalidInputException.Code;
import org.entezar.methods.MeanEstimate;
import org.entezar.methods.Reason;
import org.entezar.methods.ShareEstimate;
import org.entezar.methods.Warning;
import org.entezar.methods.answers.PairCounts;
import org.entezar.methods.answers.Scale;
import org.entezar.methods.statistics.Shares;

/**
 * Kano's model of one attribute: what class of expectation it meets, and how sure that is.
 *
 * <p>The class is the most frequent one over the answered pairs, ties broken M &gt; O &gt; A &gt; I &gt; R &gt; Q.
 * Berger's blended rule is a second opinion: where M + O + A outnumber I + R + Q the largest of M, O, A, otherwise the
 * largest of I, R, Q. Better = (A+O)/(A+O+M+I), worse = -(O+M)/(A+O+M+I) with Wilson intervals; R and Q are outside the
 * denominator. Total strength (M+O+A)/n and category strength (first - second)/n after Lee &amp; Newcomb (1997).
 *
 * <p>Sources: Kano, Seraku, Takahashi &amp; Tsuji 1984 Hinshitsu 14(2):39-48; Berger et al. 1993 CQM J. 2(4):3-36; Fong
 * 1996 CQM J. 5(3); Lee &amp; Newcomb 1997 CQM J. 6(3).
 *
 * @param counts respondents by class
 * @param ranking the most frequent class, the second one and Berger's; empty without answers
 * @param clarity Fong's test; empty without answers
 * @param better 0..1
 * @param betterBounds its interval
 * @param worse -1..0
 * @param worseBounds its interval
 * @param totalStrength 0..1
 * @param categoryStrength 0..1
 * @param attributeMatters total strength of 60 % or more
 * @param categoryIsClear category strength of 6 points or more
 * @param warnings what to know besides
 */
public record Kano(
        KanoCounts counts,
        Optional<Ranking> ranking,
        Optional<Clarity> clarity,
        Figure better,
        Bounds betterBounds,
        Figure worse,
        Bounds worseBounds,
        Figure totalStrength,
        Figure categoryStrength,
        boolean attributeMatters,
        boolean categoryIsClear,
        Set<Warning> warnings) {

    /** The answers' scale. */
    public static final Scale ANSWERS = new Scale(1, 5);

    /** Scores of DuMouchel (in Berger et al. 1993) for functional answers 1..5. */
    private static final double[] FUNCTIONAL_SCORES = {4, 2, 0, -1, -2};

    /** Scores for dysfunctional answers 1..5. */
    private static final double[] DYSFUNCTIONAL_SCORES = {-2, -1, 0, 2, 4};

    private static final int INDICATIVE_BELOW = 20;

    /** The classes that answer "which one is it". */
    public record Ranking(KanoClass first, KanoClass second, KanoClass blended) {}

    /**
     * Fong's test of the two largest counts a and b of n: clear when a - b ≥ 1.65·√((a+b)(2n-a-b)/(2n)).
     *
     * @param a largest count
     * @param b second-largest count
     * @param n answered pairs
     * @param threshold the right-hand side
     * @param clear whether the first class stands; otherwise call it mixed
     */
    public record Clarity(long a, long b, long n, double threshold, boolean clear) {}

    /**
     * The attribute's place in the plane after DuMouchel.
     *
     * @param functional mean of the functional scores over the pairs, the vertical axis
     * @param dysfunctional mean of the dysfunctional scores, the horizontal axis
     */
    public record Coordinates(MeanEstimate functional, MeanEstimate dysfunctional) {
        /** The quadrant with centre lines at 2, which themselves count as high; empty without answers. */
        public Optional<KanoClass> quadrant() {
            if (!functional.mean().isDefined()) {
                return Optional.empty();
            }
            boolean high = functional.mean().value() >= 2;
            boolean right = dysfunctional.mean().value() >= 2;
            return Optional.of(high ? (right ? KanoClass.O : KanoClass.A) : right ? KanoClass.M : KanoClass.I);
        }

        /** A negative mean: reverse or questionable answers are about, look at them. */
        public boolean needsInspection() {
            return functional.mean().number().orElse(0) < 0
                    || dysfunctional.mean().number().orElse(0) < 0;
        }
    }

    /** The model from the counts of the classes. */
    public static Kano fromCounts(KanoCounts counts, double confidence) {
        long n = counts.n();
        List<KanoClass> ranked = counts.ranked();
        long a = counts.count(ranked.get(0));
        long b = counts.count(ranked.get(1));
        long strong = counts.count(KanoClass.M, KanoClass.O, KanoClass.A);
        long weak = n - strong;
        KanoClass blended = strong > weak
                ? counts.largest(KanoClass.M, KanoClass.O, KanoClass.A)
                : counts.largest(KanoClass.I, KanoClass.R, KanoClass.Q);
        long clean = strong + counts.count(KanoClass.I);
        ShareEstimate better = Shares.wilson(counts.count(KanoClass.A, KanoClass.O), clean, confidence);
        ShareEstimate worse = Shares.wilson(counts.count(KanoClass.O, KanoClass.M), clean, confidence);
        double threshold = n == 0 ? 0 : 1.65 * Math.sqrt((double) (a + b) * (2 * n - a - b) / (2.0 * n));
        return new Kano(
                counts,
                n == 0 ? Optional.empty() : Optional.of(new Ranking(ranked.get(0), ranked.get(1), blended)),
                n == 0 ? Optional.empty() : Optional.of(new Clarity(a, b, n, threshold, a - b >= threshold)),
                better.share(),
                better.bounds(),
                worse.share().map(x -> 0 - x),
                new Bounds(worse.upper().map(x -> 0 - x), worse.lower().map(x -> 0 - x)),
                Figure.ratio(strong, n, Reason.NO_DATA),
                Figure.ratio(a - b, n, Reason.NO_DATA),
                n > 0 && 100 * strong >= 60 * n,
                n > 0 && 100 * (a - b) >= 6 * n,
                warnings(counts.count(KanoClass.Q), n));
    }

    /** The model from a joint histogram of functional (first) and dysfunctional (second) answers on the scale 1..5. */
    public static Kano of(PairCounts answers, double confidence) {
        return fromCounts(KanoCounts.of(answers), confidence);
    }

    /** The attribute's place in the plane, over the pairs that were answered. */
    public static Coordinates coordinates(PairCounts answers, double confidence) {
        return new Coordinates(
                answers.firstOfPairs(answer -> FUNCTIONAL_SCORES[answer - 1], confidence),
                answers.secondOfPairs(answer -> DYSFUNCTIONAL_SCORES[answer - 1], confidence));
    }

    /**
     * Counts two columns of the same length.
     *
     * @param functional answers 1..5, NaN = missing
     * @param dysfunctional likewise
     */
    public static PairCounts count(double[] functional, double[] dysfunctional) {
        if (functional.length != dysfunctional.length) {
            throw InvalidInputException.of(
                    Code.WRONG_LENGTH,
                    "dysfunctional",
                    "has " + dysfunctional.length + " answers, functional has " + functional.length);
        }
        PairCounts counts = new PairCounts(ANSWERS);
        for (int i = 0; i < functional.length; i++) {
            counts.add(code("functional", i, functional[i]), code("dysfunctional", i, dysfunctional[i]));
        }
        return counts;
    }

    private static byte code(String field, int index, double answer) {
        if (Double.isNaN(answer)) {
            return Scale.MISSING;
        }
        if (!ANSWERS.contains(answer)) {
            throw InvalidInputException.at(Code.OUT_OF_RANGE, field, index, "must be 1 to 5, got " + answer);
        }
        return (byte) answer;
    }

    private static Set<Warning> warnings(long questionable, long n) {
        Set<Warning> warnings = EnumSet.noneOf(Warning.class);
        if (10 * questionable > n) {
            warnings.add(Warning.QUESTIONABLE_ANSWERS);
        }
        if (n < INDICATIVE_BELOW) {
            warnings.add(n < 5 ? Warning.TOO_FEW_TO_SHOW : Warning.INDICATIVE);
        }
        return warnings;
    }
}
