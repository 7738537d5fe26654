package org.entezar.methods.nps;

import org.entezar.methods.ShareEstimate;
import org.entezar.methods.answers.AnswerCounts;
import org.entezar.methods.statistics.Shares;

/** Customer satisfaction as the share of answers in the two highest steps of the scale, with Wilson interval. */
public final class TopTwoShare {
    private TopTwoShare() {}

    /** The share from counted answers. */
    public static ShareEstimate of(AnswerCounts answers, double confidence) {
        int greatest = answers.scale().greatest();
        return Shares.wilson(answers.between(greatest - 1, greatest), answers.answered(), confidence);
    }

    /** The share from counts. */
    public static ShareEstimate of(long satisfied, long n, double confidence) {
        return Shares.wilson(satisfied, n, confidence);
    }
}
