package org.entezar.methods.answers;

import java.util.Arrays;
import org.entezar.methods.InvalidInputException;
import org.entezar.methods.InvalidInputException.Code;
import org.entezar.methods.MeanEstimate;
import org.entezar.methods.statistics.Moments;

/** How often each step of a scale was answered. One instance belongs to one thread; several are merged. */
public final class AnswerCounts {
    private final Scale scale;
    private final long[] counts;

    /** Counts nothing yet. */
    public AnswerCounts(Scale scale) {
        this.scale = scale;
        this.counts = new long[scale.size() + 1];
    }

    /** Counts one coded answer. */
    public void add(byte code) {
        counts[scale.position(code)]++;
    }

    /** Counts the step at this position of the scale several times. */
    void add(int position, long times) {
        counts[position] += times;
    }

    /** Counts a column of coded answers; an answer off the scale is refused with its index. */
    public void add(byte[] codes) {
        for (int i = 0; i < codes.length; i++) {
            try {
                add(codes[i]);
            } catch (InvalidInputException e) {
                throw e.within("answers", i);
            }
        }
    }

    /** Adds what another instance of the same scale has counted. */
    public void merge(AnswerCounts other) {
        if (!other.scale.equals(scale)) {
            throw InvalidInputException.of(Code.OUT_OF_RANGE, "scale", "counts of different scales cannot be merged");
        }
        Arrays.setAll(counts, i -> counts[i] + other.counts[i]);
    }

    /** The scale. */
    public Scale scale() {
        return scale;
    }

    /** How often this step was answered. */
    public long count(int answer) {
        return between(answer, answer);
    }

    /** How many answers lie between the two steps, both included. */
    public long between(int least, int greatest) {
        long sum = 0;
        for (int answer = Math.max(least, scale.least()); answer <= Math.min(greatest, scale.greatest()); answer++) {
            sum += counts[answer - scale.least()];
        }
        return sum;
    }

    /** Answers in all, missing ones left out. */
    public long answered() {
        return between(scale.least(), scale.greatest());
    }

    /** Missing answers. */
    public long missing() {
        return counts[scale.size()];
    }

    /** Mean with its t interval. */
    public MeanEstimate mean(double confidence) {
        Moments moments = new Moments();
        for (int answer = scale.least(); answer <= scale.greatest(); answer++) {
            moments.add(answer, counts[answer - scale.least()]);
        }
        return moments.estimate(confidence);
    }
}
