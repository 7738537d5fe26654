package org.entezar.insight.internal.history;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.entezar.insight.SatisfactionHistory.Control;
import org.entezar.insight.SatisfactionHistory.Point;
import org.entezar.insight.SatisfactionHistory.Step;
import org.entezar.insight.SatisfactionHistory.Trend;
import org.entezar.methods.Figure;
import org.entezar.methods.Warning;
import org.entezar.methods.control.EwmaChart;
import org.entezar.methods.control.ReferencePeriod;
import org.entezar.methods.trend.MannKendall;

/**
 * What the methods say of a line, over the points of its latest run that are shown. Periods without one keep their place
 * in time.
 */
final class Verdicts {

    private static final double WEIGHT = 0.2;
    private static final double WIDTH = 3;
    private static final int LEAST = 8;

    private Verdicts() {}

    static Optional<Trend> trend(List<Point> points, int run) {
        double[] values = values(points, run);
        if (shown(values) < 2) {
            return Optional.empty();
        }
        MannKendall.Result found = MannKendall.evaluate(values);
        return Optional.of(new Trend(
                found.n(),
                found.pValue(),
                found.slope().number(),
                found.bounds().lower().number(),
                found.bounds().upper().number(),
                found.verdict().map(Enum::name),
                found.warnings().contains(Warning.AUTOCORRELATED)));
    }

    /** The reference must not be the data under test: the earlier half serves, the later one is tested. */
    static Optional<Control> control(List<Point> points, int run) {
        double[] values = values(points, run);
        if (shown(values) < LEAST) {
            return Optional.empty();
        }
        int first = 0;
        while (Double.isNaN(values[first])) {
            first++;
        }
        int until = first;
        for (int seen = 0; seen < shown(values) / 2; until++) {
            seen += Double.isNaN(values[until]) ? 0 : 1;
        }
        ReferencePeriod reference = ReferencePeriod.of(Arrays.copyOfRange(values, first, until));
        if (!(reference.sigma() instanceof Figure.Value sigma)
                || !(reference.target() instanceof Figure.Value target)) {
            return Optional.empty();
        }
        double[] tested = Arrays.copyOfRange(values, until, values.length);
        EwmaChart.Result chart =
                EwmaChart.evaluate(new EwmaChart.Input(tested, target.value(), sigma.value(), WEIGHT, WIDTH));
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < tested.length; i++) {
            if (!Double.isNaN(chart.average()[i])) {
                steps.add(new Step(until + i, chart.average()[i], chart.lower()[i], chart.upper()[i]));
            }
        }
        Optional<Integer> outside =
                chart.first().isPresent() ? Optional.of(until + chart.first().getAsInt()) : Optional.empty();
        return Optional.of(new Control(target.value(), first, until - 1, steps, outside));
    }

    /** One value a period from the first of all; NaN where none is shown. */
    private static double[] values(List<Point> points, int run) {
        int length = points.stream().mapToInt(Point::period).max().orElse(-1) + 1;
        double[] values = new double[length];
        Arrays.fill(values, Double.NaN);
        points.stream()
                .filter(point -> point.run() == run)
                .forEach(point -> values[point.period()] = point.value().mean().orElse(Double.NaN));
        return values;
    }

    private static int shown(double[] values) {
        return (int) Arrays.stream(values).filter(value -> !Double.isNaN(value)).count();
    }
}
