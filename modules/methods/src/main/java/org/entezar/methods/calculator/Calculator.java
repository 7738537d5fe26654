package org.entezar.methods.calculator;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entezar.methods.InvalidInputException;
import org.entezar.methods.InvalidInputException.Code;
import org.hipparchus.exception.MathRuntimeException;
import org.jspecify.annotations.Nullable;

/** All methods by name. Immutable and thread-safe. */
public final class Calculator {
    /**
     * Functions that belong together.
     *
     * @param page the page of docs/methods that explains them, without its ending
     * @param functions in the order of the page
     */
    public record Group(String page, List<MethodFunction> functions) {}

    /** One line a group of methods. */
    private static final List<Group> GROUPS = List.of(
            new Group("servqual", ServqualFunctions.FUNCTIONS),
            new Group("zone-of-tolerance", ZoneFunctions.FUNCTIONS),
            new Group("disconfirmation", DisconfirmationFunctions.FUNCTIONS),
            new Group("kano", KanoFunctions.FUNCTIONS),
            new Group("importance-performance", ImportanceFunctions.FUNCTIONS),
            new Group("five-gaps", GapFunctions.FUNCTIONS),
            new Group("dynamic-expectations", DynamicsFunctions.FUNCTIONS),
            new Group("satisfaction-scores", SatisfactionFunctions.FUNCTIONS),
            new Group("structural-models", StructuralFunctions.FUNCTIONS),
            new Group("path-models", PathFunctions.FUNCTIONS),
            new Group("customer-value", ValueFunctions.FUNCTIONS),
            new Group("loyalty", LoyaltyFunctions.FUNCTIONS),
            new Group("payment-equity", EquityFunctions.FUNCTIONS),
            new Group("forecasting", ForecastFunctions.FUNCTIONS),
            new Group("queueing", QueueingFunctions.FUNCTIONS),
            new Group("fuzzy-evaluation", FuzzyFunctions.FUNCTIONS),
            new Group("experiments", ExperimentFunctions.FUNCTIONS),
            new Group("segments", SegmentFunctions.FUNCTIONS),
            new Group("trends-and-control", TrendFunctions.FUNCTIONS),
            new Group("serial-claimants", ClaimantFunctions.FUNCTIONS));

    private static final Calculator ALL = new Calculator(GROUPS);

    private final Map<String, MethodFunction> functions = new LinkedHashMap<>();

    private Calculator(List<Group> groups) {
        for (Group group : groups) {
            for (MethodFunction function : group.functions()) {
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

    /** The groups in the order of docs/methods. */
    public List<Group> groups() {
        return GROUPS;
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
     * @return finite numbers, text, flags, null, and lists and maps of these
     * @throws InvalidInputException when the function or an input is refused; a data file is always refused; also when
     *     figures would leave what a double can hold, with the place of the most extreme input
     */
    public Map<String, @Nullable Object> evaluate(String function, Map<String, ? extends @Nullable Object> inputs) {
        return evaluate(function, Inputs.of(inputs, DataFiles.NONE));
    }

    Map<String, @Nullable Object> evaluate(String name, Inputs inputs) {
        MethodFunction function = function(name)
                .orElseThrow(
                        () -> InvalidInputException.of(Code.UNKNOWN_CHOICE, "function", "no method called " + name));
        Map<String, @Nullable Object> outputs;
        try {
            outputs = function.evaluation().evaluate(inputs);
        } catch (ArithmeticException | MathRuntimeException beyond) {
            throw Extremes.refusal(inputs.tree(), String.valueOf(beyond.getMessage()));
        }
        if (!Extremes.isFinite(outputs)) {
            throw Extremes.refusal(inputs.tree(), "a figure would not be finite");
        }
        return outputs;
    }
}
