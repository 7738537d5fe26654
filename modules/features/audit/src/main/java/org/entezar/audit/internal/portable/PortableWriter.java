package org.entezar.audit.internal.portable;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.entezar.platform.json.Json;

/** Writes an archive, file after file, and notes of each how long it is and what its hash is. */
final class PortableWriter implements AutoCloseable {

    private final ZipOutputStream zip;
    private final Map<String, Lines.Content> contents = new LinkedHashMap<>();
    private final Counting counting = new Counting();
    private Part open = Part.README;
    private long lines;

    PortableWriter(OutputStream output) {
        this.zip = new ZipOutputStream(new BufferedOutputStream(output, 1 << 16), StandardCharsets.UTF_8);
    }

    /** Takes bytes for the file that is open; closing it closes nothing. */
    private final class Counting extends OutputStream {
        private MessageDigest digest = sha256();
        private long bytes;

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] part, int from, int length) throws IOException {
            zip.write(part, from, length);
            digest.update(part, from, length);
            bytes += length;
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Begins the next file. */
    void begin(Part part) throws IOException {
        open = part;
        lines = 0;
        counting.digest = sha256();
        counting.bytes = 0;
        zip.putNextEntry(new ZipEntry(part.file()));
    }

    /** Ends the file. */
    void end() throws IOException {
        zip.closeEntry();
        contents.put(
                open.file(),
                new Lines.Content(counting.bytes, lines, HexFormat.of().formatHex(counting.digest.digest())));
    }

    /** A file that is one document or text. */
    void file(Part part, byte[] bytes) throws IOException {
        begin(part);
        counting.write(bytes, 0, bytes.length);
        end();
    }

    /** A line of the file that is open. */
    void line(Object document) throws IOException {
        byte[] bytes = (Json.write(document) + "\n").getBytes(StandardCharsets.UTF_8);
        counting.write(bytes, 0, bytes.length);
        lines++;
    }

    /** The file that is open as a stream, which need not be closed. */
    OutputStream stream() {
        return new FilterOutputStream(counting) {
            @Override
            public void write(byte[] part, int from, int length) throws IOException {
                out.write(part, from, length);
            }

            @Override
            public void close() throws IOException {
                flush();
            }
        };
    }

    /** The table of contents, which is last. */
    void contents() throws IOException {
        Lines.Contents table = new Lines.Contents(contents);
        begin(Part.CONTENTS);
        byte[] bytes = Json.write(table).getBytes(StandardCharsets.UTF_8);
        counting.write(bytes, 0, bytes.length);
        zip.closeEntry();
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
