package org.entezar.methods.forecast;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.entezar.methods.Interruption;
import org.entezar.methods.InvalidInputException;
import org.entezar.methods.InvalidInputException.Code;
import org.entezar.methods.statistics.Quantiles;

/**
 * Prediction intervals at 80 and 95 %, one number for each period ahead; NaN where there is none.
 *
 * <p>Additive errors without a multiplicative season: variance σ²[1 + Σ_{j&lt;h} c_j²] with
 * c_j = α + βj + γ·1{j mod m = 0}. All other models: quantiles of simulated paths, drawn in antithetic pairs.
 */
public record PredictionIntervals(double[] lower80, double[] upper80, double[] lower95, double[] upper95) {
    /** Steps of all simulated paths together that are kept in memory. */
    private static final int MOST_STEPS = 20_000_000;

    private static final double[] PROBABILITIES = {0.1, 0.9, 0.025, 0.975};

    /** How simulated intervals are drawn: at least 5000 paths, from a seed. */
    public record Simulation(int paths, long seed) {
        /** 10,000 paths. */
        public static final Simulation DEFAULT = new Simulation(10_000, 20261123L);

        /** Raises the number of paths to an even 5000 at least. */
        public Simulation {
            paths = Math.max(5000, paths + (paths & 1));
        }
    }

    static PredictionIntervals none(int h) {
        double[] none = new double[h];
        Arrays.fill(none, Double.NaN);
        return new PredictionIntervals(none, none, none, none);
    }

    static PredictionIntervals closed(double[] forecast, Smoothing weights, int m, double variance) {
        int h = forecast.length;
        double[][] ends = new double[4][h];
        double sum = 1;
        double z80 = Quantiles.normal(0.9);
        for (int i = 0; i < h; i++) {
            if (i > 0) {
                double c = weights.alpha() + weights.beta() * i + (i % m == 0 ? weights.gamma() : 0);
                sum += c * c;
            }
            double sd = Math.sqrt(variance * sum);
            ends[0][i] = forecast[i] - z80 * sd;
            ends[1][i] = forecast[i] + z80 * sd;
            ends[2][i] = forecast[i] - Quantiles.Z_95 * sd;
            ends[3][i] = forecast[i] + Quantiles.Z_95 * sd;
        }
        return new PredictionIntervals(ends[0], ends[1], ends[2], ends[3]);
    }

    /** Quantiles of paths with errors N(0, σ²), relative to the forecast where the model says so. */
    static PredictionIntervals simulated(
            SmoothingState last, boolean relative, int h, double variance, Simulation simulation) {
        if ((long) simulation.paths() * h > MOST_STEPS) {
            throw InvalidInputException.of(
                    Code.TOO_LARGE,
                    "h",
                    "at most " + MOST_STEPS / simulation.paths() + " with " + simulation.paths() + " paths, got " + h);
        }
        int pairs = simulation.paths() / 2;
        double sd = Math.sqrt(variance);
        double[][] values = new double[h][2 * pairs];
        double[] shocks = new double[h];
        SplittableRandom random = new SplittableRandom(simulation.seed());
        SmoothingState path = last.copy();
        for (int p = 0; p < pairs; p++) {
            Interruption.check();
            for (int i = 0; i < h; i++) {
                shocks[i] = sd * random.nextGaussian();
            }
            for (int sign = 0; sign < 2; sign++) {
                path.set(last);
                for (int i = 0; i < h; i++) {
                    double expected = path.ahead(1);
                    double shock = sign == 0 ? shocks[i] : -shocks[i];
                    double e = relative ? expected * shock : shock;
                    values[i][2 * p + sign] = expected + e;
                    path.move(e);
                }
            }
        }
        double[][] ends = new double[4][h];
        for (int i = 0; i < h; i++) {
            Arrays.sort(values[i]);
            for (int q = 0; q < 4; q++) {
                double end = Quantiles.type7OfSorted(values[i], PROBABILITIES[q]);
                ends[q][i] = Double.isFinite(end) ? end : Double.NaN;
            }
        }
        return new PredictionIntervals(ends[0], ends[1], ends[2], ends[3]);
    }

    /** Counts cannot fall below zero. */
    PredictionIntervals clipped() {
        return new PredictionIntervals(clip(lower80), clip(upper80), clip(lower95), clip(upper95));
    }

    private static double[] clip(double[] ends) {
        return Arrays.stream(ends).map(end -> Math.max(end, 0)).toArray();
    }
}
