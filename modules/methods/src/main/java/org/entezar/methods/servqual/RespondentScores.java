package org.entezar.methods.servqual;

import java.util.List;
import java.util.Optional;
import org.entezar.methods.statistics.Moments;
import org.jspecify.annotations.Nullable;

/**
 * Scores one respondent after the other, once for the gaps and once for the perceptions alone, and keeps the moments of
 * the scores. Allocates nothing per respondent.
 */
final class RespondentScores {
    private final int[][] items;
    private final int[] needed;
    private final double confidence;
    private final double @Nullable [] givenShares;
    private final Side gap;
    private final Side perception;
    private boolean weighted;

    /** What is kept of the gaps, and of the perceptions. */
    private static final class Side {
        private final Moments[] dimensions;
        private final double[] scores;
        private final Moments unweighted = new Moments();
        private final Moments weighted = new Moments();
        private double lastUnweighted;
        private double lastWeighted;

        Side(int dimensions) {
            this.dimensions = new Moments[dimensions];
            this.scores = new double[dimensions];
            for (int d = 0; d < dimensions; d++) {
                this.dimensions[d] = new Moments();
            }
        }

        void merge(Side other) {
            for (int d = 0; d < dimensions.length; d++) {
                dimensions[d].merge(other.dimensions[d]);
            }
            unweighted.merge(other.unweighted);
            weighted.merge(other.weighted);
        }
    }

    RespondentScores(ServqualDesign design, double @Nullable [] givenWeights) {
        int dimensions = design.dimensions().size();
        this.items = new int[dimensions][];
        this.needed = new int[dimensions];
        for (int d = 0; d < dimensions; d++) {
            items[d] = design.dimensions().get(d).items().stream()
                    .mapToInt(Integer::intValue)
                    .toArray();
            needed[d] = design.needed(d);
        }
        this.confidence = design.confidence();
        this.weighted = givenWeights != null;
        this.givenShares = givenWeights == null ? null : design.shares(givenWeights);
        this.gap = new Side(dimensions);
        this.perception = new Side(dimensions);
    }

    /**
     * Scores one respondent.
     *
     * @param expectation answers by item, NaN = missing, reversed items recoded already
     * @param perceived likewise
     * @param ownWeights the respondent's weights by dimension; null: the given weights; NaN in it: no weighted score
     */
    void add(double[] expectation, double[] perceived, double @Nullable [] ownWeights) {
        for (int d = 0; d < items.length; d++) {
            double gapSum = 0;
            int gaps = 0;
            double perceptionSum = 0;
            int perceptions = 0;
            for (int item : items[d]) {
                double p = perceived[item];
                if (!Double.isNaN(p)) {
                    perceptionSum += p;
                    perceptions++;
                    double g = p - expectation[item];
                    if (!Double.isNaN(g)) {
                        gapSum += g;
                        gaps++;
                    }
                }
            }
            gap.scores[d] = gaps >= needed[d] ? gapSum / gaps : Double.NaN;
            perception.scores[d] = perceptions >= needed[d] ? perceptionSum / perceptions : Double.NaN;
        }
        weighted |= ownWeights != null;
        finish(gap, ownWeights);
        finish(perception, ownWeights);
    }

    private void finish(Side side, double @Nullable [] ownWeights) {
        double[] weights = ownWeights == null ? givenShares : ownWeights;
        double sum = 0;
        double weightedSum = 0;
        double weightSum = 0;
        for (int d = 0; d < items.length; d++) {
            double score = side.scores[d];
            sum += score;
            if (!Double.isNaN(score)) {
                side.dimensions[d].add(score);
            }
            if (weights != null) {
                weightedSum += weights[d] * score;
                weightSum += weights[d];
            }
        }
        side.lastUnweighted = sum / items.length;
        if (!Double.isNaN(side.lastUnweighted)) {
            side.unweighted.add(side.lastUnweighted);
        }
        side.lastWeighted = weights == null ? Double.NaN : weightedSum / weightSum;
        if (!Double.isNaN(side.lastWeighted)) {
            side.weighted.add(side.lastWeighted);
        }
    }

    void merge(RespondentScores other) {
        weighted |= other.weighted;
        gap.merge(other.gap);
        perception.merge(other.perception);
    }

    /** The last respondent's weighted gap, NaN where there is none. */
    double lastWeightedGap() {
        return gap.lastWeighted;
    }

    /** The last respondent's unweighted gap, NaN where there is none. */
    double lastUnweightedGap() {
        return gap.lastUnweighted;
    }

    ServqualScores gaps() {
        return scores(gap);
    }

    ServqualScores perceptions() {
        return scores(perception);
    }

    private ServqualScores scores(Side side) {
        return new ServqualScores(
                List.of(side.dimensions).stream()
                        .map(m -> m.estimate(confidence))
                        .toList(),
                side.unweighted.estimate(confidence),
                weighted ? Optional.of(side.weighted.estimate(confidence)) : Optional.empty());
    }
}
