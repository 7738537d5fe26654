package org.entezar.launcher;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.entezar.kernel.settings.Setting;
import org.entezar.kernel.settings.Settings;

/**
 * The operator's command line. Classes that need more of Java than its base are touched only after
 * {@link JavaRuntime#check()}, so that a stripped-down Java gets a message instead of a stack trace.
 */
public final class Main {
    private static final Map<String, Set<String>> OPTIONS =
            Map.of("start", Set.of("--demo"), "stop", Set.of(), "status", Set.of("--json"));

    private final Map<String, String> environment;
    private final Path folder;
    private final Progress progress;
    private final Progress errors;

    Main(Map<String, String> environment, Path folder, PrintStream out, PrintStream err) {
        this.environment = environment;
        this.folder = folder;
        this.progress = new Progress(out);
        this.errors = new Progress(err);
    }

    /** Runs the command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        ExitCode code = new Main(System.getenv(), Path.of("").toAbsolutePath(), out, err).run(List.of(arguments));
        System.exit(code.number());
    }

    ExitCode run(List<String> arguments) {
        try {
            return dispatch(arguments);
        } catch (LaunchFailure failure) {
            return report(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return ExitCode.FAILED;
        } catch (IOException | RuntimeException failure) {
            return report(LaunchFailure.of(failure));
        }
    }

    private ExitCode report(LaunchFailure failure) {
        errors.line("Entezar: " + failure.getMessage());
        return failure.code();
    }

    private ExitCode dispatch(List<String> arguments) throws IOException, InterruptedException {
        if (arguments.isEmpty()
                || arguments.contains("--help")
                || arguments.get(0).equals("help")) {
            progress.line(help());
            return arguments.isEmpty() ? ExitCode.USAGE : ExitCode.OK;
        }
        if (arguments.get(0).equals("--version")) {
            progress.line(Parts.release());
            return ExitCode.OK;
        }
        String command = arguments.get(0);
        Set<String> options = new HashSet<>(arguments.subList(1, arguments.size()));
        Set<String> known = OPTIONS.get(command);
        if (known == null || !known.containsAll(options)) {
            errors.line("Entezar: not understood: " + String.join(" ", arguments) + "\n\n" + help());
            return ExitCode.USAGE;
        }
        JavaRuntime.check();
        Settings settings = Settings.read(environment, folder);
        for (String name : Settings.unknownNames(environment)) {
            errors.line("Entezar: there is no setting " + name + "; it is ignored (docs/operate/settings.md)");
        }
        if (command.equals("start")) {
            return new StartCommand(settings, progress).run(options.contains("--demo"));
        }
        DataFolder data = DataFolder.at(settings.path(Setting.DATA_DIR));
        return command.equals("stop")
                ? new StopCommand(data, progress).run()
                : new StatusCommand(data, progress).run(options.contains("--json"));
    }

    private static String help() {
        return """
                java -jar entezar.jar COMMAND [OPTION]

                  start           start everything and stay in the foreground until Ctrl-C or SIGTERM
                    --demo        with the demo's workspaces, people and simulated responses
                  stop            stop what runs on the data folder
                  status          tell whether it runs and is ready
                    --json        as one line of JSON
                  --version, --help

                Settings come from the environment or from config/entezar.properties:
                  ENTEZAR_HTTP_PORT      port of the web server          8080
                  ENTEZAR_KEYCLOAK_PORT  port of Keycloak                8180
                  ENTEZAR_DATABASE_PORT  port of PostgreSQL              5433
                  ENTEZAR_DATA_DIR       folder of all that is kept      data
                All others: docs/operate/settings.md

                Exit codes:
                """
                + Arrays.stream(ExitCode.values())
                        .map(code -> String.format("  %2d  %s", code.number(), code.meaning()))
                        .collect(Collectors.joining("\n"));
    }
}
