package org.entezar.methods.segmentation;

import java.util.Arrays;
import org.entezar.methods.Figure;
import org.entezar.methods.Interruption;
import org.entezar.methods.Reason;

/**
 * Silhouette (b - a)/max(a, b): a is the mean distance to the others of the own cluster, b the smallest mean distance to
 * another cluster; 0 for a cluster of one. Source: Rousseeuw (1987), J. Comp. Appl. Math. 20:53-65.
 */
final class Silhouettes {
    private Silhouettes() {}

    /** One number a row; empty when fewer than two clusters have members. */
    static double[] of(Points points, int[] clusters, int k) {
        int[] sizes = new int[k];
        for (int c : clusters) {
            sizes[c]++;
        }
        if (Arrays.stream(sizes).filter(size -> size > 0).count() < 2) {
            return new double[0];
        }
        double[] silhouettes = new double[points.n];
        double[] sums = new double[k];
        for (int i = 0; i < points.n; i++) {
            Interruption.check();
            if (sizes[clusters[i]] == 1) {
                continue;
            }
            Arrays.fill(sums, 0);
            for (int j = 0; j < points.n; j++) {
                sums[clusters[j]] += Math.sqrt(points.squaredDistance(i, j));
            }
            double own = sums[clusters[i]] / (sizes[clusters[i]] - 1);
            double other = Double.POSITIVE_INFINITY;
            for (int c = 0; c < k; c++) {
                if (c != clusters[i] && sizes[c] > 0) {
                    other = Math.min(other, sums[c] / sizes[c]);
                }
            }
            silhouettes[i] = other == own ? 0 : (other - own) / Math.max(own, other);
        }
        return silhouettes;
    }

    static Figure mean(double[] silhouettes) {
        return Figure.ratio(Arrays.stream(silhouettes).sum(), silhouettes.length, Reason.NO_DATA);
    }
}
