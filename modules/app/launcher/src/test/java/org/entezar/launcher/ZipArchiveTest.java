package org.entezar.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ZipArchiveTest {
    @TempDir
    private Path folder;

    @Test
    void theFingerprintFollowsTheContentNotTheTime() throws Exception {
        String first = ZipArchive.fingerprint(zip("a.zip", "x/one", "1", FileTime.fromMillis(0)), List.of());
        String later = ZipArchive.fingerprint(zip("b.zip", "x/one", "1", FileTime.fromMillis(9_999_999)), List.of());
        String other = ZipArchive.fingerprint(zip("c.zip", "x/one", "2", FileTime.fromMillis(0)), List.of());
        String withOptions = ZipArchive.fingerprint(folder.resolve("a.zip"), List.of("option"));

        assertThat(first).isEqualTo(later).matches("[0-9a-f]{12}");
        assertThat(other).isNotEqualTo(first);
        assertThat(withOptions).isNotEqualTo(first);
    }

    @Test
    void leadingFoldersAreLeftOut() throws Exception {
        Path target = Files.createDirectory(folder.resolve("target"));
        ZipArchive.unpack(zip("a.zip", "keycloak-1/bin/kc.sh", "#!", FileTime.fromMillis(0)), target, 1);

        assertThat(target.resolve("bin/kc.sh")).hasContent("#!");
    }

    @Test
    void anEntryThatLeavesTheFolderIsRefused() throws Exception {
        Path target = Files.createDirectory(folder.resolve("target"));
        Path evil = zip("a.zip", "../evil", "1", FileTime.fromMillis(0));

        assertThatThrownBy(() -> ZipArchive.unpack(evil, target, 0))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("../evil");
        assertThat(folder.resolve("evil")).doesNotExist();
    }

    private Path zip(String name, String entry, String content, FileTime time) throws IOException {
        Path file = folder.resolve(name);
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry(entry).setLastModifiedTime(time));
            zip.write(content.getBytes(StandardCharsets.UTF_8));
        }
        return file;
    }
}
