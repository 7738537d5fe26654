package org.entezar.methods.segmentation;

import java.util.Arrays;
import org.entezar.methods.Interruption;

/**
 * Moves single rows between clusters as long as that lowers the sum of squares. Where Lloyd's iterations have come to
 * rest, a row may still gain by moving, since both centres move with it: it leaves cluster a (of n_a rows) for b when
 * n_b/(n_b+1)·d_b² &lt; n_a/(n_a-1)·d_a². What is left when no row gains is at rest for Lloyd's iterations too. Source:
 * Hartigan &amp; Wong (1979), Applied Statistics 28:100-108.
 */
final class Exchange {
    private static final int MOST_PASSES = 1000;
    /** A gain below this share is rounding. */
    private static final double ROUNDING = 1e-12;

    private final Points points;
    private final int k;
    private final int[] clusters;
    private final double[] centres;
    private final int[] sizes;

    private Exchange(Points points, int[] clusters, double[] centres) {
        this.points = points;
        this.clusters = clusters;
        this.centres = centres;
        k = centres.length / points.d;
        sizes = new int[k];
        for (int cluster : clusters) {
            sizes[cluster]++;
        }
    }

    /** Improves the partition in place; whether any row moved. */
    static boolean improve(Points points, int[] clusters, double[] centres) {
        return new Exchange(points, clusters, centres).run();
    }

    private boolean run() {
        boolean moved = false;
        boolean again = true;
        for (int pass = 0; pass < MOST_PASSES && again; pass++) {
            again = false;
            Interruption.check();
            for (int i = 0; i < points.n; i++) {
                again |= place(i);
            }
            moved |= again;
        }
        if (moved) {
            recentre();
        }
        return moved;
    }

    private boolean place(int row) {
        int own = clusters[row];
        if (sizes[own] == 1) {
            return false;
        }
        double stay = points.squaredDistance(row, centres, own) * sizes[own] / (sizes[own] - 1);
        int best = own;
        double least = stay * (1 - ROUNDING);
        for (int c = 0; c < k; c++) {
            double cost = points.squaredDistance(row, centres, c) * sizes[c] / (sizes[c] + 1);
            if (c != own && cost < least) {
                least = cost;
                best = c;
            }
        }
        if (best == own) {
            return false;
        }
        for (int j = 0; j < points.d; j++) {
            double x = points.x[row * points.d + j];
            centres[own * points.d + j] -= (x - centres[own * points.d + j]) / (sizes[own] - 1);
            centres[best * points.d + j] += (x - centres[best * points.d + j]) / (sizes[best] + 1);
        }
        sizes[own]--;
        sizes[best]++;
        clusters[row] = best;
        return true;
    }

    /** The means anew, free of what the many small steps rounded; an empty cluster keeps its centre. */
    private void recentre() {
        for (int c = 0; c < k; c++) {
            if (sizes[c] > 0) {
                Arrays.fill(centres, c * points.d, (c + 1) * points.d, 0);
            }
        }
        for (int i = 0; i < points.n; i++) {
            for (int j = 0; j < points.d; j++) {
                centres[clusters[i] * points.d + j] += points.x[i * points.d + j] / sizes[clusters[i]];
            }
        }
    }
}
