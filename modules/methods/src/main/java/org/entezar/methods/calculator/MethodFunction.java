package org.entezar.methods.calculator;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A method under its name.
 *
 * @param name as in the vector files, for example {@code kano_from_counts}
 * @param summary one line: what it tells
 * @param definition the definition in brief: inputs, formulas, rules, source
 * @param evaluation the method itself
 */
public record MethodFunction(String name, String summary, String definition, Evaluation evaluation) {

    /** From inputs to outputs. Thread-safe and without side effects. */
    @FunctionalInterface
    public interface Evaluation {
        /**
         * Evaluates the method.
         *
         * @return outputs in their order: numbers, text, flags, null for what is undefined, lists and maps of these
         * @throws org.entezar.methods.InvalidInputException with the place of the offending value
         */
        Map<String, @Nullable Object> evaluate(Inputs inputs);
    }
}
