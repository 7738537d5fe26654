package org.entezar.methods;

import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;

/**
 * A number that a method found, or the reason why there is none.
 *
 * <p>A defined figure is always finite, so that whoever shows it need not look for NaN.
 */
public sealed interface Figure {

    /** A finite number. */
    record Value(double value) implements Figure {
        /** Refuses NaN and infinities: they are what {@link Undefined} is for. */
        public Value {
            if (!Double.isFinite(value)) {
                throw new ArithmeticException("a figure must be finite, got " + value);
            }
        }
    }

    /** No number, and why. */
    record Undefined(Reason reason) implements Figure {
        @Override
        public double value() {
            throw new IllegalStateException("undefined: " + reason);
        }
    }

    /** A figure with this finite value. */
    static Figure of(double number) {
        return new Value(number);
    }

    /** A figure without a value. */
    static Figure undefined(Reason reason) {
        return new Undefined(reason);
    }

    /** The number when it is finite, otherwise the given reason. */
    static Figure finiteOr(double number, Reason reason) {
        return Double.isFinite(number) ? new Value(number) : new Undefined(reason);
    }

    /** The quotient, or {@code whenZero} when the divisor is zero. */
    static Figure ratio(double dividend, double divisor, Reason whenZero) {
        return divisor == 0 ? new Undefined(whenZero) : finiteOr(dividend / divisor, whenZero);
    }

    /** Whether there is a number. */
    default boolean isDefined() {
        return this instanceof Value;
    }

    /** The number, where there is one. */
    default OptionalDouble number() {
        return this instanceof Value value ? OptionalDouble.of(value.value()) : OptionalDouble.empty();
    }

    /**
     * The number; whoever calls this has made sure that there is one.
     *
     * @throws IllegalStateException when the figure is undefined
     */
    double value();

    /** The number after the operation; an undefined figure stays as it is. */
    default Figure map(DoubleUnaryOperator operation) {
        return this instanceof Value value ? new Value(operation.applyAsDouble(value.value())) : this;
    }
}
