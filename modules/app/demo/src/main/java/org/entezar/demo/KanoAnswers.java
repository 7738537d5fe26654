package org.entezar.demo;

import java.util.SplittableRandom;

/**
 * Simulated answers to Kano's pair of questions. Each item leans to one class, drawn from the scenario's seed; single
 * customers differ from it as they do in published tables.
 */
final class KanoAnswers {

    /** Pairs of functional and dysfunctional answers typical of must-be, one-dimensional, attractive and indifferent. */
    private static final int[][][] PAIRS = {
        {{2, 5}, {3, 5}, {2, 5}},
        {{1, 5}, {1, 5}, {1, 5}},
        {{1, 3}, {1, 4}, {1, 2}},
        {{3, 3}, {2, 3}, {3, 4}},
    };

    private static final double LEANING = 0.58;

    private KanoAnswers() {}

    /** Functional and dysfunctional answer, 1 to 5 each. */
    static int[] draw(String item, long seed, SplittableRandom random) {
        int leaning = new SplittableRandom(seed ^ (item.hashCode() * 0x9E3779B97F4A7C15L)).nextInt(PAIRS.length);
        int kind = random.nextDouble() < LEANING ? leaning : random.nextInt(PAIRS.length);
        int[][] typical = PAIRS[kind];
        return typical[random.nextInt(typical.length)];
    }
}
