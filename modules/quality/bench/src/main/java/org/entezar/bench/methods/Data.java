package org.entezar.bench.methods;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.entezar.platform.json.Json;

/** The published data that benchmarks run on: vectors of the project, tables of the shared folder. */
final class Data {

    private static final Path VECTORS =
            Path.of(System.getProperty("entezar.root", ".")).resolve("modules/methods/src/test/resources/vectors");
    private static final Path TABLES =
            Path.of(System.getProperty("entezar.shared", "../shared")).resolve("methods/data");

    private Data() {}

    /** Inputs of a case of a vector file. */
    static JsonNode inputs(String file, String id) {
        try {
            JsonNode cases = Json.mapper()
                    .readTree(Files.readString(VECTORS.resolve(file)))
                    .get("cases");
            for (JsonNode one : cases) {
                if (one.get("id").asText().equals(id)) {
                    return one.get("inputs");
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        throw new IllegalArgumentException("no case " + id + " in " + file);
    }

    static double[] numbers(JsonNode list) {
        double[] numbers = new double[list.size()];
        Arrays.setAll(numbers, i -> list.get(i).asDouble());
        return numbers;
    }

    static double[][] matrix(JsonNode rows) {
        double[][] matrix = new double[rows.size()][];
        Arrays.setAll(matrix, i -> numbers(rows.get(i)));
        return matrix;
    }

    /** Whether the shared table is there. */
    static boolean has(String table) {
        return Files.isReadable(TABLES.resolve(table));
    }

    /** Columns of a shared table by name. */
    static Map<String, double[]> table(String name) {
        try {
            List<String> lines = Files.readAllLines(TABLES.resolve(name), StandardCharsets.UTF_8);
            String[] heads = lines.get(0).split(",");
            Map<String, double[]> columns = new LinkedHashMap<>();
            for (int j = 0; j < heads.length; j++) {
                int column = j;
                columns.put(
                        heads[j],
                        lines.stream()
                                .skip(1)
                                .mapToDouble(line -> Double.parseDouble(line.split(",")[column]))
                                .toArray());
            }
            return columns;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
