package org.entezar.survey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PageKeyTest {

    @Test
    void isMadeOnceAndKeptFromOthers(@TempDir Path folder) throws IOException {
        Path secrets = folder.resolve("secrets");
        byte[] key = PageKey.in(secrets);
        assertThat(key).hasSize(32);
        assertThat(PageKey.in(secrets)).isEqualTo(key);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secrets.resolve("survey-pages.key"))))
                .isEqualTo("rw-------");
    }

    @Test
    void withoutAFolderThereIsOneForThisRun(@TempDir Path folder) throws IOException {
        Path notAFolder = Files.writeString(folder.resolve("file"), "x");
        assertThat(PageKey.in(notAFolder)).hasSize(32);
    }

    @Test
    void aDamagedFileIsNotUsed(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("survey-pages.key"), "short");
        assertThat(PageKey.in(folder)).hasSize(32);
    }
}
