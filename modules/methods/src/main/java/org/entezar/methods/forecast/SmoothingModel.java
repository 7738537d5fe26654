package org.entezar.methods.forecast;

import org.entezar.methods.InvalidInputException;
import org.entezar.methods.InvalidInputException.Code;

/**
 * A form of exponential smoothing in the letters of Hyndman et al. (2008): error A or M, trend N or A, season N, A or M.
 * ANN is simple smoothing, AAN Holt's, AAA Holt-Winters additive, MAM Holt-Winters multiplicative.
 */
public record SmoothingModel(boolean relativeErrors, boolean trend, Season season) {

    /** How the season enters. */
    public enum Season {
        /** No season. */
        NONE,
        /** Added to level and trend. */
        ADDITIVE,
        /** Multiplies level and trend. */
        MULTIPLICATIVE
    }

    /** The model of three letters. */
    public static SmoothingModel of(String letters) {
        if (!letters.matches("[AM][NA][NAM]")) {
            throw InvalidInputException.of(
                    Code.UNKNOWN_CHOICE, "model", "three letters: error A or M, trend N or A, season N, A or M");
        }
        Season season =
                switch (letters.charAt(2)) {
                    case 'A' -> Season.ADDITIVE;
                    case 'M' -> Season.MULTIPLICATIVE;
                    default -> Season.NONE;
                };
        return new SmoothingModel(letters.charAt(0) == 'M', letters.charAt(1) == 'A', season);
    }

    /** Whether there is a season. */
    public boolean seasonal() {
        return season != Season.NONE;
    }

    /** Whether the season multiplies. */
    public boolean multiplicativeSeason() {
        return season == Season.MULTIPLICATIVE;
    }

    /** Whether all values must be above 0. */
    public boolean needsPositive() {
        return relativeErrors || multiplicativeSeason();
    }

    /** Whether the variance of the forecast has a closed form. */
    boolean closedVariance() {
        return !relativeErrors && !multiplicativeSeason();
    }

    /** Number of estimated or given figures: smoothing parameters, level, slope, m - 1 seasonal states. */
    int parameters(int m) {
        int smoothing = 1 + (trend ? 1 : 0) + (seasonal() ? 1 : 0);
        return smoothing + 1 + (trend ? 1 : 0) + (seasonal() ? m - 1 : 0);
    }

    void check(double[] y, int m) {
        if (seasonal() ? m < 2 || m > 1000 : m < 1) {
            throw InvalidInputException.of(
                    Code.OUT_OF_RANGE, "m", "periods in a season, 2..1000 with a seasonal model, got " + m);
        }
        for (int i = 0; needsPositive() && i < y.length; i++) {
            if (!(y[i] > 0)) {
                throw InvalidInputException.at(
                        Code.OUT_OF_RANGE, "y", i, "a multiplicative model needs values above 0, got " + y[i]);
            }
        }
    }

    @Override
    public String toString() {
        return (relativeErrors ? "M" : "A")
                + (trend ? "A" : "N")
                + season.name().charAt(0);
    }
}
