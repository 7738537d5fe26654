package org.entezar.methods.calculator;

import java.util.List;
import java.util.Map;
import org.entezar.methods.InvalidInputException;
import org.entezar.methods.InvalidInputException.Code;
import org.jspecify.annotations.Nullable;

/**
 * Names the input that lies farthest from ordinary sizes, when figures leave what a double can hold. All inputs are
 * finite then, so it is their size that the formulas could not bear.
 */
final class Extremes {
    /** Squares, products and sums of a million of these stay finite. */
    static final double GREATEST = 1e100;

    private String place = "inputs";
    private int index = InvalidInputException.NO_INDEX;
    private double farthest = -1;

    private Extremes() {}

    /** The refusal of the input with the greatest distance from 1 in orders of magnitude. */
    static InvalidInputException refusal(Map<String, ? extends @Nullable Object> inputs, String why) {
        Extremes extremes = new Extremes();
        inputs.forEach((name, value) -> extremes.look(name, value));
        String detail = "is too extreme to compute with: " + why;
        return extremes.index == InvalidInputException.NO_INDEX
                ? InvalidInputException.of(Code.OUT_OF_RANGE, extremes.place, detail)
                : InvalidInputException.at(Code.OUT_OF_RANGE, extremes.place, extremes.index, detail);
    }

    private void look(String name, @Nullable Object value) {
        if (value instanceof Number number) {
            compare(name, InvalidInputException.NO_INDEX, number.doubleValue());
        } else if (value instanceof double[] column) {
            for (int i = 0; i < column.length; i++) {
                compare(name, i, column[i]);
            }
        } else if (value instanceof Map<?, ?> map) {
            map.forEach((key, inner) -> look(name + "." + key, inner));
        } else if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                if (list.get(i) instanceof Number number) {
                    compare(name, i, number.doubleValue());
                } else {
                    look(name + "[" + i + "]", list.get(i));
                }
            }
        }
    }

    private void compare(String name, int at, double number) {
        double distance = number == 0 || Double.isNaN(number) ? 0 : Math.abs(Math.log10(Math.abs(number)));
        if (distance > farthest) {
            farthest = distance;
            place = name;
            index = at;
        }
    }

    /** Whether all numbers of the outputs are finite. */
    static boolean isFinite(@Nullable Object output) {
        if (output instanceof Map<?, ?> map) {
            return map.values().stream().allMatch(Extremes::isFinite);
        }
        if (output instanceof List<?> list) {
            return list.stream().allMatch(Extremes::isFinite);
        }
        return !(output instanceof Number number) || Double.isFinite(number.doubleValue());
    }
}
