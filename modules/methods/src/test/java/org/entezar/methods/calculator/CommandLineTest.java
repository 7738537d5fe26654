package org.entezar.methods.calculator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.entezar.methods.InvalidInputException;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@NullUnmarked
class CommandLineTest {
    @TempDir
    Path directory;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(String... arguments) {
        return new CommandLine(
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8))
                .run(List.of(arguments));
    }

    private String file(String text) throws IOException {
        Path file = directory.resolve("cases.json");
        Files.writeString(file, text);
        return file.toString();
    }

    private String printed() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String complained() {
        return err.toString(StandardCharsets.UTF_8);
    }

    @Test
    void evaluatesEachCaseOnALineAndNeverLooksAtWhatIsExpected() throws Exception {
        String cases = """
                {"cases": [
                  {"id": "one", "function": "csat_top2", "inputs": {"satisfied": 3, "n": 4}, "expected": {"top2": 1}},
                  {"id": "two", "function": "csat_top2", "inputs": {"satisfied": 0, "n": 0}, "expected": "anything"}]}
                """;
        assertThat(run("evaluate", file(cases))).isZero();
        List<String> lines = printed().lines().toList();
        assertThat(lines).hasSize(2);
        Map<String, Object> one = VectorCase.object(JsonReader.read(lines.get(0)));
        assertThat(one).containsEntry("id", "one");
        assertThat(VectorCase.object(one.get("outputs"))).containsEntry("top2", 75.0);
        assertThat(lines.get(1)).contains("\"top2\":null", "\"reason\":\"NO_DATA\"");
        assertThat(complained()).isEmpty();
    }

    @Test
    void aBadCaseIsToldWithItsPlaceAndTheOthersStillRun() throws Exception {
        String cases = """
                {"cases": [
                  {"id": "bad", "function": "nps_from_scores", "inputs": {"scores": [9, 11]}},
                  {"id": "good", "function": "csat_top2", "inputs": {"satisfied": 3, "n": 4}},
                  {"id": "unknown", "function": "no_such", "inputs": {}},
                  {"function": "ces", "inputs": {}},
                  {"id": "no inputs", "function": "ces"},
                  {"id": "no function", "inputs": {}},
                  7]}
                """;
        assertThat(run("evaluate", file(cases))).isEqualTo(2);
        assertThat(printed().lines()).hasSize(1);
        assertThat(complained().lines())
                .hasSize(6)
                .anyMatch(line -> line.contains("cases[0].inputs.scores[1]") && line.contains("OUT_OF_RANGE"))
                .anyMatch(line -> line.contains("cases[2].function") && line.contains("no_such"))
                .anyMatch(line -> line.contains("cases[3].id"))
                .anyMatch(line -> line.contains("cases[4].inputs"))
                .anyMatch(line -> line.contains("cases[5].function"))
                .anyMatch(line -> line.contains("cases[6]:"));
    }

    @Test
    void badFilesAreToldWithLineAndColumn() throws Exception {
        assertThat(run("evaluate", file("{\"cases\": [\n  }]"))).isEqualTo(2);
        assertThat(complained()).contains("line 2, column 3");
        assertThat(run("evaluate", file("[]"))).isEqualTo(2);
        assertThat(run("evaluate", file("{\"cases\": 1}"))).isEqualTo(2);
        assertThat(run("evaluate", directory.resolve("absent.json").toString())).isEqualTo(2);
        assertThat(complained()).contains("no such file");
        Path latin = directory.resolve("latin.json");
        Files.write(latin, new byte[] {'"', (byte) 0xE9, '"'});
        assertThat(run("evaluate", latin.toString())).isEqualTo(2);
        assertThat(complained()).contains("UTF-8");
    }

    @Test
    void listsAndExplains() {
        assertThat(run("list")).isZero();
        assertThat(printed().lines()).hasSize(Calculator.all().functions().size());
        assertThat(printed()).contains("kano_from_counts  ");
        assertThat(run("explain", "kano")).isZero();
        assertThat(printed()).contains("Fong");
        assertThat(run("explain", "no_such")).isEqualTo(2);
        assertThat(complained()).contains("no_such");
    }

    @Test
    void everyFunctionIsExplained() {
        for (MethodFunction function : Calculator.all().functions()) {
            assertThat(function.name()).matches("[a-z][a-z0-9_]*");
            assertThat(function.summary()).isNotBlank().doesNotContain("\n");
            assertThat(function.definition()).as(function.name()).hasSizeGreaterThan(40);
        }
    }

    @Test
    void otherCommandsShowTheUsage() {
        for (String[] arguments : new String[][] {
            {},
            {"eval"},
            {"list", "x"},
            {"explain"},
            {"evaluate"},
            {"evaluate", "--data", "x"},
            {"evaluate", "a", "b", "c"}
        }) {
            assertThat(run(arguments)).isEqualTo(2);
        }
        assertThat(complained()).contains("usage:");
    }

    @Test
    void dataFilesAreReadBelowTheirDirectoryOnly() throws Exception {
        Path inner = Files.createDirectories(directory.resolve("methods/data"));
        Files.writeString(inner.resolve("table.csv"), "\"a\",b\n1,2.5\n,NA\n\n");
        DataDirectory above = new DataDirectory(directory);
        assertThat(above.columns("methods/data/table.csv").keySet()).containsExactly("a", "b");
        assertThat(above.columns("shared/methods/data/table.csv").get("b")).containsExactly(2.5, Double.NaN);
        assertThat(new DataDirectory(inner)
                        .columns("shared/methods/data/table.csv")
                        .get("a"))
                .containsExactly(1, Double.NaN);
        refusedData(above, "../table.csv");
        refusedData(new DataDirectory(inner.resolve("nowhere")), "../table.csv");
        refusedData(above, inner.resolve("table.csv").toString());
        refusedData(above, "absent.csv");
        refusedData(DataFiles.NONE, "methods/data/table.csv");
        for (String bad : List.of("", "a,a\n1,2\n", "a,b\n1\n", "a\nx\n", "a\n1e999\n")) {
            Files.writeString(inner.resolve("bad.csv"), bad);
            refusedData(above, "methods/data/bad.csv");
        }
    }

    private static void refusedData(DataFiles files, String path) {
        assertThatThrownBy(() -> files.columns(path))
                .isInstanceOfSatisfying(
                        InvalidInputException.class, e -> assertThat(e.place()).isEqualTo("data_file"));
    }
}
