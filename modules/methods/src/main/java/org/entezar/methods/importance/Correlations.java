package org.entezar.methods.importance;

import org.entezar.methods.statistics.Means;

/** Correlations among the items, and of each item with the overall rating. */
record Correlations(double[][] amongItems, double[] withOverall) {

    /** Correlations of these columns, none of which may be constant. */
    static Correlations of(double[][] columns, int[] kept, double[] overall) {
        int p = kept.length;
        double[][] among = new double[p][p];
        double[] with = new double[p];
        for (int i = 0; i < p; i++) {
            among[i][i] = 1;
            with[i] = Means.correlation(columns[kept[i]], overall).number().orElse(Double.NaN);
            for (int j = 0; j < i; j++) {
                among[i][j] = Means.correlation(columns[kept[i]], columns[kept[j]])
                        .number()
                        .orElse(Double.NaN);
                among[j][i] = among[i][j];
            }
        }
        return new Correlations(among, with);
    }
}
