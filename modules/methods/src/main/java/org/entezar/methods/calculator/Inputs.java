package org.entezar.methods.calculator;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.entezar.methods.InvalidInputException;
import org.entezar.methods.InvalidInputException.Code;
import org.jspecify.annotations.Nullable;

/**
 * Typed reading of a function's inputs. Whatever does not fit is refused with its place, for example
 * {@code scores[3]}. A null or absent input counts as not given; a null inside a list is a missing answer and becomes
 * NaN.
 */
public final class Inputs {
    private static final String TOO_LARGE = "is too large to compute with (1e100 at most)";

    private final Map<String, ? extends @Nullable Object> tree;
    private final String prefix;
    private final DataFiles files;

    private Inputs(Map<String, ? extends @Nullable Object> tree, String prefix, DataFiles files) {
        this.tree = tree;
        this.prefix = prefix;
        this.files = files;
    }

    static Inputs of(Map<String, ? extends @Nullable Object> tree, DataFiles files) {
        return new Inputs(tree, "", files);
    }

    Map<String, ? extends @Nullable Object> tree() {
        return tree;
    }

    /** Whether the input is given. */
    public boolean has(String name) {
        return tree.get(name) != null;
    }

    /** Whether the input is given as a list. */
    public boolean isList(String name) {
        return tree.get(name) instanceof List<?> || tree.get(name) instanceof double[];
    }

    /** A finite number. */
    public double number(String name) {
        return asNumber(place(name), require(name));
    }

    /** A finite number, or the default where it is not given. */
    public double number(String name, double otherwise) {
        return has(name) ? number(name) : otherwise;
    }

    /** A finite number, where it is given. */
    public OptionalDouble optionalNumber(String name) {
        return has(name) ? OptionalDouble.of(number(name)) : OptionalDouble.empty();
    }

    /** A finite number above zero. */
    public double positive(String name) {
        double number = number(name);
        if (!(number > 0)) {
            throw InvalidInputException.of(Code.OUT_OF_RANGE, place(name), "must be above 0, got " + number);
        }
        return number;
    }

    /** A number strictly between 0 and 1. */
    public double fraction(String name) {
        double number = number(name);
        if (!(number > 0 && number < 1)) {
            throw InvalidInputException.of(
                    Code.OUT_OF_RANGE, place(name), "must lie strictly between 0 and 1, got " + number);
        }
        return number;
    }

    /** A whole number within the range. */
    public int integer(String name, int least, int greatest) {
        return (int) longInteger(name, least, greatest);
    }

    /** A whole number within the range, or the default where it is not given. */
    public int integer(String name, int least, int greatest, int otherwise) {
        return has(name) ? integer(name, least, greatest) : otherwise;
    }

    /** A whole number within the range. */
    public long longInteger(String name, long least, long greatest) {
        double number = number(name);
        if (number != Math.rint(number) || number < least || number > greatest) {
            throw InvalidInputException.of(
                    Code.OUT_OF_RANGE,
                    place(name),
                    "must be a whole number from " + least + " to " + greatest + ", got " + number);
        }
        return (long) number;
    }

    /** Text. */
    public String text(String name) {
        return asText(place(name), require(name));
    }

    /** Text, or the default where it is not given. */
    public String text(String name, String otherwise) {
        return has(name) ? text(name) : otherwise;
    }

    /** A flag, or the default where it is not given. */
    public boolean flag(String name, boolean otherwise) {
        if (!has(name)) {
            return otherwise;
        }
        if (require(name) instanceof Boolean flag) {
            return flag;
        }
        throw InvalidInputException.of(Code.WRONG_TYPE, place(name), "true or false expected");
    }

    /** A list of numbers; null becomes NaN, a missing answer. */
    public double[] column(String name) {
        return asColumn(place(name), require(name), true);
    }

    /** A list of numbers without gaps. */
    public double[] numbers(String name) {
        return asColumn(place(name), require(name), false);
    }

    /** A list of numbers without gaps, where it is given. */
    public Optional<double[]> optionalNumbers(String name) {
        return has(name) ? Optional.of(numbers(name)) : Optional.empty();
    }

    /** A list of whole numbers within the range. */
    public int[] integers(String name, int least, int greatest) {
        double[] numbers = numbers(name);
        int[] integers = new int[numbers.length];
        for (int i = 0; i < numbers.length; i++) {
            if (numbers[i] != Math.rint(numbers[i]) || numbers[i] < least || numbers[i] > greatest) {
                throw InvalidInputException.at(
                        Code.OUT_OF_RANGE,
                        place(name),
                        i,
                        "must be a whole number from " + least + " to " + greatest + ", got " + numbers[i]);
            }
            integers[i] = (int) numbers[i];
        }
        return integers;
    }

    /** A list of rows of one length; null becomes NaN, a missing answer. */
    public double[][] matrix(String name) {
        return asMatrix(name, true);
    }

    /** A list of rows of one length without gaps. */
    public double[][] fullMatrix(String name) {
        return asMatrix(name, false);
    }

    /** A list of matrices without gaps. */
    public List<double[][]> matrices(String name) {
        List<?> list = asList(place(name), require(name));
        List<double[][]> matrices = new ArrayList<>(list.size());
        for (int m = 0; m < list.size(); m++) {
            List<?> rows = asList(place(name) + "[" + m + "]", list.get(m));
            double[][] matrix = new double[rows.size()][];
            for (int i = 0; i < matrix.length; i++) {
                matrix[i] = asColumn(place(name) + "[" + m + "][" + i + "]", rows.get(i), false);
            }
            matrices.add(matrix);
        }
        return matrices;
    }

    /** A list of whole numbers within the range, as long integers. */
    public long[] longs(String name, long least, long greatest) {
        double[] numbers = numbers(name);
        long[] longs = new long[numbers.length];
        for (int i = 0; i < numbers.length; i++) {
            if (numbers[i] != Math.rint(numbers[i]) || numbers[i] < least || numbers[i] > greatest) {
                throw InvalidInputException.at(
                        Code.OUT_OF_RANGE,
                        place(name),
                        i,
                        "must be a whole number from " + least + " to " + greatest + ", got " + numbers[i]);
            }
            longs[i] = (long) numbers[i];
        }
        return longs;
    }

    /** A list of text. */
    public List<String> texts(String name) {
        List<?> list = asList(place(name), require(name));
        List<String> texts = new ArrayList<>(list.size());
        for (int i = 0; i < list.size(); i++) {
            texts.add(asText(place(name) + "[" + i + "]", list.get(i)));
        }
        return texts;
    }

    /** A list of rows of text; null inside a row is a gap. */
    public List<List<@Nullable String>> textRows(String name) {
        List<List<@Nullable String>> rows = new ArrayList<>();
        List<?> list = asList(place(name), require(name));
        for (int i = 0; i < list.size(); i++) {
            String rowPlace = place(name) + "[" + i + "]";
            List<?> cells = asList(rowPlace, list.get(i));
            List<@Nullable String> row = new ArrayList<>(cells.size());
            for (int j = 0; j < cells.size(); j++) {
                Object cell = cells.get(j);
                row.add(cell == null ? null : asText(rowPlace + "[" + j + "]", cell));
            }
            rows.add(row);
        }
        return rows;
    }

    /** An object's own inputs. */
    public Inputs object(String name) {
        if (require(name) instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> inner = new LinkedHashMap<>();
            map.forEach((key, value) -> inner.put(String.valueOf(key), value));
            return new Inputs(inner, place(name) + ".", files);
        }
        throw InvalidInputException.of(Code.WRONG_TYPE, place(name), "an object expected");
    }

    /** The names given, in their order. */
    public List<String> names() {
        return List.copyOf(tree.keySet());
    }

    /** The columns of the CSV file that the input names, in their order. */
    public Map<String, double[]> dataFile(String name) {
        return files.columns(text(name));
    }

    /** The input's place, for errors that a method's adapter finds itself. */
    public String place(String name) {
        return prefix + name;
    }

    private Object require(String name) {
        Object value = tree.get(name);
        if (value == null) {
            throw InvalidInputException.of(Code.MISSING_FIELD, place(name), "is needed");
        }
        return value;
    }

    private double[][] asMatrix(String name, boolean gaps) {
        List<?> list = asList(place(name), require(name));
        double[][] rows = new double[list.size()][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = asColumn(place(name) + "[" + i + "]", list.get(i), gaps);
            if (rows[i].length != rows[0].length) {
                throw InvalidInputException.at(
                        Code.WRONG_LENGTH,
                        place(name),
                        i,
                        "has " + rows[i].length + " values, the first row has " + rows[0].length);
            }
        }
        return rows;
    }

    private static double[] asColumn(String place, @Nullable Object value, boolean gaps) {
        if (value instanceof double[] column) {
            for (int i = 0; i < column.length; i++) {
                if (Double.isInfinite(column[i]) || (!gaps && Double.isNaN(column[i]))) {
                    throw InvalidInputException.at(Code.WRONG_TYPE, place, i, "a finite number expected");
                }
                if (Math.abs(column[i]) > Extremes.GREATEST) {
                    throw InvalidInputException.at(Code.OUT_OF_RANGE, place, i, TOO_LARGE);
                }
            }
            return column.clone();
        }
        List<?> list = asList(place, value);
        double[] column = new double[list.size()];
        for (int i = 0; i < column.length; i++) {
            Object cell = list.get(i);
            if (cell == null && gaps) {
                column[i] = Double.NaN;
            } else if (cell instanceof Number number && Double.isFinite(number.doubleValue())) {
                column[i] = number.doubleValue();
                if (Math.abs(column[i]) > Extremes.GREATEST) {
                    throw InvalidInputException.at(Code.OUT_OF_RANGE, place, i, TOO_LARGE);
                }
            } else {
                throw InvalidInputException.at(
                        Code.WRONG_TYPE, place, i, (gaps ? "a number or null" : "a number") + " expected");
            }
        }
        return column;
    }

    private static List<?> asList(String place, @Nullable Object value) {
        if (value instanceof List<?> list) {
            return list;
        }
        if (value instanceof double[] column) {
            return Arrays.stream(column).boxed().toList();
        }
        throw InvalidInputException.of(Code.WRONG_TYPE, place, "a list expected");
    }

    private static double asNumber(String place, Object value) {
        if (value instanceof Number number && Double.isFinite(number.doubleValue())) {
            if (Math.abs(number.doubleValue()) > Extremes.GREATEST) {
                throw InvalidInputException.of(Code.OUT_OF_RANGE, place, TOO_LARGE);
            }
            return number.doubleValue();
        }
        throw InvalidInputException.of(Code.WRONG_TYPE, place, "a number expected");
    }

    private static String asText(String place, @Nullable Object value) {
        if (value instanceof String text) {
            return text;
        }
        throw InvalidInputException.of(Code.WRONG_TYPE, place, "text expected");
    }
}
