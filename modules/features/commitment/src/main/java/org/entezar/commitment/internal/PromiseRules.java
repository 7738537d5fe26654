package org.entezar.commitment.internal;

import org.entezar.commitment.PromiseTerms;

/** What the terms of a promise must satisfy. */
final class PromiseRules {

    private static final int LONGEST_TEXT = 1_000;
    private static final int LONGEST_MAKER = 200;
    private static final int LONGEST_PLACE = 300;

    private PromiseRules() {}

    static void check(PromiseTerms terms, Faults faults) {
        faults.text("/text", terms.text(), LONGEST_TEXT);
        faults.neededWords("/madeBy", terms.madeBy(), LONGEST_MAKER);
        faults.words("/place", terms.place(), LONGEST_PLACE);
        faults.commitment(terms);
    }
}
