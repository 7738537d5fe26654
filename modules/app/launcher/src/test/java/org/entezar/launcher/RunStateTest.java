package org.entezar.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunStateTest {
    @TempDir
    private Path folder;

    @Test
    void knowsALivingProcessAgain() throws Exception {
        Path file = folder.resolve("state.properties");
        RunState.begin(file).note("server", ProcessHandle.current());

        assertThat(RunState.read(file).leftovers()).containsExactly(ProcessHandle.current());
    }

    @Test
    void aNumberThatWasGivenToAnotherProcessIsNotOurs() throws Exception {
        Path file = folder.resolve("state.properties");
        Files.writeString(
                file, "server.pid=" + ProcessHandle.current().pid() + "\nserver.started=2001-01-01T00\\:00\\:00Z\n");

        assertThat(RunState.read(file).living("server")).isEmpty();
    }

    @Test
    void anAbsentOrClearedStateNamesNobody() throws Exception {
        Path file = folder.resolve("state.properties");
        RunState state = RunState.begin(file);
        state.note("launcher", ProcessHandle.current());
        state.clear();

        assertThat(file).doesNotExist();
        assertThat(RunState.read(file).living("launcher")).isEmpty();
    }
}
