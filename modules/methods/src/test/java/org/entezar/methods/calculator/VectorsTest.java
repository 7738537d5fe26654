package org.entezar.methods.calculator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every case of every vector file, through the same registry as the command line. */
class VectorsTest {
    private static final Path DATA = Path.of(System.getProperty("entezar.shared", "../shared"), "methods", "data");

    @ParameterizedTest(name = "{0}")
    @MethodSource("org.entezar.methods.calculator.VectorCase#all")
    void meetsTheVector(VectorCase vector) {
        if (vector.inputs().get("data_file") instanceof String file) {
            Path data = DATA.resolve(Path.of(file).getFileName());
            if (!Files.isRegularFile(data)) {
                abort("skipped: " + data + " is absent; point the property entezar.shared to the shared data");
            }
        }
        Map<String, Object> outputs =
                Calculator.all().evaluate(vector.function(), Inputs.of(vector.inputs(), new DataDirectory(DATA)));
        assertThat(new VectorComparison(vector).differences(outputs)).isEmpty();
        assertThat(JsonWriter.write(outputs)).startsWith("{");
    }

    /** The cases that docs/methods/METHODS.md section 20 counts. */
    @Test
    void readsEveryCase() {
        assertThat(VectorCase.all()).hasSize(123);
    }
}
