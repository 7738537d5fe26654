package org.entezar.methods.segmentation;

import java.util.Arrays;

/** Respondents with the same answers, counted once with a weight. */
final class AnswerPatterns {
    final int items;
    final int[] categories;
    /** First category of each item in one long list of categories. */
    final int[] offsets;

    final int cells;
    /** Pattern by item: index into the long list, -1 = missing. */
    final int[][] patterns;

    final double[] weights;
    private final int[] patternOf;
    private final int respondents;

    private AnswerPatterns(int[] categories, int[][] patterns, double[] weights, int[] patternOf, int respondents) {
        items = categories.length;
        this.categories = categories;
        offsets = new int[items];
        int cell = 0;
        for (int j = 0; j < items; j++) {
            offsets[j] = cell;
            cell += categories[j];
        }
        cells = cell;
        this.patterns = patterns;
        this.weights = weights;
        this.patternOf = patternOf;
        this.respondents = respondents;
    }

    static AnswerPatterns of(int[][] answers) {
        int items = answers[0].length;
        int[] categories = new int[items];
        for (int[] row : answers) {
            for (int j = 0; j < items; j++) {
                categories[j] = Math.max(categories[j], row[j] + 1);
            }
        }
        Integer[] order = new Integer[answers.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (a, b) -> Arrays.compare(answers[a], answers[b]));
        int[][] patterns = new int[answers.length][];
        double[] weights = new double[answers.length];
        int[] patternOf = new int[answers.length];
        int count = 0;
        int respondents = 0;
        int[] previous = {};
        for (int i : order) {
            if (Arrays.stream(answers[i]).allMatch(a -> a < 0)) {
                patternOf[i] = -1;
                continue;
            }
            if (count == 0 || !Arrays.equals(previous, answers[i])) {
                previous = answers[i];
                patterns[count++] = answers[i].clone();
            }
            weights[count - 1]++;
            patternOf[i] = count - 1;
            respondents++;
        }
        AnswerPatterns grouped = new AnswerPatterns(
                categories, Arrays.copyOf(patterns, count), Arrays.copyOf(weights, count), patternOf, respondents);
        for (int[] pattern : grouped.patterns) {
            for (int j = 0; j < items; j++) {
                pattern[j] = pattern[j] < 0 ? -1 : grouped.offsets[j] + pattern[j];
            }
        }
        return grouped;
    }

    int respondents() {
        return respondents;
    }

    /** Pattern of a respondent; -1 without any answer. */
    int patternOf(int respondent) {
        return patternOf[respondent];
    }

    int parameters(int classes) {
        int free = 0;
        for (int c : categories) {
            free += Math.max(c - 1, 0);
        }
        return classes - 1 + classes * free;
    }

    /** Number of different complete answers that there can be. */
    double possible() {
        double product = 1;
        for (int c : categories) {
            product *= Math.max(c, 1);
        }
        return product;
    }
}
