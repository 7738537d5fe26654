package org.entezar.methods.calculator;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.entezar.methods.InvalidInputException;
import org.jspecify.annotations.Nullable;

/**
 * The methods on the command line: {@code evaluate [--data DIR] FILE}, {@code list}, {@code explain FUNCTION}. Exit
 * status 0 when all went well, 2 when an input was refused; the place then stands on the error stream.
 */
public final class CommandLine {
    private static final int DONE = 0;
    private static final int BAD_INPUT = 2;
    private static final long MOST_BYTES = 256L << 20;
    private static final String USAGE = """
            usage: evaluate [--data DIR] FILE   one line of JSON for each case of a vector file
                   list                         the functions
                   explain FUNCTION             the definition in brief""";

    private final PrintStream out;
    private final PrintStream err;

    CommandLine(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /** Runs one command and ends with its status. */
    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        int status = new CommandLine(out, err).run(List.of(arguments));
        out.flush();
        System.exit(status);
    }

    int run(List<String> arguments) {
        String command = arguments.isEmpty() ? "" : arguments.get(0);
        if (command.equals("list") && arguments.size() == 1) {
            Calculator.all().functions().forEach(f -> out.println(f.name() + "  " + f.summary()));
            return DONE;
        }
        if (command.equals("explain") && arguments.size() == 2) {
            return explain(arguments.get(1));
        }
        if (command.equals("evaluate") && arguments.size() == 2) {
            return evaluate(".", arguments.get(1));
        }
        if (command.equals("evaluate") && arguments.size() == 4) {
            if (arguments.get(1).equals("--data")) {
                return evaluate(arguments.get(2), arguments.get(3));
            }
            if (arguments.get(2).equals("--data")) {
                return evaluate(arguments.get(3), arguments.get(1));
            }
        }
        return refuse(USAGE);
    }

    private int explain(String name) {
        return Calculator.all()
                .function(name)
                .map(function -> {
                    out.println(function.name() + ": " + function.summary());
                    out.println(function.definition().stripTrailing());
                    return DONE;
                })
                .orElseGet(() -> refuse("no method called " + name));
    }

    private int evaluate(String data, String fileName) {
        List<?> cases;
        DataFiles files;
        try {
            files = new DataDirectory(Path.of(data));
            if (!(JsonReader.read(text(Path.of(fileName))) instanceof Map<?, ?> root)) {
                return refuse(fileName + ": an object with a list \"cases\" expected");
            }
            if (!(root.get("cases") instanceof List<?> list)) {
                return refuse(fileName + ": cases: a list expected");
            }
            cases = list;
        } catch (CharacterCodingException e) {
            return refuse(fileName + ": is not UTF-8");
        } catch (IOException | InvalidPathException | JsonReader.JsonException e) {
            return refuse(fileName + ": " + e.getMessage());
        }
        int status = DONE;
        for (int i = 0; i < cases.size(); i++) {
            status = Math.max(status, evaluateCase(fileName + ": cases[" + i + "]", cases.get(i), files));
        }
        return status;
    }

    private static String text(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IOException("no such file");
        }
        if (Files.size(file) > MOST_BYTES) {
            throw new IOException("larger than 256 MiB");
        }
        return Files.readString(file, StandardCharsets.UTF_8);
    }

    /** Evaluates one case; what is expected of it is never looked at. */
    private int evaluateCase(String place, @Nullable Object given, DataFiles files) {
        if (!(given instanceof Map<?, ?> one)) {
            return refuse(place + ": an object expected");
        }
        if (!(one.get("id") instanceof String id)) {
            return refuse(place + ".id: text expected");
        }
        if (!(one.get("function") instanceof String function)) {
            return refuse(place + ".function: text expected (" + id + ")");
        }
        if (!(one.get("inputs") instanceof Map<?, ?> inputs)) {
            return refuse(place + ".inputs: an object expected (" + id + ")");
        }
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        inputs.forEach((name, value) -> tree.put(String.valueOf(name), value));
        try {
            Map<String, @Nullable Object> line = new LinkedHashMap<>();
            line.put("id", id);
            line.put("outputs", Calculator.all().evaluate(function, Inputs.of(tree, files)));
            out.println(JsonWriter.write(line));
            return DONE;
        } catch (InvalidInputException e) {
            boolean aboutInputs = !e.place().equals("function");
            return refuse(
                    place + (aboutInputs ? ".inputs." : ".") + e.getMessage() + " [" + e.code() + "] (" + id + ")");
        }
    }

    private int refuse(String message) {
        err.println(message);
        return BAD_INPUT;
    }
}
