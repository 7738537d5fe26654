package org.entezar.methods.answers;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import org.entezar.methods.InvalidInputException;
import org.entezar.methods.InvalidInputException.Code;
import org.entezar.methods.MeanEstimate;
import org.entezar.methods.statistics.Moments;

/**
 * Joint histogram of two answers of each respondent on one scale, such as expected and perceived, or functional and
 * dysfunctional. Means, spreads and gaps follow from it exactly, whatever the number of respondents. A respondent with
 * one answer missing counts for the other answer but not for the pair. One instance belongs to one thread; several are
 * merged. Adding allocates nothing.
 */
public final class PairCounts {
    private final Scale scale;
    private final int stride;
    private final long[] counts;

    /** Counts nothing yet. */
    public PairCounts(Scale scale) {
        this.scale = scale;
        this.stride = scale.size() + 1;
        this.counts = new long[stride * stride];
    }

    /** Counts one respondent. */
    public void add(byte first, byte second) {
        counts[scale.position(first) * stride + scale.position(second)]++;
    }

    /** Counts columns of the same length; an answer off the scale is refused with its index. */
    public void add(byte[] first, byte[] second) {
        if (first.length != second.length) {
            throw InvalidInputException.of(
                    Code.WRONG_LENGTH, "second", "has " + second.length + " answers, the first has " + first.length);
        }
        for (int i = 0; i < first.length; i++) {
            try {
                add(first[i], second[i]);
            } catch (InvalidInputException e) {
                throw e.within("answers", i);
            }
        }
    }

    /** Adds what another instance of the same scale has counted. */
    public void merge(PairCounts other) {
        if (!other.scale.equals(scale)) {
            throw InvalidInputException.of(Code.OUT_OF_RANGE, "scale", "counts of different scales cannot be merged");
        }
        Arrays.setAll(counts, i -> counts[i] + other.counts[i]);
    }

    /** The counts after both answers were recoded for a statement worded the other way round. */
    public PairCounts reversed() {
        PairCounts recoded = new PairCounts(scale);
        for (int first = 0; first < stride; first++) {
            for (int second = 0; second < stride; second++) {
                recoded.counts[recode(first) * stride + recode(second)] = counts[first * stride + second];
            }
        }
        return recoded;
    }

    private int recode(int position) {
        return position == stride - 1 ? position : stride - 2 - position;
    }

    /** The scale. */
    public Scale scale() {
        return scale;
    }

    /** How many gave these two answers. */
    public long count(int first, int second) {
        return scale.contains(first) && scale.contains(second)
                ? counts[(first - scale.least()) * stride + second - scale.least()]
                : 0;
    }

    /** Respondents who gave both answers. */
    public long pairs() {
        long sum = 0;
        for (int first = 0; first < stride - 1; first++) {
            for (int second = 0; second < stride - 1; second++) {
                sum += counts[first * stride + second];
            }
        }
        return sum;
    }

    /** Respondents who left out one answer or both. */
    public long incomplete() {
        return Arrays.stream(counts).sum() - pairs();
    }

    /** The first answer alone, of everyone who gave it. */
    public AnswerCounts first() {
        return margin(true);
    }

    /** The second answer alone, of everyone who gave it. */
    public AnswerCounts second() {
        return margin(false);
    }

    /** Mean of second minus first over the pairs, with its t interval: the gap when first is the expectation. */
    public MeanEstimate difference(double confidence) {
        Moments moments = new Moments();
        for (int difference = 2 - stride; difference <= stride - 2; difference++) {
            long times = 0;
            for (int first = Math.max(0, -difference); first < Math.min(stride - 1, stride - 1 - difference); first++) {
                times += counts[first * stride + first + difference];
            }
            moments.add(difference, times);
        }
        return moments.estimate(confidence);
    }

    /** Mean of a score of the first answer over the pairs. */
    public MeanEstimate firstOfPairs(IntToDoubleFunction score, double confidence) {
        return ofPairs(true, score, confidence);
    }

    /** Mean of a score of the second answer over the pairs. */
    public MeanEstimate secondOfPairs(IntToDoubleFunction score, double confidence) {
        return ofPairs(false, score, confidence);
    }

    private MeanEstimate ofPairs(boolean ofFirst, IntToDoubleFunction score, double confidence) {
        Moments moments = new Moments();
        for (int one = 0; one < stride - 1; one++) {
            long times = 0;
            for (int other = 0; other < stride - 1; other++) {
                times += ofFirst ? counts[one * stride + other] : counts[other * stride + one];
            }
            moments.add(score.applyAsDouble(scale.least() + one), times);
        }
        return moments.estimate(confidence);
    }

    private AnswerCounts margin(boolean ofFirst) {
        AnswerCounts margin = new AnswerCounts(scale);
        for (int one = 0; one < stride; one++) {
            long times = 0;
            for (int other = 0; other < stride; other++) {
                times += ofFirst ? counts[one * stride + other] : counts[other * stride + one];
            }
            margin.add(one, times);
        }
        return margin;
    }
}
