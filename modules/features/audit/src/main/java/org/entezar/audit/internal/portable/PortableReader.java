package org.entezar.audit.internal.portable;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Problem;
import org.entezar.platform.json.Json;

/**
 * Reads an archive that anybody may have made. Only files of known names are looked at, none is written under its name,
 * sizes are counted while unpacking and never believed, and every hash is compared before anything is taken in.
 */
public final class PortableReader implements AutoCloseable {

    /** Longest line. */
    static final int LONGEST_LINE = 4 * 1024 * 1024;

    private static final long LARGEST_PART = 64L << 30;
    private static final long MOST_INFLATION = 400;
    private static final long ALWAYS_ALLOWED = 64L << 20;

    private final ZipFile zip;
    private final long packed;

    /** @throws Problem {@link ErrorCode#MALFORMED_ARCHIVE} when it is no archive, or has other files in it */
    public PortableReader(Path archive) throws IOException {
        try {
            this.zip = new ZipFile(archive.toFile(), StandardCharsets.UTF_8);
        } catch (ZipException | IllegalArgumentException noZip) {
            throw malformed("zip");
        }
        this.packed = java.nio.file.Files.size(archive);
        try {
            Set<Part> seen = EnumSet.noneOf(Part.class);
            List<? extends ZipEntry> entries = Collections.list(zip.entries());
            for (ZipEntry entry : entries) {
                Part part = Part.of(entry.getName()).orElseThrow(() -> malformed(name(entry)));
                if (!seen.add(part)) {
                    throw malformed(part.file());
                }
            }
        } catch (RuntimeException refused) {
            zip.close();
            throw refused;
        }
    }

    private static String name(ZipEntry entry) {
        String name = entry.getName().replaceAll("\\p{Cntrl}", "?");
        return name.substring(0, Math.min(name.length(), 100));
    }

    static Problem malformed(String where) {
        return new Problem(ErrorCode.MALFORMED_ARCHIVE, where);
    }

    /** Compares every file with the table of contents. */
    void check() throws IOException {
        Lines.Contents contents = document(Part.CONTENTS, Lines.Contents.class);
        for (Part part : Part.values()) {
            if (part == Part.CONTENTS) {
                continue;
            }
            Optional<Lines.Content> said = Optional.ofNullable(contents.files().get(part.file()));
            if (said.isPresent() != has(part)) {
                throw malformed(part.file());
            }
            if (said.isPresent() && !said.get().sha256().equals(hash(part))) {
                throw malformed(part.file());
            }
        }
    }

    /** Says at once when this is no archive of a workspace; the rest is checked by the job. */
    public void look() throws IOException {
        if (!document(Part.MANIFEST, Lines.Manifest.class).format().equals(Lines.FORMAT)) {
            throw malformed(Part.MANIFEST.file());
        }
        document(Part.CONTENTS, Lines.Contents.class);
    }

    boolean has(Part part) {
        return zip.getEntry(part.file()) != null;
    }

    private String hash(Part part) throws IOException {
        try (InputStream stream = stream(part)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[1 << 16];
            for (int read = stream.read(buffer); read >= 0; read = stream.read(buffer)) {
                digest.update(buffer, 0, read);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The bytes of a file, counted. */
    InputStream stream(Part part) throws IOException {
        ZipEntry entry = zip.getEntry(part.file());
        if (entry == null) {
            throw malformed(part.file());
        }
        long most = Math.min(LARGEST_PART, ALWAYS_ALLOWED + packed * MOST_INFLATION);
        return new BufferedInputStream(new Bounded(zip.getInputStream(entry), most, part), 1 << 16);
    }

    private static final class Bounded extends InputStream {
        private final InputStream from;
        private final Part part;
        private long left;

        Bounded(InputStream from, long most, Part part) {
            this.from = from;
            this.left = most;
            this.part = part;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] to, int at, int length) throws IOException {
            int read;
            try {
                read = from.read(to, at, length);
            } catch (ZipException broken) {
                throw malformed(part.file());
            }
            left -= Math.max(read, 0);
            if (left < 0) {
                throw malformed(part.file());
            }
            return read;
        }

        @Override
        public void close() throws IOException {
            from.close();
        }
    }

    /** A file that is one document. */
    <T> T document(Part part, Class<T> type) throws IOException {
        try (InputStream stream = stream(part)) {
            return read(stream.readNBytes(LONGEST_LINE + 1), type, part, 1);
        }
    }

    /** A small file as it is. */
    byte[] bytes(Part part, int most) throws IOException {
        try (InputStream stream = stream(part)) {
            byte[] bytes = stream.readNBytes(most + 1);
            if (bytes.length > most) {
                throw malformed(part.file());
            }
            return bytes;
        }
    }

    /** Takes lines. */
    interface Taker<T> {
        void take(T line) throws IOException;
    }

    /** Hands out the lines of a file, one in memory at a time; of one that is not there none. */
    <T> void lines(Part part, Class<T> type, Taker<T> taker) throws IOException {
        if (!has(part)) {
            return;
        }
        try (InputStream stream = stream(part)) {
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            long number = 1;
            for (int read = stream.read(); read >= 0; read = stream.read()) {
                if (read != '\n') {
                    line.write(read);
                    if (line.size() > LONGEST_LINE) {
                        throw malformed(part.file() + " " + number);
                    }
                } else {
                    taker.take(read(line.toByteArray(), type, part, number));
                    line.reset();
                    number++;
                }
            }
            if (line.size() > 0) {
                throw malformed(part.file() + " " + number);
            }
        }
    }

    private static <T> T read(byte[] json, Class<T> type, Part part, long number) {
        if (json.length > LONGEST_LINE) {
            throw malformed(part.file() + " " + number);
        }
        try {
            return Json.readInput(json, type);
        } catch (Problem unreadable) {
            Problem problem = malformed(part.file() + " " + number);
            problem.initCause(unreadable);
            throw problem;
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
