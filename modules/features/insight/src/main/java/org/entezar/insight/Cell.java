package org.entezar.insight;

import java.util.OptionalDouble;
import java.util.OptionalLong;

/** One cell of a table of figures. */
public sealed interface Cell {

    /** Words of the workspace, such as the text of an item. */
    record Text(String text) implements Cell {}

    /** A word of the method, such as a class or a judgement; the same in every language. */
    record Code(String code) implements Cell {}

    /** A number of people or answers. */
    record Count(long count) implements Cell {}

    /** A figure. */
    record Number(double number) implements Cell {}

    /** Nothing to show; the row says why. */
    record Empty() implements Cell {}

    Cell EMPTY = new Empty();

    static Cell of(OptionalDouble number) {
        return number.isPresent() ? new Number(number.getAsDouble()) : EMPTY;
    }

    static Cell of(OptionalLong count) {
        return count.isPresent() ? new Count(count.getAsLong()) : EMPTY;
    }
}
