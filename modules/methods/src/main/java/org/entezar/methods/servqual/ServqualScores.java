package org.entezar.methods.servqual;

import java.util.List;
import java.util.Optional;
import org.entezar.methods.MeanEstimate;

/**
 * Means over respondents of their scores.
 *
 * @param dimensions by dimension, in the order of the design
 * @param unweighted mean of the dimensions of each respondent who has all of them
 * @param weighted the same with weights: the respondent's own where given, otherwise the category's; empty when nobody
 *     gave weights
 */
public record ServqualScores(List<MeanEstimate> dimensions, MeanEstimate unweighted, Optional<MeanEstimate> weighted) {}
