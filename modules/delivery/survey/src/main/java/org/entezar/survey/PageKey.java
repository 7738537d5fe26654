package org.entezar.survey;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The key by which pages are sealed. It is kept in a file beside the other secrets, so that a page that is open on a
 * phone outlives a restart. Without the file pages still work: one that was sealed by another key asks its reader to
 * send once more, with every answer kept.
 */
public final class PageKey {

    private static final Logger LOG = LoggerFactory.getLogger(PageKey.class);
    private static final String FILE = "survey-pages.key";
    private static final int BYTES = 32;

    private PageKey() {}

    /** The key kept in the folder, made at the first call. */
    public static byte[] in(Path folder) {
        Path file = folder.resolve(FILE);
        try {
            Files.createDirectories(folder);
            if (!Files.exists(file)) {
                make(file);
            }
            byte[] key = Files.readAllBytes(file);
            if (key.length == BYTES) {
                return key;
            }
            LOG.warn("{} is not a key of {} bytes; a key for this run is used instead", file, BYTES);
        } catch (IOException unusable) {
            LOG.warn("The key of the survey pages cannot be kept in {}; one for this run is used", file, unusable);
        }
        return random();
    }

    private static void make(Path file) throws IOException {
        try {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.write(file, random(), StandardOpenOption.WRITE);
        } catch (FileAlreadyExistsException madeMeanwhile) {
            LOG.debug("{} was made meanwhile", file);
        }
    }

    private static byte[] random() {
        byte[] key = new byte[BYTES];
        new SecureRandom().nextBytes(key);
        return key;
    }
}
