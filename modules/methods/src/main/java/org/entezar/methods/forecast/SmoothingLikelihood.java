package org.entezar.methods.forecast;

import java.util.Arrays;
import org.entezar.methods.optimisation.QuasiNewton;

/**
 * Minus the log-likelihood of exponential smoothing with its gradient, for one series; not for several threads.
 *
 * <p>The point holds the logits of α, β/α and γ/(1-α), so that every point keeps the bounds, and the initial states in
 * units of the series. The m-th seasonal state follows from the others (sum 0, or m if multiplicative). The gradient
 * comes from one backward pass over the recursion (the adjoint), about three times the work of the value alone.
 */
final class SmoothingLikelihood implements QuasiNewton.Function {
    /** Below this share of Σy², the errors are rounding and the fit is perfect. */
    private static final double PERFECT = 1e-24;

    private final double[] y;
    private final boolean relative;
    private final boolean trend;
    private final boolean seasonal;
    private final boolean multiplicative;
    private final int m;
    private final int logits;
    private final int states;
    private final double unit;
    private final double seasonUnit;
    private final double floor;
    private final double[] base;
    private final double[] seasonUsed;
    private final double[] error;
    private final double[] season;
    private final double[] seasonAdjoint;

    SmoothingLikelihood(double[] y, SmoothingModel model, int m, double unit) {
        this.y = y;
        relative = model.relativeErrors();
        trend = model.trend();
        seasonal = model.seasonal();
        multiplicative = model.multiplicativeSeason();
        this.m = seasonal ? m : 1;
        logits = 1 + (trend ? 1 : 0) + (seasonal ? 1 : 0);
        states = 1 + (trend ? 1 : 0) + (seasonal ? m - 1 : 0);
        this.unit = unit;
        seasonUnit = multiplicative ? 0.1 : unit;
        double sum = 0;
        for (double value : y) {
            sum += value * value;
        }
        floor = relative ? PERFECT * y.length : PERFECT * sum;
        base = new double[y.length];
        seasonUsed = new double[y.length];
        error = new double[y.length];
        season = new double[this.m];
        seasonAdjoint = new double[this.m];
    }

    int dimension() {
        return logits + states;
    }

    /** The point of these weights and states. */
    double[] point(Smoothing weights, double level, double slope, double[] initialSeason) {
        double[] point = new double[dimension()];
        int i = 0;
        point[i++] = logit(weights.alpha());
        if (trend) {
            point[i++] = logit(weights.beta() / weights.alpha());
        }
        if (seasonal) {
            point[i++] = logit(weights.gamma() / (1 - weights.alpha()));
        }
        point[i++] = level / unit;
        if (trend) {
            point[i++] = slope / slopeUnit();
        }
        for (int j = 0; seasonal && j < m - 1; j++) {
            point[i++] = initialSeason[j] / seasonUnit;
        }
        return point;
    }

    Smoothing weights(double[] point) {
        double alpha = logistic(point[0]);
        double beta = trend ? alpha * logistic(point[1]) : 0;
        double gamma = seasonal ? (1 - alpha) * logistic(point[logits - 1]) : 0;
        return new Smoothing(alpha, beta, gamma);
    }

    double level(double[] point) {
        return point[logits] * unit;
    }

    double slope(double[] point) {
        return trend ? point[logits + 1] * slopeUnit() : 0;
    }

    double[] season(double[] point) {
        if (!seasonal) {
            return new double[0];
        }
        double[] all = new double[m];
        readSeason(point, all);
        return all;
    }

    private double slopeUnit() {
        return 0.1 * unit;
    }

    private void readSeason(double[] point, double[] into) {
        int first = logits + (trend ? 2 : 1);
        double sum = 0;
        for (int j = 0; j < m - 1; j++) {
            into[j] = point[first + j] * seasonUnit;
            sum += into[j];
        }
        into[m - 1] = (multiplicative ? m : 0) - sum;
    }

    @Override
    public double valueAndGradient(double[] point, double[] gradient) {
        double a = logistic(point[0]);
        double betaShare = trend ? logistic(point[1]) : 0;
        double gammaShare = seasonal ? logistic(point[logits - 1]) : 0;
        double beta = a * betaShare;
        double gamma = (1 - a) * gammaShare;
        if (seasonal) {
            readSeason(point, season);
        }
        double squares = forward(level(point), slope(point), a, beta, gamma);
        if (Double.isNaN(squares)) {
            return Double.POSITIVE_INFINITY;
        }
        int n = y.length;
        double logs = 0;
        if (relative) {
            for (int t = 0; t < n; t++) {
                logs += Math.log(y[t] - error[t]);
            }
        }
        backward(a, beta, gamma, n / Math.max(squares, floor), betaShare, gammaShare, gradient);
        return 0.5 * n * Math.log(Math.max(squares, floor)) + logs;
    }

    /** Runs through the series; the sum of squared (relative) errors, NaN where a state leaves its domain. */
    private double forward(double level, double slope, double alpha, double beta, double gamma) {
        double l = level;
        double b = slope;
        double squares = 0;
        int now = 0;
        for (int t = 0; t < y.length; t++) {
            double before = l + b;
            double s = season[now];
            double expected = multiplicative ? before * s : before + s;
            if (relative && !(expected > 0) || multiplicative && !(s > 0 && before > 0)) {
                return Double.NaN;
            }
            double e = y[t] - expected;
            base[t] = before;
            seasonUsed[t] = s;
            error[t] = e;
            double measured = relative ? e / expected : e;
            squares += measured * measured;
            double perSeason = multiplicative ? e / s : e;
            l = before + alpha * perSeason;
            b += beta * perSeason;
            if (seasonal) {
                season[now] = s + gamma * (multiplicative ? e / before : e);
                now = now + 1 == m ? 0 : now + 1;
            }
        }
        return squares <= Double.MAX_VALUE ? squares : Double.NaN;
    }

    /** The adjoint of the recursion; {@code scale} is n/Σε². */
    private void backward(
            double alpha,
            double beta,
            double gamma,
            double scale,
            double betaShare,
            double gammaShare,
            double[] gradient) {
        int n = y.length;
        double levelAdjoint = 0;
        double slopeAdjoint = 0;
        double alphaAdjoint = 0;
        double betaAdjoint = 0;
        double gammaAdjoint = 0;
        Arrays.fill(seasonAdjoint, 0);
        int now = (n - 1) % m;
        for (int t = n - 1; t >= 0; t--) {
            double e = error[t];
            double before = base[t];
            double s = seasonUsed[t];
            double expected = y[t] - e;
            // derivative of the value by this period's forecast
            double direct = relative ? (1 - scale * e * y[t] / (expected * expected)) / expected : -scale * e;
            double seasonHere = seasonal ? seasonAdjoint[now] : 0;
            if (multiplicative) {
                double perSeason = e / s;
                double throughError = (alpha * levelAdjoint + beta * slopeAdjoint) / s + gamma * seasonHere / before;
                double total = direct - throughError;
                alphaAdjoint += levelAdjoint * perSeason;
                betaAdjoint += slopeAdjoint * perSeason;
                gammaAdjoint += seasonHere * e / before;
                seasonAdjoint[now] =
                        seasonHere + total * before - (alpha * levelAdjoint + beta * slopeAdjoint) * perSeason / s;
                levelAdjoint += total * s - gamma * e * seasonHere / (before * before);
            } else {
                double total = direct - alpha * levelAdjoint - beta * slopeAdjoint - gamma * seasonHere;
                alphaAdjoint += levelAdjoint * e;
                betaAdjoint += slopeAdjoint * e;
                gammaAdjoint += seasonHere * e;
                if (seasonal) {
                    seasonAdjoint[now] = seasonHere + total;
                }
                levelAdjoint += total;
            }
            slopeAdjoint += levelAdjoint;
            now = now == 0 ? m - 1 : now - 1;
        }
        gradient[0] = (alphaAdjoint + betaAdjoint * betaShare - gammaAdjoint * gammaShare) * alpha * (1 - alpha);
        if (trend) {
            gradient[1] = betaAdjoint * alpha * betaShare * (1 - betaShare);
        }
        if (seasonal) {
            gradient[logits - 1] = gammaAdjoint * (1 - alpha) * gammaShare * (1 - gammaShare);
        }
        gradient[logits] = levelAdjoint * unit;
        if (trend) {
            gradient[logits + 1] = slopeAdjoint * slopeUnit();
        }
        int first = logits + (trend ? 2 : 1);
        for (int j = 0; seasonal && j < m - 1; j++) {
            gradient[first + j] = (seasonAdjoint[j] - seasonAdjoint[m - 1]) * seasonUnit;
        }
    }

    private static double logit(double p) {
        double inside = Math.min(Math.max(p, 1e-6), 1 - 1e-6);
        return Math.log(inside / (1 - inside));
    }

    /** Strictly between 0 and 1, also for points far out. */
    private static double logistic(double x) {
        return 1 / (1 + Math.exp(-Math.min(Math.max(x, -32), 32)));
    }
}
