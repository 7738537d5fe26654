package org.entezar.methods.forecast;

/**
 * Level, slope and seasonal states of exponential smoothing, moved on one period at a time; all right-hand sides are old
 * values. With e = y - ŷ: l' = l + b + αe, b' = b + βe, s' = s + γe; multiplicative season l' = l + b + αe/s,
 * b' = b + βe/s, s' = s + γe/(l + b). β and γ are those of the state form: β = α·β*, γ = (1-α)·γ* of the textbooks.
 *
 * <p>Source: Hyndman, Koehler, Ord &amp; Snyder (2008), Forecasting with Exponential Smoothing.
 */
final class SmoothingState {
    private final boolean trend;
    private final boolean seasonal;
    private final boolean multiplicative;
    private final double alpha;
    private final double beta;
    private final double gamma;
    private final int m;
    /** Seasonal states by period of the season; {@code now} is the next one. */
    private final double[] season;

    private double level;
    private double slope;
    private int now;

    SmoothingState(SmoothingModel model, Smoothing weights, double level, double slope, double[] season) {
        trend = model.trend();
        seasonal = model.seasonal();
        multiplicative = model.multiplicativeSeason();
        alpha = weights.alpha();
        beta = trend ? weights.beta() : 0;
        gamma = seasonal ? weights.gamma() : 0;
        m = seasonal ? season.length : 1;
        this.season = seasonal ? season.clone() : new double[1];
        this.level = level;
        this.slope = trend ? slope : 0;
    }

    private SmoothingState(SmoothingState other) {
        trend = other.trend;
        seasonal = other.seasonal;
        multiplicative = other.multiplicative;
        alpha = other.alpha;
        beta = other.beta;
        gamma = other.gamma;
        m = other.m;
        season = other.season.clone();
        level = other.level;
        slope = other.slope;
        now = other.now;
    }

    SmoothingState copy() {
        return new SmoothingState(this);
    }

    /** Becomes as the other, which must be of the same model. */
    void set(SmoothingState other) {
        System.arraycopy(other.season, 0, season, 0, m);
        level = other.level;
        slope = other.slope;
        now = other.now;
    }

    /** Forecast of the period that is h periods ahead, h ≥ 1, if nothing unexpected happens. */
    double ahead(int h) {
        double base = level + h * slope;
        double s = season[(now + h - 1) % m];
        return multiplicative ? base * s : base + s;
    }

    /** Moves on by one period in which the value differed by {@code e} from the forecast. */
    void move(double e) {
        double base = level + slope;
        if (multiplicative) {
            double s = season[now];
            level = base + alpha * e / s;
            slope += beta * e / s;
            season[now] = s + gamma * e / base;
        } else {
            level = base + alpha * e;
            slope += beta * e;
            season[now] += gamma * e;
        }
        now = now + 1 == m ? 0 : now + 1;
    }

    double level() {
        return level;
    }

    double slope() {
        return slope;
    }

    /** The seasonal states of the next m periods. */
    double[] nextSeason() {
        double[] next = new double[m];
        for (int i = 0; i < m; i++) {
            next[i] = season[(now + i) % m];
        }
        return next;
    }
}
