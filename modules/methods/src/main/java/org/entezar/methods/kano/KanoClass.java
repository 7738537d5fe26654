package org.entezar.methods.kano;

/** Kano's classes of an attribute, in the order in which ties are broken. */
public enum KanoClass {
    /** Must-be: taken for granted, its absence dissatisfies. */
    M,
    /** One-dimensional: the more the better. */
    O,
    /** Attractive: its presence delights, its absence is not missed. */
    A,
    /** Indifferent. */
    I,
    /** Reverse: customers want the contrary. */
    R,
    /** Questionable: the two answers contradict each other. */
    Q;

    /** The three classes of expectations, and none. */
    public enum Expectation {
        /** Must-be. */
        BASIC,
        /** One-dimensional; some texts call the must-be class by this name, here it never is. */
        EXPECTED,
        /** Attractive. */
        EXCITING,
        /** Indifferent, reverse or questionable. */
        NONE
    }

    /** What class of expectation this is. */
    public Expectation expectation() {
        return switch (this) {
            case M -> Expectation.BASIC;
            case O -> Expectation.EXPECTED;
            case A -> Expectation.EXCITING;
            case I, R, Q -> Expectation.NONE;
        };
    }

    private static final KanoClass[][] TABLE = {
        {Q, A, A, A, O},
        {R, I, I, I, M},
        {R, I, I, I, M},
        {R, I, I, I, M},
        {R, R, R, R, Q}
    };

    /**
     * The class of one respondent (table of Kano et al. 1984 in the form of Berger et al. 1993).
     *
     * @param functional answer when the attribute is there: 1 like, 2 must be, 3 neutral, 4 live with, 5 dislike
     * @param dysfunctional answer when it is not there, likewise
     */
    public static KanoClass of(int functional, int dysfunctional) {
        return TABLE[functional - 1][dysfunctional - 1];
    }
}
