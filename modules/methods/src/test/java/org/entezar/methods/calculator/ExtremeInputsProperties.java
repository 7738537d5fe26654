package org.entezar.methods.calculator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.entezar.methods.InvalidInputException;
import org.jspecify.annotations.NullUnmarked;

/**
 * Every function of the registry on its worked example with huge, tiny, degenerate and misplaced values put in: it gives
 * figures, reasons or a refusal with its place, never another exception, NaN or an infinity.
 */
@NullUnmarked
class ExtremeInputsProperties {
    private static final double[] EXTREMES = {
        0,
        -0.0,
        1,
        -1,
        1e-300,
        -1e-300,
        Double.MIN_VALUE,
        1e-20,
        1e-9,
        1e9,
        1e15,
        -1e15,
        1e40,
        1e99,
        1e154,
        -1e154,
        1e300,
        Double.MAX_VALUE,
        -Double.MAX_VALUE,
        2,
        3,
        0.5,
        100,
        1e6,
        -7,
        1 - 1e-16,
        1 + 1e-15
    };

    /** The first worked example of every function in docs/methods. */
    private static final Map<String, Map<String, Object>> EXAMPLES = PageExamplesTest.examples()
            .collect(Collectors.toMap(
                    PageExamplesTest.Example::function,
                    PageExamplesTest.Example::inputs,
                    (first, second) -> first,
                    LinkedHashMap::new));

    @Property(tries = 12)
    void everyFunctionAnswersOrRefuses(@ForAll long seed) {
        assertThat(EXAMPLES).hasSameSizeAs(Calculator.all().functions());
        Random random = new Random(seed);
        EXAMPLES.forEach((function, example) -> answersOrRefuses(function, disturbed(example, random)));
    }

    private static void answersOrRefuses(String function, Map<String, Object> inputs) {
        try {
            finite(function, inputs, Calculator.all().evaluate(function, inputs));
        } catch (InvalidInputException refused) {
            assertThat(refused.place()).as("%s %s", function, inputs).isNotBlank();
        } catch (RuntimeException | StackOverflowError other) {
            fail(function + " " + inputs, other);
        }
    }

    private static void finite(String function, Object inputs, Object output) {
        if (output instanceof Map<?, ?> map) {
            map.values().forEach(value -> finite(function, inputs, value));
        } else if (output instanceof List<?> list) {
            list.forEach(value -> finite(function, inputs, value));
        } else if (output instanceof Number number) {
            assertThat(Double.isFinite(number.doubleValue()))
                    .as("%s %s gives %s", function, inputs, number)
                    .isTrue();
        }
    }

    /** One to three inputs changed: a value, a whole list, or its length. */
    private static Map<String, Object> disturbed(Map<String, Object> example, Random random) {
        Map<String, Object> inputs = new LinkedHashMap<>(example);
        List<String> names = List.copyOf(inputs.keySet());
        int changes = 1 + random.nextInt(3);
        for (int i = 0; i < changes; i++) {
            String name = names.get(random.nextInt(names.size()));
            inputs.put(name, disturbed(inputs.get(name), random));
        }
        return inputs;
    }

    private static Object disturbed(Object value, Random random) {
        if (value instanceof Number) {
            return extreme(random);
        }
        if (value instanceof List<?> list) {
            return disturbedList(list, random);
        }
        if (value instanceof Map<?, ?> map && !map.isEmpty()) {
            Map<Object, Object> changed = new LinkedHashMap<>(map);
            Object key = List.copyOf(map.keySet()).get(random.nextInt(map.size()));
            changed.put(key, disturbed(map.get(key), random));
            return changed;
        }
        return value;
    }

    private static Object disturbedList(List<?> list, Random random) {
        List<Object> changed = new ArrayList<>(list);
        switch (random.nextInt(6)) {
            case 0 -> {
                // every number alike
                double one = extreme(random);
                changed.replaceAll(cell -> cell instanceof Number ? (Object) one : cell);
            }
            case 1 -> changed.replaceAll(cell -> cell instanceof Number ? (Object) extreme(random) : cell);
            case 2 -> {
                if (!changed.isEmpty()) {
                    changed.subList(random.nextInt(changed.size()), changed.size())
                            .clear();
                }
            }
            case 3 -> changed.replaceAll(cell -> cell instanceof Number && random.nextInt(3) == 0 ? null : cell);
            default -> {
                if (!changed.isEmpty()) {
                    int at = random.nextInt(changed.size());
                    changed.set(at, disturbed(changed.get(at), random));
                }
            }
        }
        return changed;
    }

    private static double extreme(Random random) {
        return EXTREMES[random.nextInt(EXTREMES.length)];
    }
}
