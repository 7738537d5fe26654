package org.entezar.methods.calculator;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.entezar.methods.InvalidInputException;
import org.entezar.methods.InvalidInputException.Code;

/** CSV files below one directory. A path that leaves the directory is refused. */
record DataDirectory(Path directory) implements DataFiles {
    private static final long MOST_BYTES = 64L << 20;

    @Override
    public Map<String, double[]> columns(String path) {
        Path file = find(path);
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw InvalidInputException.of(Code.TOO_LARGE, "data_file", path + " is larger than 64 MiB");
            }
            return table(path, Files.readAllLines(file, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw InvalidInputException.of(Code.NO_FILE, "data_file", path + " cannot be read: " + e.getMessage());
        }
    }

    /**
     * The file below the directory. A vector file names its data from the place where it was made
     * ({@code shared/methods/data/mobi.csv}), so leading folders that the directory already stands for may be left out.
     */
    private Path find(String path) {
        Path relative = Path.of(path).normalize();
        if (relative.isAbsolute() || relative.startsWith("..")) {
            throw InvalidInputException.of(Code.NO_FILE, "data_file", path + " leaves the data directory");
        }
        for (int skip = 0; skip < relative.getNameCount(); skip++) {
            Path file = directory.resolve(relative.subpath(skip, relative.getNameCount()));
            if (Files.isRegularFile(file)) {
                return file;
            }
        }
        throw InvalidInputException.of(Code.NO_FILE, "data_file", path + " is not below " + directory);
    }

    private static Map<String, double[]> table(String path, List<String> lines) {
        if (lines.isEmpty()) {
            throw InvalidInputException.of(Code.EMPTY, "data_file", path + " is empty");
        }
        List<String> header = cells(lines.get(0));
        int rows = lines.size() - 1;
        while (rows > 0 && lines.get(rows).isBlank()) {
            rows--;
        }
        Map<String, double[]> columns = new LinkedHashMap<>();
        for (String name : header) {
            if (columns.put(name, new double[rows]) != null) {
                throw InvalidInputException.of(Code.DUPLICATE, "data_file", path + " has two columns " + name);
            }
        }
        for (int row = 0; row < rows; row++) {
            List<String> cells = cells(lines.get(row + 1));
            if (cells.size() != header.size()) {
                throw InvalidInputException.of(
                        Code.WRONG_LENGTH,
                        "data_file",
                        path + " line " + (row + 2) + " has " + cells.size() + " cells");
            }
            int column = 0;
            for (double[] values : columns.values()) {
                values[row] = number(path, row + 2, cells.get(column++));
            }
        }
        return columns;
    }

    private static double number(String path, int line, String cell) {
        if (cell.isEmpty() || cell.equals("NA")) {
            return Double.NaN;
        }
        try {
            double number = Double.parseDouble(cell);
            if (Double.isFinite(number)) {
                return number;
            }
        } catch (NumberFormatException e) {
            // told below with the place
        }
        throw InvalidInputException.of(
                Code.WRONG_TYPE, "data_file", path + " line " + line + ": not a number: " + cell);
    }

    private static List<String> cells(String line) {
        return List.of(line.split(",", -1)).stream()
                .map(cell -> cell.strip().replaceAll("^\"(.*)\"$", "$1"))
                .toList();
    }
}
