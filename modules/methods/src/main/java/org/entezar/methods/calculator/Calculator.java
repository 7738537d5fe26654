package org.entezar.methods.calculator;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entezar.methods.InvalidInputException;
import org.entezar.methods.InvalidInputException.Code;
import org.jspecify.annotations.Nullable;

/** All methods by name. Immutable and thread-safe. */
public final class Calculator {
    /** One line a group of methods. */
    private static final List<List<MethodFunction>> GROUPS = List.of(
            ServqualFunctions.FUNCTIONS,
            ZoneFunctions.FUNCTIONS,
            DisconfirmationFunctions.FUNCTIONS,
            KanoFunctions.FUNCTIONS,
            ImportanceFunctions.FUNCTIONS,
            GapFunctions.FUNCTIONS,
            DynamicsFunctions.FUNCTIONS,
            SatisfactionFunctions.FUNCTIONS,
            StructuralFunctions.FUNCTIONS,
            PathFunctions.FUNCTIONS,
            ValueFunctions.FUNCTIONS,
            LoyaltyFunctions.FUNCTIONS,
            EquityFunctions.FUNCTIONS,
            ForecastFunctions.FUNCTIONS,
            QueueingFunctions.FUNCTIONS,
            FuzzyFunctions.FUNCTIONS,
            ExperimentFunctions.FUNCTIONS,
            SegmentFunctions.FUNCTIONS,
            TrendFunctions.FUNCTIONS,
            ClaimantFunctions.FUNCTIONS);

    private static final Calculator ALL = new Calculator(GROUPS);

    private final Map<String, MethodFunction> functions = new LinkedHashMap<>();

    private Calculator(List<List<MethodFunction>> groups) {
        for (List<MethodFunction> group : groups) {
            for (MethodFunction function : group) {
                if (functions.put(function.name(), function) != null) {
                    throw new IllegalStateException("two methods are called " + function.name());
                }
            }
        }
    }

    /** Every method of this module. */
    public static Calculator all() {
        return ALL;
    }

    /** The functions in the order of docs/methods. */
    public List<MethodFunction> functions() {
        return List.copyOf(functions.values());
    }

    /** The function of this name. */
    public Optional<MethodFunction> function(String name) {
        return Optional.ofNullable(functions.get(name));
    }

    /**
     * Evaluates one function on inputs that stand in the tree itself.
     *
     * @param inputs maps, lists, numbers, text, flags and nulls, as read from JSON
     * @throws InvalidInputException when the function or an input is refused; a data file is always refused
     */
    public Map<String, @Nullable Object> evaluate(String function, Map<String, ? extends @Nullable Object> inputs) {
        return evaluate(function, Inputs.of(inputs, DataFiles.NONE));
    }

    Map<String, @Nullable Object> evaluate(String name, Inputs inputs) {
        MethodFunction function = function(name)
                .orElseThrow(
                        () -> InvalidInputException.of(Code.UNKNOWN_CHOICE, "function", "no method called " + name));
        return function.evaluation().evaluate(inputs);
    }
}
