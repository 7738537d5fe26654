package org.entezar.methods;

/** Why a figure has no value. A method never answers with NaN or a silent 0; it answers with one of these. */
public enum Reason {
    /** Fewer answers than the formula needs, for example a variance of one answer. */
    TOO_FEW,
    /** The answers do not vary, so that nothing can be divided by their variance. */
    ZERO_VARIANCE,
    /** A width or range that the formula divides by is zero or points the wrong way. */
    ZERO_WIDTH,
    /** No answer at all, or a denominator that counts nothing. */
    NO_DATA,
    /** The system has no steady state, or the estimate changes wildly with the sample. */
    UNSTABLE,
    /** An iteration ended before it met its criterion. */
    NOT_CONVERGED,
    /** A matrix that must be positive definite is not, for example correlations of collinear items. */
    NOT_POSITIVE_DEFINITE
}
