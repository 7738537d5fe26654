package org.entezar.methods.structural;

import org.entezar.methods.Bounds;
import org.entezar.methods.Figure;
import org.entezar.methods.Reason;
import org.hipparchus.special.Gamma;

/**
 * How well the model reproduces the covariances. All are undefined (NOT_CONVERGED) for a fit that did not converge.
 *
 * <p>Sources: Bentler (1990), Psychological Bulletin 107:238-246; Steiger &amp; Lind (1980); Hu &amp; Bentler (1999),
 * Structural Equation Modeling 6:1-55. R: {@code lavaan::fitMeasures}.
 *
 * @param chiSquare n·F
 * @param pValue of χ²; ZERO_WIDTH with no degrees of freedom
 * @param baselineChiSquare of independence
 * @param cfi 1 - max(χ²-df, 0)/max(χ²-df, χ_b²-df_b, 0)
 * @param tli ((χ_b²/df_b) - (χ²/df))/((χ_b²/df_b) - 1)
 * @param rmsea √(max(χ²-df, 0)/(df·n))
 * @param rmseaBounds 90 % interval from the noncentral χ²
 * @param rmseaPValue probability of such a χ² or a larger one if RMSEA were .05
 * @param srmr root mean square of the standardised residuals
 * @param logLikelihood of the model
 * @param unrestrictedLogLikelihood of the saturated model
 */
public record FitIndices(
        int parameters,
        Figure chiSquare,
        int df,
        Figure pValue,
        Figure baselineChiSquare,
        int baselineDf,
        Figure cfi,
        Figure tli,
        Figure rmsea,
        Bounds rmseaBounds,
        Figure rmseaPValue,
        Figure srmr,
        Figure logLikelihood,
        Figure unrestrictedLogLikelihood,
        Figure aic,
        Figure bic) {

    private static final double CLOSE_FIT = 0.05;
    /** A discrepancy below this is that of a perfect fit in floating point. */
    private static final double ROUNDING = 1e-12;

    static FitIndices none(int parameters, int df, int baselineDf, Reason reason) {
        Figure none = Figure.undefined(reason);
        return new FitIndices(
                parameters,
                none,
                df,
                none,
                none,
                baselineDf,
                none,
                none,
                none,
                Bounds.undefined(reason),
                none,
                none,
                none,
                none,
                none,
                none);
    }

    static FitIndices of(
            int n,
            int parameters,
            int df,
            double chiSquare,
            double baseline,
            int baselineDf,
            double srmr,
            double unrestricted) {
        double above = chiSquare - df;
        double excess = above > ROUNDING * n ? above : 0;
        double most = Math.max(excess, baseline - baselineDf > ROUNDING * n ? baseline - baselineDf : 0);
        double baselineRatio = baseline / baselineDf;
        double logLikelihood = unrestricted - chiSquare / 2;
        boolean testable = df > 0;
        Figure untestable = Figure.undefined(Reason.ZERO_WIDTH);
        return new FitIndices(
                parameters,
                Figure.of(chiSquare),
                df,
                testable ? Figure.of(Gamma.regularizedGammaQ(df / 2.0, chiSquare / 2)) : untestable,
                Figure.of(baseline),
                baselineDf,
                Figure.ratio(excess, most, Reason.ZERO_WIDTH).map(share -> 1 - share),
                testable && baselineDf > 0
                        ? Figure.ratio(baselineRatio - chiSquare / df, baselineRatio - 1, Reason.ZERO_WIDTH)
                        : untestable,
                testable ? Figure.of(Math.sqrt(excess / (df * (double) n))) : untestable,
                testable
                        ? new Bounds(end(chiSquare, df, n, 0.95), end(chiSquare, df, n, 0.05))
                        : Bounds.undefined(Reason.ZERO_WIDTH),
                testable
                        ? Figure.of(1
                                - NoncentralChiSquare.probability(
                                        chiSquare, df, n * (double) df * CLOSE_FIT * CLOSE_FIT))
                        : untestable,
                Figure.of(srmr),
                Figure.of(logLikelihood),
                Figure.of(unrestricted),
                Figure.of(2.0 * parameters - 2 * logLikelihood),
                Figure.of(parameters * Math.log(n) - 2 * logLikelihood));
    }

    private static Figure end(double chiSquare, int df, int n, double probability) {
        return Figure.of(Math.sqrt(NoncentralChiSquare.noncentrality(chiSquare, df, probability) / (df * (double) n)));
    }
}
