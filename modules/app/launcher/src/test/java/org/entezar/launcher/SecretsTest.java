package org.entezar.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {
    @TempDir
    private Path parent;

    @Test
    void areGeneratedOnceAndReadableForTheOwnerOnly() throws Exception {
        Path folder = parent.resolve("secrets");
        String secret = Secrets.in(folder).get("one");

        assertThat(secret).matches("[A-Za-z0-9_-]{32}");
        assertThat(Secrets.in(folder).get("one")).isEqualTo(secret);
        assertThat(Secrets.in(folder).get("two")).isNotEqualTo(secret);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                .isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("one"))))
                .isEqualTo("rw-------");
    }

    @Test
    void aHalfWrittenSecretOfAKilledStartIsReplaced() throws Exception {
        Path folder = parent.resolve("secrets");
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("one.next"), "ha");

        assertThat(Secrets.in(folder).get("one")).hasSize(32);
    }
}
