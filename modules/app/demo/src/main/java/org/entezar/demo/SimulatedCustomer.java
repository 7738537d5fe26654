package org.entezar.demo;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.entezar.spi.DemoScenario;

/**
 * One customer with "will" and "should" expectations in each category, which every encounter changes. The recursion is
 * that of docs/methods/METHODS.md §7, after Boulding, Kalra, Staelin and Zeithaml (1993): perception depends on the
 * expectations held before the encounter and on what was delivered; "will" follows delivered service up and down;
 * "should" rises with better service and never falls.
 */
final class SimulatedCustomer {

    /** What was asked about one category at one encounter, on the scale 1 to 7 before rounding. */
    record Encounter(double will, double should, double perceived) {

        /** Expectation where a questionnaire does not tell "will" from "should". */
        double expected() {
            return (will + should) / 2;
        }
    }

    private static final double PERCEPTION_CONSTANT = 0.45;
    private static final double PERCEPTION_WILL = 0.25;
    private static final double PERCEPTION_SHOULD = -0.15;
    private static final double PERCEPTION_DELIVERED = 0.80;
    private static final double LEARNING_WILL = 0.30;
    private static final double LEARNING_SHOULD = 0.15;
    private static final double SPREAD_OF_EXPECTATION = 0.6;
    private static final double SPREAD_OF_DELIVERY = 0.8;

    private final String segment;
    private final String language;
    private final Map<String, double[]> expectations = new LinkedHashMap<>();

    SimulatedCustomer(
            String segment, String language, Map<String, DemoScenario.Level> levels, SplittableRandom random) {
        this.segment = segment;
        this.language = language;
        levels.forEach((category, level) -> {
            double should = level.should() + SPREAD_OF_EXPECTATION * random.nextGaussian();
            double will = level.will() + SPREAD_OF_EXPECTATION * random.nextGaussian();
            expectations.put(category, new double[] {will, should});
        });
    }

    String segment() {
        return segment;
    }

    String language() {
        return language;
    }

    /** One encounter with the category; expectations are those from before it, and are changed by it. */
    Encounter meet(String category, double meanDelivered, SplittableRandom random) {
        double[] held = expectations.getOrDefault(category, new double[] {meanDelivered, meanDelivered});
        double will = held[0];
        double should = held[1];
        double delivered = meanDelivered + SPREAD_OF_DELIVERY * random.nextGaussian();
        double perceived = PERCEPTION_CONSTANT
                + PERCEPTION_WILL * will
                + PERCEPTION_SHOULD * should
                + PERCEPTION_DELIVERED * delivered;
        held[0] = will + LEARNING_WILL * (delivered - will);
        held[1] = should + LEARNING_SHOULD * Math.max(delivered - should, 0);
        return new Encounter(will, should, perceived);
    }
}
