package org.entezar.methods.forecast;

import java.util.Arrays;

/**
 * First guesses of level, slope and season: with a season from the first two or three seasons, whose means give level
 * and slope and whose remainders give the seasonal states; without, from a straight line through the first ten periods.
 */
record InitialStates(double level, double slope, double[] season) {

    static InitialStates of(double[] y, SmoothingModel model, int m) {
        return model.seasonal() ? seasonal(y, model, m) : line(y, model.trend());
    }

    /** The first value, or the first season's mean, without slope: for series whose line would fall below zero. */
    InitialStates withoutSlope(double[] y, SmoothingModel model) {
        int first = model.seasonal() ? season.length : 1;
        return new InitialStates(Arrays.stream(y, 0, first).average().orElseThrow(), 0, season);
    }

    private static InitialStates line(double[] y, boolean trend) {
        int n = Math.min(10, y.length);
        double time = (n + 1) / 2.0;
        double mean = Arrays.stream(y, 0, n).average().orElseThrow();
        if (!trend) {
            return new InitialStates(mean, 0, new double[0]);
        }
        double products = 0;
        double squares = 0;
        for (int t = 1; t <= n; t++) {
            products += (t - time) * (y[t - 1] - mean);
            squares += (t - time) * (t - time);
        }
        double slope = products / squares;
        return new InitialStates(mean - slope * time, slope, new double[0]);
    }

    private static InitialStates seasonal(double[] y, SmoothingModel model, int m) {
        int seasons = Math.min(3, y.length / m);
        double first = Arrays.stream(y, 0, m).average().orElseThrow();
        double last = Arrays.stream(y, (seasons - 1) * m, seasons * m).average().orElseThrow();
        double all = Arrays.stream(y, 0, seasons * m).average().orElseThrow();
        double slope = model.trend() ? (last - first) / ((seasons - 1.0) * m) : 0;
        double level = model.trend() ? first - slope * (m + 1) / 2 : all;
        if (model.needsPositive() && !(level > 0 && level + slope > 0)) {
            level = all;
            slope = 0;
        }
        double[] season = new double[m];
        for (int t = 0; t < seasons * m; t++) {
            double line = level + slope * (t + 1);
            boolean multiplies = model.multiplicativeSeason();
            season[t % m] += (multiplies ? y[t] / (line > 0 ? line : all) : y[t] - line) / seasons;
        }
        double mean = Arrays.stream(season).average().orElseThrow();
        for (int j = 0; j < m; j++) {
            season[j] = model.multiplicativeSeason() ? season[j] / mean : season[j] - mean;
        }
        return new InitialStates(model.multiplicativeSeason() ? level : level + mean, slope, season);
    }
}
