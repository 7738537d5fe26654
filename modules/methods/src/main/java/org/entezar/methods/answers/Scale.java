package org.entezar.methods.answers;

import org.entezar.methods.InvalidInputException;
import org.entezar.methods.InvalidInputException.Code;

/**
 * A scale of whole numbers, both ends included, for example 1..7. An answer is coded by its own number as an unsigned
 * byte, 0 to 254; {@link #MISSING} (255) says that nothing was answered.
 */
public record Scale(int least, int greatest) {
    /** The code of a missing answer, as a byte. */
    public static final byte MISSING = (byte) 255;

    /** Refuses ends outside 0..254 and a scale of a single step. */
    public Scale {
        if (least < 0 || greatest > 254 || least >= greatest) {
            throw InvalidInputException.of(
                    Code.OUT_OF_RANGE, "scale", "must run upwards within 0..254, got " + least + ".." + greatest);
        }
    }

    /** Whether the number is a step of the scale. */
    public boolean contains(double number) {
        return number >= least && number <= greatest && number == Math.rint(number);
    }

    /** The answer to a statement worded the other way round: least + greatest - answer. */
    public double reverse(double answer) {
        return least + greatest - answer;
    }

    int size() {
        return greatest - least + 1;
    }

    /** Position of a code in a table, {@link #size()} for a missing answer. */
    int position(byte code) {
        int position = (code & 0xFF) - least;
        if (code == MISSING) {
            return size();
        }
        if (position < 0 || position >= size()) {
            throw InvalidInputException.of(
                    Code.OUT_OF_RANGE, "answer", (code & 0xFF) + " is not on the scale " + least + ".." + greatest);
        }
        return position;
    }
}
