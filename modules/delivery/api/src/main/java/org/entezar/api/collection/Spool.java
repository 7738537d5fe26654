package org.entezar.api.collection;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * Holds an answer until the request has been read: many clients read nothing before they have sent everything, and would
 * wait for a server that waits for them. A small answer stays in memory, a long one goes to a temporary file.
 */
final class Spool extends OutputStream {

    private static final int IN_MEMORY = 1024 * 1024;

    private final ByteArrayOutputStream memory = new ByteArrayOutputStream();
    private @Nullable Path file;
    private OutputStream target = memory;

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        if (file == null && memory.size() + length > IN_MEMORY) {
            file = Files.createTempFile("entezar-", ".ndjson");
            target = Files.newOutputStream(file);
            memory.writeTo(target);
        }
        target.write(bytes, offset, length);
    }

    /** Gives everything on, once, and forgets it. */
    void drainTo(OutputStream output) throws IOException {
        target.close();
        if (file == null) {
            memory.writeTo(output);
        } else {
            try (InputStream kept = Files.newInputStream(file, StandardOpenOption.DELETE_ON_CLOSE)) {
                kept.transferTo(output);
            }
        }
    }

    /** Forgets everything. */
    void discard() throws IOException {
        target.close();
        if (file != null) {
            Files.deleteIfExists(file);
        }
    }
}
