package org.entezar.methods.queueing;

/**
 * Integrals of exp(g(x) - max g) with g(x) = λ(1-e^{-θx})/θ - κx on x ≥ 0, the kernel of Erlang A.
 *
 * <p>g is concave, so the integrand has one peak and falls at least exponentially on both sides of it. It is integrated
 * between the points where the exponent has fallen by {@link #DROP}, by ten-point Gauss-Legendre on panels;
 * exponents are formed from the distance to the peak, where nothing cancels.
 */
final class ConcaveExponent {
    private static final double DROP = 45;
    private static final int PANELS = 24;
    private static final double GROWTH = 1.6;
    private static final double[] NODES = {
        0.1488743389816312, 0.4333953941292472, 0.6794095682990244, 0.8650633666889845, 0.9739065285171717
    };
    private static final double[] WEIGHTS = {
        0.2955242247147529, 0.2692667193099963, 0.2190863625159821, 0.1494513491505806, 0.0666713443086881
    };

    private final double theta;
    private final double kappa;
    private final double peak;
    private final double peakExponent;
    /** λe^{-θ·peak}: the arrival rate that is left at the peak. */
    private final double left;

    ConcaveExponent(double lambda, double theta, double kappa) {
        this.theta = theta;
        this.kappa = kappa;
        peak = lambda > kappa ? Math.log(lambda / kappa) / theta : 0;
        left = lambda > kappa ? kappa : lambda;
        peakExponent = (lambda - left) / theta - kappa * peak;
    }

    /** g at its highest point. */
    double peakExponent() {
        return peakExponent;
    }

    /** ∫ exp(g(x) - g(peak)) dx between the limits, 0 ≤ from ≤ to, {@code to} may be infinite. */
    double integral(double from, double to) {
        if (!(from < to)) {
            return 0;
        }
        if (from >= peak) {
            return tail(from, to);
        }
        double low = from > 0 && drop(from) > DROP || drop(0) > DROP ? Math.max(from, fallLeft()) : from;
        double middle = Math.min(to, peak);
        double sum = low < middle ? panels(low, middle) : 0;
        return to > peak ? sum + tail(peak, to) : sum;
    }

    /** The part right of the peak: between {@code from} and where it has fallen by another DROP. */
    private double tail(double from, double to) {
        double target = drop(from) + DROP;
        double width = 1 / (kappa + theta);
        while (drop(from + width) < target && width < Double.MAX_VALUE / 4) {
            width *= 2;
        }
        double near = width / 2;
        for (int i = 0; i < 20; i++) {
            double middle = (near + width) / 2;
            if (drop(from + middle) < target) {
                near = middle;
            } else {
                width = middle;
            }
        }
        return panels(from, Math.min(to, from + width));
    }

    /** The point left of the peak where the exponent has fallen by DROP; only called where it exists. */
    private double fallLeft() {
        double near = 0;
        double far = peak;
        for (int i = 0; i < 40; i++) {
            double middle = (near + far) / 2;
            if (drop(middle) > DROP) {
                near = middle;
            } else {
                far = middle;
            }
        }
        return near;
    }

    /** g(peak) - g(x), never negative. */
    private double drop(double x) {
        double u = x - peak;
        return kappa * u + left * Math.expm1(-theta * u) / theta;
    }

    /** Panels start short enough for the fast change on the scale 1/θ and then grow. */
    private double panels(double from, double to) {
        double widest = (to - from) / PANELS;
        double width = Math.min(widest, 0.5 / theta);
        double sum = 0;
        double start = from;
        while (start < to) {
            // Where a panel is too narrow to move the start, what is left is one panel.
            boolean last = to - start <= 1.001 * width || start + width <= start;
            double end = last ? to : start + width;
            sum += panel(start, end);
            start = end;
            width = Math.min(widest, GROWTH * width);
        }
        return sum;
    }

    private double panel(double from, double to) {
        double half = (to - from) / 2;
        double centre = from + half;
        double sum = 0;
        for (int k = 0; k < NODES.length; k++) {
            double offset = half * NODES[k];
            sum += WEIGHTS[k] * (Math.exp(-drop(centre - offset)) + Math.exp(-drop(centre + offset)));
        }
        return sum * half;
    }
}
