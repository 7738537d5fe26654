package org.entezar.methods.experiment;

import java.util.EnumSet;
import java.util.Set;
import org.entezar.methods.Figure;
import org.entezar.methods.InvalidInputException;
import org.entezar.methods.InvalidInputException.Code;
import org.entezar.methods.Reason;
import org.entezar.methods.Warning;
import org.hipparchus.special.Gamma;

/**
 * Whether the groups of an experiment have the planned sizes: χ² over the groups; p &lt; .001 makes the experiment invalid,
 * whatever it seems to show.
 *
 * @param chiSquared NO_DATA without respondents
 * @param degreesOfFreedom groups - 1
 * @param pValue of the χ²
 * @param warnings SPLIT_MISMATCH
 */
public record SampleRatio(Figure chiSquared, int degreesOfFreedom, Figure pValue, Set<Warning> warnings) {
    private static final double INVALID = 0.001;

    /**
     * Checks the split.
     *
     * @param counts respondents by group, two groups at least
     * @param planned weights of the groups, above 0, in any unit
     */
    public static SampleRatio of(double[] counts, double[] planned) {
        if (counts.length < 2) {
            throw InvalidInputException.of(Code.EMPTY, "counts", "at least two groups are needed");
        }
        if (planned.length != counts.length) {
            throw InvalidInputException.of(Code.WRONG_LENGTH, "planned", "one weight a group is needed");
        }
        double n = 0;
        double weight = 0;
        for (int g = 0; g < counts.length; g++) {
            if (!(counts[g] >= 0) || Double.isInfinite(counts[g])) {
                throw InvalidInputException.at(Code.OUT_OF_RANGE, "counts", g, "must be 0 or more");
            }
            if (!(planned[g] > 0) || Double.isInfinite(planned[g])) {
                throw InvalidInputException.at(Code.BAD_WEIGHTS, "planned", g, "must be above 0");
            }
            n += counts[g];
            weight += planned[g];
        }
        int df = counts.length - 1;
        if (n == 0) {
            Figure none = Figure.undefined(Reason.NO_DATA);
            return new SampleRatio(none, df, none, EnumSet.noneOf(Warning.class));
        }
        double chiSquared = 0;
        for (int g = 0; g < counts.length; g++) {
            double expected = n * planned[g] / weight;
            chiSquared += (counts[g] - expected) * (counts[g] - expected) / expected;
        }
        double p = Gamma.regularizedGammaQ(df / 2.0, chiSquared / 2);
        return new SampleRatio(
                Figure.of(chiSquared),
                df,
                Figure.of(p),
                p < INVALID ? EnumSet.of(Warning.SPLIT_MISMATCH) : EnumSet.noneOf(Warning.class));
    }
}
