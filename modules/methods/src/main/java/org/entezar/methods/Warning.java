package org.entezar.methods;

/** What a reader of a result must know besides the figures. The texts stand where the result is shown. */
public enum Warning {
    /** Below five answers: show no interval and no ranking. */
    TOO_FEW_TO_SHOW,
    /** Below thirty answers (Kano: twenty): the result is indicative only. */
    INDICATIVE,
    /** Points that should add up to a constant are off by more than five. */
    CONSTANT_SUM_OFF,
    /** More than a tenth desired less than their minimum: the question was misunderstood. */
    QUESTION_MISUNDERSTOOD,
    /** More than a tenth of the Kano pairs contradict themselves: look at the wording. */
    QUESTIONABLE_ANSWERS,
    /** An item that does not vary was left out. */
    CONSTANT_ITEM_DROPPED,
    /** A factor on which nobody voted was left out and the weights were rescaled. */
    FACTOR_WITHOUT_VOTES,
    /** Two grades share the highest membership; the lower one was taken. */
    TIED_GRADE,
    /** The weights of the factors are not consistent with each other (Saaty's ratio is .10 or more). */
    INCONSISTENT_JUDGEMENTS,
    /** An expected count is below five: read Fisher's exact p instead of z. */
    SMALL_EXPECTED_COUNT,
    /** The split between the groups is not the planned one: the experiment is invalid. */
    SPLIT_MISMATCH,
    /** A variance was estimated from the data: the sequential guarantee is approximate. */
    APPROXIMATE_SEQUENTIAL,
    /** Too many predictors for all subsets: permutations were sampled. */
    SAMPLED_PERMUTATIONS,
    /** A weight is negative. */
    NEGATIVE_WEIGHT,
    /** Claims do not spread more than chance allows: the binomial tail was used. */
    NO_OVERDISPERSION,
    /** The fitted solution has a negative variance (Heywood case). */
    NEGATIVE_VARIANCE,
    /** A formula that approximates the wait, not an exact result. */
    APPROXIMATION,
    /** The period before had more work than its servers can do: the queue handed on is not seen. */
    OVERLOAD_BEFORE,
    /** The interval holds one step ahead only; further ahead it is too narrow. */
    ONE_STEP_INTERVAL,
    /** The series never changes: its value is the forecast and nothing can be estimated. */
    CONSTANT_SERIES,
    /** Customers without a repeat purchase always count as alive: a property of the model. */
    ALIVE_BY_MODEL,
    /** Frequency and value of purchases go together, which the model of value assumes they do not. */
    VALUE_DEPENDS_ON_FREQUENCY,
    /** The mean silhouette is below .25: there are no clear segments. */
    NO_CLEAR_SEGMENTS,
    /** Neighbouring periods resemble each other (lag-1 r above .3), which exaggerates significance. */
    AUTOCORRELATED,
    /** A state was left fewer than ten times: its probabilities come mostly from the prior. */
    SPARSE_TRANSITIONS,
    /** Other parameters fit almost as well. */
    WEAKLY_IDENTIFIED,
    /** The two slopes that should add up to one do not: measurement error has biased the learning rate. */
    SLOPES_NOT_ONE,
    /** Fewer than five respondents for each free parameter. */
    FEW_FOR_PARAMETERS
}
