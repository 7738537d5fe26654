package org.entezar.methods.nps;

import org.entezar.methods.InvalidInputException;
import org.entezar.methods.InvalidInputException.Code;
import org.entezar.methods.MeanEstimate;
import org.entezar.methods.ShareEstimate;
import org.entezar.methods.answers.AnswerCounts;
import org.entezar.methods.statistics.Means;
import org.entezar.methods.statistics.Shares;

/**
 * Customer effort score: agreement, usually 1..7, that it was easy (Dixon, Freeman &amp; Toman 2010 HBR 88(7-8):116-122).
 *
 * @param mean mean answer with t interval
 * @param agree share above the middle of the scale (5 to 7 on 1..7), with Wilson interval
 */
public record CustomerEffortScore(MeanEstimate mean, ShareEstimate agree) {

    /** The score of counted answers. */
    public static CustomerEffortScore of(AnswerCounts answers, double confidence) {
        int least = answers.scale().least();
        int greatest = answers.scale().greatest();
        long agree = answers.between(Math.floorDiv(least + greatest, 2) + 1, greatest);
        return new CustomerEffortScore(answers.mean(confidence), Shares.wilson(agree, answers.answered(), confidence));
    }

    /** The score of a column of answers, NaN = missing; an answer outside the scale is refused with its index. */
    public static CustomerEffortScore of(double[] scores, double least, double greatest, double confidence) {
        if (!(least < greatest)) {
            throw InvalidInputException.of(Code.OUT_OF_RANGE, "scale", "must run upwards");
        }
        long agree = 0;
        for (int i = 0; i < scores.length; i++) {
            if (scores[i] < least || scores[i] > greatest) {
                throw InvalidInputException.at(Code.OUT_OF_RANGE, "scores", i, "is not on the scale: " + scores[i]);
            }
            agree += scores[i] > (least + greatest) / 2 ? 1 : 0;
        }
        MeanEstimate mean = Means.estimate(scores, confidence);
        return new CustomerEffortScore(mean, Shares.wilson(agree, mean.n(), confidence));
    }
}
