package org.entezar.methods.segmentation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.entezar.methods.Figure;
import org.entezar.methods.InvalidInputException;
import org.entezar.methods.InvalidInputException.Code;
import org.entezar.methods.Reason;
import org.entezar.methods.Warning;

/**
 * Latent class analysis: segments of respondents who answer categorical items alike, within whom answers are independent.
 *
 * <p>Maximum likelihood by EM from several random starts, for each number of classes; BIC chooses the number. Missing
 * answers are left out of a respondent's likelihood. Sources: Lazarsfeld &amp; Henry (1968), Latent Structure Analysis;
 * Goodman (1974), Biometrika 61:215-231; Dempster, Laird &amp; Rubin (1977), JRSS-B 39:1-38; Schwarz (1978), Annals of
 * Statistics 6:461-464. R: {@code poLCA}.
 */
public final class LatentClasses {
    private LatentClasses() {}

    /**
     * Answers.
     *
     * @param answers one row a respondent; categories of each item from 0, -1 = missing
     * @param leastClasses at least 1
     * @param mostClasses at most 20
     * @param starts random starts for each number of classes, at least 1
     * @param seed of the generator
     */
    public record Input(int[][] answers, int leastClasses, int mostClasses, int starts, long seed) {
        /** Checks answers and settings. */
        public Input {
            if (answers.length == 0 || answers[0].length == 0) {
                throw InvalidInputException.of(Code.EMPTY, "answers", "at least one respondent and one item");
            }
            for (int i = 0; i < answers.length; i++) {
                if (answers[i].length != answers[0].length) {
                    throw InvalidInputException.at(
                            Code.WRONG_LENGTH, "answers", i, answers[0].length + " items, got " + answers[i].length);
                }
                for (int j = 0; j < answers[i].length; j++) {
                    if (answers[i][j] < -1 || answers[i][j] > 1000) {
                        throw InvalidInputException.at(Code.OUT_OF_RANGE, "answers", i, j, "a category 0..1000");
                    }
                }
            }
            if (leastClasses < 1 || mostClasses < leastClasses || mostClasses > 20) {
                throw InvalidInputException.of(Code.OUT_OF_RANGE, "classes", "1 ≤ least ≤ most ≤ 20");
            }
            if (starts < 1 || starts > 10_000) {
                throw InvalidInputException.of(Code.OUT_OF_RANGE, "starts", "1..10000, got " + starts);
            }
        }
    }

    /**
     * A model with a number of classes, the largest class first.
     *
     * @param classes K
     * @param shares of the classes, sum 1
     * @param probabilities by class, item and category
     * @param logLikelihood of the answers
     * @param parameters K - 1 + KΣ(categories - 1)
     * @param bic -2·logLikelihood + parameters·ln n
     * @param aic -2·logLikelihood + 2·parameters
     * @param entropy 1 = every respondent belongs clearly to one class, 0 = none does; NO_DATA with one class
     * @param startsAtBest how many starts ended at this likelihood
     * @param converged whether the likelihood stood still
     */
    public record Model(
            int classes,
            double[] shares,
            double[][][] probabilities,
            double logLikelihood,
            int parameters,
            double bic,
            double aic,
            Figure entropy,
            int startsAtBest,
            boolean converged) {}

    /**
     * The choice.
     *
     * @param n respondents with an answer at least
     * @param best the model with the lowest BIC
     * @param models all models that the items can identify, by number of classes
     * @param membership class of each respondent from 0; -1 without any answer
     * @param posteriors probabilities of the classes for each respondent; empty row without any answer
     */
    public record Result(
            int n, Model best, List<Model> models, int[] membership, double[][] posteriors, Set<Warning> warnings) {}

    /** Fits all numbers of classes and chooses. */
    public static Result evaluate(Input in) {
        AnswerPatterns patterns = AnswerPatterns.of(in.answers());
        if (patterns.respondents() == 0) {
            throw InvalidInputException.of(Code.EMPTY, "answers", "every answer is missing");
        }
        List<Model> models = new ArrayList<>();
        ClassEstimation chosen = null;
        Model best = null;
        EnumSet<Warning> warnings = EnumSet.noneOf(Warning.class);
        for (int k = in.leastClasses(); k <= in.mostClasses(); k++) {
            if (k > 1 && patterns.parameters(k) > patterns.possible() - 1) {
                warnings.add(Warning.WEAKLY_IDENTIFIED); // more parameters than the table of answers has cells
                break;
            }
            ClassEstimation estimation = ClassEstimation.best(patterns, k, in.starts(), in.seed());
            Model model = model(estimation, patterns);
            models.add(model);
            if (best == null || model.bic() < best.bic()) {
                best = model;
                chosen = estimation;
            }
        }
        if (best == null || chosen == null) {
            throw InvalidInputException.of(
                    Code.NOT_IDENTIFIED, "classes", "the items cannot tell " + in.leastClasses() + " classes apart");
        }
        if (patterns.respondents() < 5 * best.parameters()) {
            warnings.add(Warning.FEW_FOR_PARAMETERS);
        }
        double[][] posteriors = new double[in.answers().length][];
        int[] membership = new int[in.answers().length];
        for (int i = 0; i < posteriors.length; i++) {
            int pattern = patterns.patternOf(i);
            posteriors[i] = pattern < 0 ? new double[0] : chosen.posterior(pattern);
            membership[i] = largest(posteriors[i]);
        }
        return new Result(
                patterns.respondents(), best, List.copyOf(models), membership, posteriors, Set.copyOf(warnings));
    }

    private static Model model(ClassEstimation e, AnswerPatterns patterns) {
        int n = patterns.respondents();
        int parameters = patterns.parameters(e.classes());
        double deviance = -2 * e.logLikelihood();
        return new Model(
                e.classes(),
                e.shares(),
                e.probabilities(),
                e.logLikelihood(),
                parameters,
                deviance + parameters * Math.log(n),
                deviance + 2.0 * parameters,
                e.classes() == 1
                        ? Figure.undefined(Reason.NO_DATA)
                        : Figure.of(1 - e.uncertainty() / (n * Math.log(e.classes()))),
                e.startsAtBest(),
                e.converged());
    }

    private static int largest(double[] values) {
        int best = values.length - 1;
        for (int k = values.length - 2; k >= 0; k--) {
            best = values[k] >= values[best] ? k : best;
        }
        return best;
    }

    /** Category numbers of answers given as any whole numbers: per item, the sorted distinct codes become 0, 1, 2, … */
    public static int[][] categories(double[][] codes) {
        int items = codes.length == 0 ? 0 : codes[0].length;
        int[][] categories = new int[codes.length][items];
        for (int j = 0; j < items; j++) {
            int item = j;
            double[] distinct = Arrays.stream(codes)
                    .mapToDouble(row -> row[item])
                    .filter(code -> !Double.isNaN(code))
                    .sorted()
                    .distinct()
                    .toArray();
            for (int i = 0; i < codes.length; i++) {
                categories[i][j] = Double.isNaN(codes[i][j]) ? -1 : Arrays.binarySearch(distinct, codes[i][j]);
            }
        }
        return categories;
    }
}
