package org.entezar.methods.calculator;

import java.util.Map;
import org.entezar.methods.InvalidInputException;
import org.entezar.methods.InvalidInputException.Code;

/** Where inputs that name a data file find it. */
@FunctionalInterface
interface DataFiles {
    /** Refuses every file: what the calculator on the web uses. */
    DataFiles NONE = path -> {
        throw InvalidInputException.of(Code.NO_FILE, "data_file", "data files are not read here");
    };

    /**
     * The columns of a CSV file with a header line, in their order; NaN where a cell is empty.
     *
     * @throws InvalidInputException when the file is absent, too large or not a table of numbers
     */
    Map<String, double[]> columns(String path);
}
