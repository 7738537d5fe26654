package org.entezar.evidence.archive;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.EnumMap;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.function.LongConsumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.entezar.evidence.Malformed;

/**
 * The zip file of an archive, which comes from strangers: only known files are read, each once, none beyond its bound,
 * and no line longer than {@link #LONGEST_LINE}; nothing is ever unpacked onto the disk.
 */
final class ArchiveFile implements Closeable {

    static final int LONGEST_LINE = 1 << 25;

    private static final long LARGEST = 1L << 36;
    private static final int SMALL = 1 << 22;
    private static final int BUFFER = 1 << 16;

    private final ZipFile zip;
    private final LongConsumer progress;
    private long lines;
    private final Map<String, Member> known = new HashMap<>();
    private final Map<Member, String> digests = new EnumMap<>(Member.class);

    /** Takes a line; its number counts from 1. */
    interface Lines {
        void line(long number, byte[] line);
    }

    ArchiveFile(Path path, Findings findings, LongConsumer progress) throws IOException {
        this.progress = progress;
        this.zip = new ZipFile(path.toFile());
        for (Member member : Member.values()) {
            known.put(member.file(), member);
        }
        Map<Member, Integer> seen = new EnumMap<>(Member.class);
        int unknown = 0;
        for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
            Member member = known.get(entries.nextElement().getName());
            if (member == null || seen.merge(member, 1, Integer::sum) > 1) {
                unknown++;
            }
        }
        if (unknown > 0) {
            findings.add(Finding.Code.FILE_UNKNOWN, unknown);
        }
        for (Member member : Member.values()) {
            if (!seen.containsKey(member)) {
                findings.add(Finding.Code.FILE_MISSING, member.file());
            }
        }
    }

    /** Reads a file line by line; lines of a file that is not there are none. */
    void read(Member member, Lines reader) throws IOException {
        ZipEntry entry = zip.getEntry(member.file());
        if (entry == null) {
            return;
        }
        MessageDigest digest = sha256();
        try (InputStream stream = new BufferedInputStream(
                new DigestInputStream(new Bounded(zip.getInputStream(entry)), digest), BUFFER)) {
            byte[] chunk = new byte[BUFFER];
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            long number = 0;
            for (int count = stream.read(chunk); count >= 0; count = stream.read(chunk)) {
                int from = 0;
                for (int i = 0; i < count; i++) {
                    if (chunk[i] == '\n') {
                        line.write(chunk, from, i - from);
                        reader.line(++number, line.toByteArray());
                        progress.accept(++lines);
                        line.reset();
                        from = i + 1;
                    }
                }
                line.write(chunk, from, count - from);
                if (line.size() > LONGEST_LINE) {
                    throw new Malformed("a line longer than " + LONGEST_LINE + " bytes in " + member.file());
                }
            }
            if (line.size() > 0) {
                reader.line(++number, line.toByteArray());
            }
        }
        digests.put(member, HexFormat.of().formatHex(digest.digest()));
    }

    /** Reads a small file of one line. */
    byte[] only(Member member) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        read(member, (number, line) -> {
            if (number > 1 || line.length > SMALL) {
                throw new Malformed(member.file() + " has more than one line");
            }
            all.writeBytes(line);
        });
        return all.toByteArray();
    }

    /** SHA-256 of a file; read when it was not yet. */
    String digest(Member member) throws IOException {
        String known = digests.get(member);
        if (known == null) {
            read(member, (number, line) -> {});
            known = digests.getOrDefault(member, "");
        }
        return known;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    /** Ends a stream that unpacks to more than any archive has. */
    private static final class Bounded extends java.io.FilterInputStream {
        private long left = LARGEST;

        Bounded(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int value = super.read();
            count(value < 0 ? 0 : 1);
            return value;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int count = super.read(bytes, from, length);
            count(Math.max(count, 0));
            return count;
        }

        private void count(int bytes) {
            left -= bytes;
            if (left < 0) {
                throw new Malformed("a file of more than " + LARGEST + " bytes");
            }
        }
    }
}
