package org.entezar.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainTest {
    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void whatIsNotUnderstoodIsToldWithTheHelp() {
        assertThat(run(Map.of(), "start", "--dmeo")).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("--dmeo")
                .contains("start")
                .contains("Exit codes");
    }

    @Test
    void statusAndStopSayWhenNothingRuns() {
        assertThat(run(Map.of(), "status", "--json")).isEqualTo(ExitCode.NOT_RUNNING);
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("\"state\":\"stopped\"");
        assertThat(run(Map.of(), "stop")).isEqualTo(ExitCode.NOT_RUNNING);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aRefusedSettingIsNamedOnStandardError() {
        assertThat(run(Map.of("ENTEZAR_HTTP_PORT", "x"), "start")).isEqualTo(ExitCode.SETTING);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("ENTEZAR_HTTP_PORT");
    }

    @Test
    void aMisspeltVariableIsToldButDoesNotHinder() {
        run(Map.of("ENTEZAR_HTPP_PORT", "1"), "status");
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("ENTEZAR_HTPP_PORT");
    }

    @Test
    void aJavaWithoutAModuleIsRefusedWithItsName() {
        Set<String> stripped = new HashSet<>(JavaRuntime.REQUIRED_MODULES);
        stripped.remove("java.sql");

        LaunchFailure refused = catchThrowableOfType(LaunchFailure.class, () -> JavaRuntime.check(stripped));

        assertThat(refused.code()).isEqualTo(ExitCode.JAVA);
        assertThat(refused).hasMessageContaining("java.sql");
        JavaRuntime.check();
    }

    private ExitCode run(Map<String, String> environment, String... arguments) {
        return new Main(
                        environment,
                        folder,
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8))
                .run(List.of(arguments));
    }
}
