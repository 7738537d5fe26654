package org.entezar.methods.experiment;

import java.util.OptionalInt;
import org.entezar.methods.InvalidInputException;
import org.entezar.methods.InvalidInputException.Code;

/**
 * Two groups in paired arrivals, watched after every pair: mixture sequential probability ratio test with a normal mixture
 * (Robbins 1970 Ann. Math. Stat. 41:1397-1409; Johari, Koomen, Pekelis &amp; Walsh 2022 Operations Research
 * 70:1806-1821). With V = 2σ² and d̄ the mean difference after n pairs,
 * Λ = √(V/(V+nτ²))·exp(n²τ²d̄²/(2V(V+nτ²))), p_n = min(p_{n-1}, 1/Λ), p_0 = 1. σ² and τ² are fixed before the test.
 *
 * @param difference d̄ after each pair
 * @param logLikelihoodRatio ln Λ after each pair
 * @param pValue after each pair, never rising
 * @param lower confidence sequence, lower ends; they may be intersected
 * @param upper upper ends
 * @param stop the pair, counted from 1, after which p ≤ α for the first time
 */
public record SequentialTest(
        double[] difference,
        double[] logLikelihoodRatio,
        double[] pValue,
        double[] lower,
        double[] upper,
        OptionalInt stop) {

    /**
     * Runs the test over pairs.
     *
     * @param a first group in order of arrival
     * @param b second group, as long
     * @param sigma2 known variance of one answer
     * @param tau2 variance of the mixing distribution of the difference
     */
    public static SequentialTest of(double[] a, double[] b, double sigma2, double tau2, double alpha) {
        if (a.length != b.length) {
            throw InvalidInputException.of(Code.WRONG_LENGTH, "b", "arrivals are paired: a and b differ in length");
        }
        check("sigma2", sigma2 > 0 && Double.isFinite(sigma2));
        check("tau2", tau2 > 0 && Double.isFinite(tau2));
        check("alpha", alpha > 0 && alpha < 1);
        int pairs = a.length;
        double v = 2 * sigma2;
        double[] difference = new double[pairs];
        double[] logRatio = new double[pairs];
        double[] pValue = new double[pairs];
        double[] lower = new double[pairs];
        double[] upper = new double[pairs];
        OptionalInt stop = OptionalInt.empty();
        double sum = 0;
        double p = 1;
        for (int i = 0; i < pairs; i++) {
            if (!Double.isFinite(a[i] - b[i])) {
                throw InvalidInputException.at(Code.WRONG_TYPE, Double.isFinite(a[i]) ? "b" : "a", i, "must be finite");
            }
            double n = i + 1.0;
            sum += a[i] - b[i];
            double mean = sum / n;
            double mixed = v + n * tau2;
            difference[i] = mean;
            logRatio[i] = 0.5 * Math.log(v / mixed) + n * n * tau2 * mean * mean / (2 * v * mixed);
            p = Math.min(p, Math.exp(-logRatio[i]));
            pValue[i] = p;
            double half = Math.sqrt(v * mixed / (n * n * tau2) * (2 * Math.log(1 / alpha) + Math.log(mixed / v)));
            lower[i] = mean - half;
            upper[i] = mean + half;
            if (p <= alpha && stop.isEmpty()) {
                stop = OptionalInt.of(i + 1);
            }
        }
        return new SequentialTest(difference, logRatio, pValue, lower, upper, stop);
    }

    private static void check(String field, boolean good) {
        if (!good) {
            throw InvalidInputException.of(Code.OUT_OF_RANGE, field, "is out of range");
        }
    }
}
