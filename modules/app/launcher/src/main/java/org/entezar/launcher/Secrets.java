package org.entezar.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/** The generated secrets of an installation: a file each, readable for the account that runs Entezar only. */
final class Secrets {
    private static final int BYTES = 24;

    private final Path folder;
    private final SecureRandom random = new SecureRandom();

    private Secrets(Path folder) {
        this.folder = folder;
    }

    static Secrets in(Path folder) throws IOException {
        return new Secrets(DataFolder.makePrivate(folder));
    }

    /** The secret of that name, generated when it is asked for the first time. */
    String get(String name) throws IOException {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return getOr(name, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** The secret of that name; it becomes {@code first} when it is asked for the first time. */
    String getOr(String name, String first) throws IOException {
        Path file = folder.resolve(name);
        if (!Files.exists(file)) {
            Path next = folder.resolve(name + ".next");
            Files.deleteIfExists(next);
            Files.createFile(next, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(next, first + "\n", StandardOpenOption.SYNC);
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
        }
        return Files.readString(file).strip();
    }
}
