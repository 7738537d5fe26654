package org.entezar.methods.structural;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One term of a model's text.
 *
 * @param left variable left of the operator
 * @param operator what stands between
 * @param right variable right of it
 * @param fixed value that the parameter is fixed to
 * @param freed whether the text frees a parameter that would be fixed (NA*)
 * @param label name that makes parameters equal
 */
record Statement(
        String left, Operator operator, String right, OptionalDouble fixed, boolean freed, Optional<String> label) {

    /** The operators of the language. */
    enum Operator {
        /** Is measured by. */
        MEASURES("=~"),
        /** Is regressed on. */
        REGRESSES("~"),
        /** Has a (residual) variance or covariance with. */
        COVARIES("~~");

        private final String sign;

        Operator(String sign) {
            this.sign = sign;
        }

        String sign() {
            return sign;
        }
    }
}
