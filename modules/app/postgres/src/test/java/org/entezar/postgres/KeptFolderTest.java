package org.entezar.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptFolderTest {
    @TempDir
    private Path parent;

    @Test
    void isMadeOnceAndThenKept() throws Exception {
        Path folder = parent.resolve("a/kept");
        KeptFolder.make(folder, partial -> Files.writeString(partial.resolve("first"), "1"));
        KeptFolder.make(folder, partial -> Files.writeString(partial.resolve("second"), "2"));

        assertThat(folder).isDirectoryContaining("glob:**/first").isDirectoryNotContaining("glob:**/second");
    }

    @Test
    void isNotThereWhenTheFillingFails() {
        Path folder = parent.resolve("kept");

        assertThatThrownBy(() -> KeptFolder.make(folder, partial -> {
                    Files.writeString(partial.resolve("half"), "1");
                    throw new IOException("No space left on device");
                }))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("No space left on device");
        assertThat(parent).isEmptyDirectory();
    }

    @Test
    void removesWhatAKilledAttemptLeftButNotWhatALivingOneFills() throws Exception {
        Path folder = parent.resolve("kept");
        long living = ProcessHandle.current().parent().orElseThrow().pid();
        Path busy = Files.createDirectory(parent.resolve("kept.partial-" + living));
        Path dead = Files.createDirectory(parent.resolve("kept.partial-999999999"));
        Files.writeString(dead.resolve("half"), "1");

        KeptFolder.make(folder, partial -> {});

        assertThat(dead).doesNotExist();
        assertThat(busy).exists();
        assertThat(folder).isEmptyDirectory();
    }
}
