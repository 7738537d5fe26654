package org.entezar.methods.calculator;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.entezar.methods.experiment.BernoulliEvidence;
import org.entezar.methods.experiment.EffectSize;
import org.entezar.methods.experiment.MannWhitney;
import org.entezar.methods.experiment.SampleRatio;
import org.entezar.methods.experiment.SampleSize;
import org.entezar.methods.experiment.SequentialTest;
import org.entezar.methods.experiment.TwoProportions;
import org.entezar.methods.statistics.Adjustment;
import org.entezar.methods.statistics.WelchTest;
import org.jspecify.annotations.Nullable;

/** Experiments by name. */
final class ExperimentFunctions {
    private static final long MOST = 1L << 40;

    static final List<MethodFunction> FUNCTIONS = List.of(
            new MethodFunction(
                    "two_proportion",
                    "two independent shares: test, interval, effect",
                    """
                    inputs: x1, n1, x2, n2
                    pooled z without continuity correction; Newcombe hybrid score interval; Fisher's exact p (read it when an
                    expected count is below 5); Cohen's h; relative risk p1/p2
                    source: Newcombe 1998 Stat. Med. 17:873-890; Cohen 1988
                    """,
                    ExperimentFunctions::twoProportions),
            new MethodFunction(
                    "welch_t", "two independent means with unequal variances", """
                    inputs: a, b (null = missing)
                    Welch t with Satterthwaite degrees of freedom; Cohen's d (pooled), exact Hedges g, Glass delta (sd of b)
                    source: Welch 1947 Biometrika 34:28-35; Hedges 1981 J. Educational Statistics 6:107-128
                    """, ExperimentFunctions::welch),
            new MethodFunction(
                    "mann_whitney", "two independent groups by ranks", """
                    inputs: a, b (null = missing)
                    U of a from midranks; tie-corrected variance; continuity .5; exact p without ties and both n < 50;
                    common language = P(a > b) + .5 P(a = b); rank biserial = 2U/(n1 n2) - 1
                    source: Mann & Whitney 1947 Ann. Math. Stat. 18:50-60
                    """, ExperimentFunctions::mannWhitney),
            new MethodFunction(
                    "sample_size_two_proportions",
                    "respondents per group to tell two shares apart",
                    """
                    inputs: p1, p2, alpha (default .05), power (default .8)
                    [z(1-alpha/2) sqrt(2 p (1-p)) + z(power) sqrt(p1 q1 + p2 q2)]^2/(p1 - p2)^2, rounded up
                    """,
                    ExperimentFunctions::sizeOfProportions),
            new MethodFunction(
                    "sample_size_two_means",
                    "respondents per group to tell two means apart",
                    """
                    inputs: delta, sd, alpha (default .05), power (default .8)
                    two-sided t test by the noncentral t distribution, rounded up
                    """,
                    ExperimentFunctions::sizeOfMeans),
            new MethodFunction(
                    "msprt_normal",
                    "a test of two means that may be watched after every pair",
                    """
                    inputs: a, b (paired arrivals), sigma2 (known variance of one answer), tau2 (fixed before the test), alpha
                    V = 2 sigma2; L = sqrt(V/(V+n tau2)) exp(n^2 tau2 d^2/(2V(V+n tau2))); p = min(previous p, 1/L);
                    confidence sequence d +- sqrt(V(V+n tau2)/(n^2 tau2) (2 ln(1/alpha) + ln((V+n tau2)/V)))
                    source: Robbins 1970; Johari, Koomen, Pekelis & Walsh 2022 Operations Research 70:1806-1821
                    """,
                    ExperimentFunctions::sequential),
            new MethodFunction(
                    "e_value_bernoulli",
                    "evidence against a share that may be watched after every answer",
                    """
                    inputs: x (0 or 1), p0, prior_a, prior_b, alpha (default .05)
                    E = B(a+s, b+n-s)/B(a,b)/(p0^s (1-p0)^(n-s)); reject at E >= 1/alpha (Ville); p = min of 1/E so far
                    source: Ramdas, Grunwald, Vovk & Shafer 2023 Statistical Science 38:576-601
                    """,
                    ExperimentFunctions::evidence),
            new MethodFunction(
                    "adjust_p_values",
                    "p-values of several metrics, adjusted for there being several",
                    """
                    inputs: p_values
                    holm (guards against one false finding), benjamini_hochberg (limits the share of false findings)
                    source: Holm 1979 Scand. J. Stat. 6:65-70; Benjamini & Hochberg 1995 JRSS-B 57:289-300
                    """,
                    inputs -> new Outputs()
                            .put("holm", Adjustment.holm(inputs.numbers("p_values")))
                            .put("benjamini_hochberg", Adjustment.benjaminiHochberg(inputs.numbers("p_values")))
                            .tree()),
            new MethodFunction(
                    "sample_ratio_mismatch",
                    "whether the groups of an experiment have the planned sizes",
                    """
                    inputs: counts (one a group), planned (weights, default equal)
                    chi-squared over the groups; p < .001 makes the experiment invalid
                    """,
                    ExperimentFunctions::sampleRatio));

    private ExperimentFunctions() {}

    private static Map<String, @Nullable Object> twoProportions(Inputs inputs) {
        TwoProportions test = TwoProportions.of(
                inputs.longInteger("x1", 0, MOST),
                inputs.longInteger("n1", 0, MOST),
                inputs.longInteger("x2", 0, MOST),
                inputs.longInteger("n2", 0, MOST),
                0.95);
        return new Outputs()
                .put("p1", test.first().share())
                .put("p2", test.second().share())
                .put("difference", test.difference())
                .put("z_pooled", test.z())
                .put("p_value", test.pValue())
                .put("wald_ci95", test.wald())
                .put("newcombe_ci95", test.newcombe())
                .put("cohens_h", test.cohensH())
                .put("relative_risk", test.relativeRisk())
                .put("fisher_p", test.fisherP())
                .warnings(test.warnings())
                .tree();
    }

    private static Map<String, @Nullable Object> welch(Inputs inputs) {
        WelchTest test = WelchTest.of(inputs.column("a"), inputs.column("b"), 0.95);
        EffectSize effect = EffectSize.of(test);
        return new Outputs()
                .put("n_a", test.first().n())
                .put("n_b", test.second().n())
                .put("mean_a", test.first().mean())
                .put("mean_b", test.second().mean())
                .put("difference", test.difference())
                .put("t", test.t())
                .put("df", test.degreesOfFreedom())
                .put("p_value", test.pValue())
                .put("ci95", test.bounds())
                .put("cohens_d_pooled", effect.cohensD())
                .put("hedges_g_exact", effect.hedgesG())
                .put("glass_delta_b", effect.glassDelta())
                .tree();
    }

    private static Map<String, @Nullable Object> mannWhitney(Inputs inputs) {
        MannWhitney test = MannWhitney.of(inputs.column("a"), inputs.column("b"));
        return new Outputs()
                .put("U_a", test.uFirst())
                .put("U_b", test.uSecond())
                .put("variance_tie_corrected", test.variance())
                .put("z_continuity", test.z())
                .put("p_value_normal", test.pValue())
                .put("common_language", test.commonLanguage())
                .put("rank_biserial", test.rankBiserial())
                .put("exact_p", Outputs.plain(test.exactP()))
                .tree();
    }

    private static Map<String, @Nullable Object> sizeOfProportions(Inputs inputs) {
        return size(
                        new Outputs(),
                        SampleSize.ofProportions(
                                inputs.number("p1"),
                                inputs.number("p2"),
                                inputs.number("alpha", 0.05),
                                inputs.number("power", 0.8)))
                .tree();
    }

    private static Map<String, @Nullable Object> sizeOfMeans(Inputs inputs) {
        double delta = inputs.number("delta");
        double sd = inputs.number("sd");
        double alpha = inputs.number("alpha", 0.05);
        SampleSize size = SampleSize.ofMeans(delta, sd, alpha, inputs.number("power", 0.8));
        return size(new Outputs(), size)
                .put("power_at_n50", SampleSize.powerOfMeans(50, Math.abs(delta) / sd, alpha))
                .tree();
    }

    private static Outputs size(Outputs outputs, SampleSize size) {
        return outputs.put("n_per_group_real", size.exact()).put("n_per_group", size.perGroup());
    }

    private static Map<String, @Nullable Object> sequential(Inputs inputs) {
        double alpha = inputs.number("alpha", 0.05);
        SequentialTest test = SequentialTest.of(
                inputs.numbers("a"), inputs.numbers("b"), inputs.number("sigma2"), inputs.number("tau2"), alpha);
        return new Outputs()
                .put("mean_difference", test.difference())
                .put("likelihood_ratio", exponentials(test.logLikelihoodRatio()))
                .put("log_likelihood_ratio", test.logLikelihoodRatio())
                .put("always_valid_p", test.pValue())
                .put("confidence_sequence_lower", test.lower())
                .put("confidence_sequence_upper", test.upper())
                .put("stop_at_" + alpha, whole(test.stop()))
                .tree();
    }

    private static Map<String, @Nullable Object> evidence(Inputs inputs) {
        double alpha = inputs.number("alpha", 0.05);
        BernoulliEvidence evidence = BernoulliEvidence.of(
                inputs.numbers("x"),
                inputs.number("p0"),
                inputs.number("prior_a", 1),
                inputs.number("prior_b", 1),
                alpha);
        return new Outputs()
                .put("e_value", exponentials(evidence.logEValue()))
                .put("log_e_value", evidence.logEValue())
                .put("always_valid_p", evidence.pValue())
                .put("reject_at_" + Math.round(1 / alpha), whole(evidence.reject()))
                .tree();
    }

    /** Ratios of a likelihood; one that is too large for a double stays at the largest, the logarithm tells the rest. */
    private static double[] exponentials(double[] logs) {
        return Arrays.stream(logs)
                .map(log -> Math.min(Math.exp(log), Double.MAX_VALUE))
                .toArray();
    }

    private static @Nullable Object whole(OptionalInt number) {
        return number.isPresent() ? number.getAsInt() : null;
    }

    private static Map<String, @Nullable Object> sampleRatio(Inputs inputs) {
        double[] counts = inputs.numbers("counts");
        double[] planned = inputs.optionalNumbers("planned").orElseGet(() -> {
            double[] equal = new double[counts.length];
            Arrays.fill(equal, 1);
            return equal;
        });
        SampleRatio ratio = SampleRatio.of(counts, planned);
        return new Outputs()
                .put("chi_squared", ratio.chiSquared())
                .put("df", ratio.degreesOfFreedom())
                .put("p_value", ratio.pValue())
                .put("invalid", !ratio.warnings().isEmpty())
                .warnings(ratio.warnings())
                .tree();
    }
}
