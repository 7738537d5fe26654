package org.entezar.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** An archive that is unpacked into a folder named by its fingerprint. */
final class ZipArchive {
    private ZipArchive() {}

    /**
     * Tells archives apart by the names, sizes and checksums of their entries, which are read from the archive's
     * directory: quick for a large one, and the same for a rebuilt one whose content did not change.
     *
     * @param file the archive
     * @param further whatever else makes a difference, such as options
     */
    static String fingerprint(Path file, List<String> further) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            zip.stream()
                    .map(entry -> entry.getName() + '\0' + entry.getSize() + '\0' + entry.getCrc() + '\n')
                    .sorted()
                    .forEach(line -> digest.update(line.getBytes(StandardCharsets.UTF_8)));
            further.forEach(text -> digest.update((text + '\n').getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(digest.digest(), 0, 6);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /**
     * Unpacks all of it.
     *
     * @param skippedFolders how many leading folders of each entry's name are left out
     */
    static void unpack(Path file, Path target, int skippedFolders) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                Path name = Path.of(entry.getName());
                if (name.getNameCount() <= skippedFolders) {
                    continue;
                }
                Path path = target.resolve(name.subpath(skippedFolders, name.getNameCount()))
                        .normalize();
                if (!path.startsWith(target)) {
                    throw new IOException("an entry leaves its folder: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(path);
                } else {
                    Files.createDirectories(path.resolveSibling("."));
                    try (InputStream content = zip.getInputStream(entry)) {
                        Files.copy(content, path);
                    }
                }
            }
        }
    }
}
