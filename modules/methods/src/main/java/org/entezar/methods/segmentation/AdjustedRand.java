package org.entezar.methods.segmentation;

import java.util.Arrays;
import org.entezar.methods.InvalidInputException;
import org.entezar.methods.InvalidInputException.Code;

/**
 * Agreement of two partitions of the same rows, corrected for chance: 1 = the same, about 0 = by chance.
 *
 * <p>Source: Hubert &amp; Arabie (1985), Journal of Classification 2:193-218.
 */
public final class AdjustedRand {
    private AdjustedRand() {}

    /** The index; clusters are numbered from 0, their numbers do not matter. */
    public static double of(int[] first, int[] second) {
        if (first.length != second.length) {
            throw InvalidInputException.of(Code.WRONG_LENGTH, "second", first.length + " rows, got " + second.length);
        }
        int columns = clusters(second);
        long[] pairs = new long[first.length];
        for (int i = 0; i < first.length; i++) {
            pairs[i] = (long) first[i] * columns + second[i];
        }
        clusters(first);
        double both = pairs(pairs);
        double inFirst = pairs(Arrays.stream(first).asLongStream().toArray());
        double inSecond = pairs(Arrays.stream(second).asLongStream().toArray());
        double all = first.length * (first.length - 1.0) / 2;
        double expected = all == 0 ? 0 : inFirst * inSecond / all;
        double most = (inFirst + inSecond) / 2;
        return most == expected ? 1 : (both - expected) / (most - expected);
    }

    private static int clusters(int[] partition) {
        int most = 0;
        for (int i = 0; i < partition.length; i++) {
            if (partition[i] < 0) {
                throw InvalidInputException.at(Code.OUT_OF_RANGE, "clusters", i, "0 or more");
            }
            most = Math.max(most, partition[i] + 1);
        }
        return most;
    }

    /** Pairs of rows with the same label; the labels are sorted in place. */
    private static double pairs(long[] labels) {
        Arrays.sort(labels);
        double sum = 0;
        int start = 0;
        for (int i = 0; i < labels.length; i++) {
            if (labels[i] != labels[start]) {
                start = i;
            }
            sum += i - start;
        }
        return sum;
    }
}
