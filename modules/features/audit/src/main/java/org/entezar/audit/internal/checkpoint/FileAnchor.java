package org.entezar.audit.internal.checkpoint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.entezar.evidence.SignedCheckpoint;

/** Appends checkpoints to a file, a line each; put it where the server may append and nobody may rewrite. */
final class FileAnchor implements Anchor {

    private final Path file;

    FileAnchor(Path file) {
        this.file = file;
    }

    @Override
    public String target() {
        return "file";
    }

    @Override
    public void hand(SignedCheckpoint checkpoint) throws IOException {
        Files.writeString(
                file,
                checkpoint.line() + "\n",
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND,
                StandardOpenOption.SYNC);
    }
}
