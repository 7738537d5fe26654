package org.entezar.commitment.internal;

import java.math.BigDecimal;
import org.entezar.commitment.StandardTerms;

/** What the terms of a standard must satisfy. */
final class StandardRules {

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_MEASURE = 500;
    private static final int LONGEST_UNIT = 30;
    private static final int DECIMALS_OF_TARGET = 6;
    private static final int DECIMALS_OF_SHARE = 3;
    private static final BigDecimal LARGEST = BigDecimal.valueOf(StandardTerms.LARGEST_TARGET);
    private static final BigDecimal SMALLEST_SHARE = BigDecimal.valueOf(1, DECIMALS_OF_SHARE);

    private StandardRules() {}

    static void check(StandardTerms terms, Faults faults) {
        faults.text("/name", terms.name(), LONGEST_NAME);
        faults.text("/measure", terms.measure(), LONGEST_MEASURE);
        faults.words("/unit", terms.unit(), LONGEST_UNIT);
        faults.number("/target", terms.target(), LARGEST.negate(), LARGEST, DECIMALS_OF_TARGET);
        faults.number("/share", terms.share(), SMALLEST_SHARE, StandardTerms.EVERY_OCCASION, DECIMALS_OF_SHARE);
        faults.commitment(terms);
    }
}
