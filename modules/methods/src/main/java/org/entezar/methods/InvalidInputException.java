package org.entezar.methods;

import java.io.Serial;

/** An input that a method refuses, with the place of the offending value and a code that does not change. */
public final class InvalidInputException extends IllegalArgumentException {
    @Serial
    private static final long serialVersionUID = 1;

    /** What is wrong with the value. */
    public enum Code {
        /** A needed input is absent. */
        MISSING_FIELD,
        /** An input that the method does not know. */
        UNKNOWN_FIELD,
        /** Text where a number belongs, a number where a list belongs, and so on. */
        WRONG_TYPE,
        /** Two inputs that belong together differ in length, or a row is too short or too long. */
        WRONG_LENGTH,
        /** A number outside the range that the method allows. */
        OUT_OF_RANGE,
        /** A word that is not in the list of choices. */
        UNKNOWN_CHOICE,
        /** Nothing was given where at least one value is needed. */
        EMPTY,
        /** Weights that are negative or all zero. */
        BAD_WEIGHTS,
        /** A matrix without the shape or symmetry that the method needs. */
        BAD_MATRIX,
        /** The same name or index twice. */
        DUPLICATE,
        /** A model that the data cannot identify. */
        NOT_IDENTIFIED,
        /** More data than the calculator takes. */
        TOO_LARGE,
        /** A data file that cannot be read. */
        NO_FILE
    }

    /** The index when the offending value does not stand in a list. */
    public static final int NO_INDEX = -1;

    private final Code code;
    private final String place;
    private final int index;
    private final String detail;

    private InvalidInputException(Code code, String place, int index, String detail) {
        super(place + ": " + detail);
        this.code = code;
        this.place = place;
        this.index = index;
        this.detail = detail;
    }

    /** A bad input as a whole. */
    public static InvalidInputException of(Code code, String field, String detail) {
        return new InvalidInputException(code, field, NO_INDEX, detail);
    }

    /** A bad value in a list; the index counts from 0. */
    public static InvalidInputException at(Code code, String field, int index, String detail) {
        return new InvalidInputException(code, field + "[" + index + "]", index, detail);
    }

    /** A bad value in a matrix; row and column count from 0, {@link #index()} is the row. */
    public static InvalidInputException at(Code code, String field, int row, int column, String detail) {
        return new InvalidInputException(code, field + "[" + row + "][" + column + "]", row, detail);
    }

    /** The same refusal, seen from a list in which the offending value's owner stands at this index. */
    public InvalidInputException within(String field, int position) {
        return at(code, field, position, place + ": " + detail);
    }

    /** What is wrong. */
    public Code code() {
        return code;
    }

    /** Where, for example {@code scores[3]}. */
    public String place() {
        return place;
    }

    /** The offending value's index (row of a matrix) from 0, or {@link #NO_INDEX}. */
    public int index() {
        return index;
    }
}
