package org.entezar.insight;

import org.entezar.methods.Reason;

/** Why a figure has no value. Undefined is never shown as 0. */
public enum Absence {
    /** Fewer answers than the formula needs. */
    TOO_FEW,
    /** The answers do not vary. */
    ZERO_VARIANCE,
    /** The zone has no width. */
    ZERO_WIDTH,
    /** No answer at all. */
    NO_DATA,
    /** The estimate does not settle. */
    UNSTABLE,
    /** An iteration ended before it met its criterion. */
    NOT_CONVERGED,
    /** The answers hang together too closely to be told apart. */
    NOT_POSITIVE_DEFINITE,
    /** The group is smaller than the workspace shows. */
    SUPPRESSED,
    /** The questionnaire does not ask what the method needs. */
    NOT_ASKED,
    /** No item stands under a category. */
    NO_CATEGORIES,
    /** No category has a weight. */
    NO_WEIGHTS,
    /** Items on different scales cannot be averaged. */
    MIXED_SCALES;

    /** The reason that a method gave. */
    public static Absence of(Reason reason) {
        return valueOf(reason.name());
    }
}
