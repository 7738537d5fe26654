package org.entezar.methods.pathmodel;

import org.entezar.methods.Figure;
import org.entezar.methods.Reason;

/**
 * Quality of a construct's measurement. A single item has all four at 1 by definition.
 *
 * <p>Sources: Cronbach (1951); Werts, Linn &amp; Jöreskog (1974); Fornell &amp; Larcker (1981), JMR 18:39-50; Dijkstra &amp;
 * Henseler (2015), MIS Quarterly 39:297-316.
 *
 * @param alpha standardised Cronbach's α from the mean item correlation
 * @param rhoC (Σλ)²/((Σλ)² + Σ(1-λ²))
 * @param ave mean λ²
 * @param rhoA (w'w)²·[w'(S - diag S)w]/[w'(ww' - diag ww')w]
 */
public record Reliability(Figure alpha, Figure rhoC, Figure ave, Figure rhoA) {

    static Reliability of(double[] r, int items, int from, int to, double[] weights, double[] loadings) {
        int k = to - from;
        if (k == 1) {
            Figure one = Figure.of(1);
            return new Reliability(one, one, one, one);
        }
        double correlations = 0;
        double weighted = 0;
        double weightSquares = 0;
        double crossed = 0;
        double loadingSum = 0;
        double loadingSquares = 0;
        for (int a = from; a < to; a++) {
            weightSquares += weights[a] * weights[a];
            loadingSum += loadings[a];
            loadingSquares += loadings[a] * loadings[a];
            for (int b = from; b < to; b++) {
                if (a != b) {
                    double r2 = r[a * items + b];
                    correlations += r2;
                    weighted += weights[a] * weights[b] * r2;
                    crossed += weights[a] * weights[a] * weights[b] * weights[b];
                }
            }
        }
        double mean = correlations / (k * (k - 1.0));
        double whole = loadingSum * loadingSum;
        return new Reliability(
                Figure.ratio(k * mean, 1 + (k - 1) * mean, Reason.ZERO_VARIANCE),
                Figure.ratio(whole, whole + k - loadingSquares, Reason.ZERO_VARIANCE),
                Figure.of(loadingSquares / k),
                Figure.ratio(weightSquares * weightSquares * weighted, crossed, Reason.ZERO_VARIANCE));
    }
}
