package org.entezar.methods.statistics;

import java.util.Comparator;
import java.util.stream.IntStream;
import org.entezar.methods.InvalidInputException;
import org.entezar.methods.InvalidInputException.Code;

/** p-values of several tests, adjusted for there being several. R: {@code p.adjust}. */
public final class Adjustment {
    private Adjustment() {}

    /** Holm (1979 Scand. J. Stat. 6:65-70): guards against a single false finding. */
    public static double[] holm(double[] pValues) {
        int m = pValues.length;
        int[] order = ascending(pValues);
        double[] adjusted = new double[m];
        double largest = 0;
        for (int rank = 0; rank < m; rank++) {
            largest = Math.max(largest, Math.min(1, (m - rank) * pValues[order[rank]]));
            adjusted[order[rank]] = largest;
        }
        return adjusted;
    }

    /** Benjamini &amp; Hochberg (1995 JRSS-B 57:289-300): limits the share of false findings. */
    public static double[] benjaminiHochberg(double[] pValues) {
        int m = pValues.length;
        int[] order = ascending(pValues);
        double[] adjusted = new double[m];
        double smallest = 1;
        for (int rank = m - 1; rank >= 0; rank--) {
            smallest = Math.min(smallest, (double) m / (rank + 1) * pValues[order[rank]]);
            adjusted[order[rank]] = smallest;
        }
        return adjusted;
    }

    private static int[] ascending(double[] pValues) {
        for (int i = 0; i < pValues.length; i++) {
            if (!(pValues[i] >= 0 && pValues[i] <= 1)) {
                throw InvalidInputException.at(Code.OUT_OF_RANGE, "p_values", i, "must lie in 0..1, got " + pValues[i]);
            }
        }
        return IntStream.range(0, pValues.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> pValues[i]))
                .mapToInt(Integer::intValue)
                .toArray();
    }
}
