package org.entezar.evidence.archive;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.entezar.evidence.Canonical;
import org.entezar.evidence.Hash;
import org.entezar.evidence.SigningKey;

/**
 * Writes an archive as a stream: file after file in the order of {@link Member}, line after line, nothing held. At the
 * end the hashes of all files are signed, so that nothing in the archive can be changed on its way to the auditor.
 */
public final class ArchiveWriter implements Closeable {

    private static final int BUFFER = 1 << 16;

    private final ZipOutputStream zip;
    private final Map<String, String> digests = new TreeMap<>();
    private final MessageDigest digest;
    private String open = "";

    /** @param output stays open */
    public ArchiveWriter(OutputStream output) {
        this.zip = new ZipOutputStream(new BufferedOutputStream(output, BUFFER), StandardCharsets.UTF_8);
        zip.setLevel(Deflater.BEST_SPEED);
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Writes the three files that tell what an archive is. */
    public void readme() throws IOException {
        for (Member member : new Member[] {Member.README_EN, Member.README_FA, Member.README_ZH_HANS}) {
            begin(member);
            try (InputStream text =
                    Objects.requireNonNull(ArchiveWriter.class.getResourceAsStream(member.file()), member.file())) {
                write(text.readAllBytes());
            }
        }
    }

    /** Begins the next file. */
    public void begin(Member member) throws IOException {
        end();
        ZipEntry entry = new ZipEntry(member.file());
        entry.setTime(0);
        zip.putNextEntry(entry);
        digest.reset();
        open = member.file();
    }

    /** Writes a line of canonical JSON. */
    public void line(ObjectNode value) throws IOException {
        line(Canonical.bytes(value));
    }

    /** Writes a line; the bytes hold no line feed. */
    public void line(byte[] value) throws IOException {
        write(value);
        write(new byte[] {'\n'});
    }

    public void line(String value) throws IOException {
        line(value.getBytes(StandardCharsets.UTF_8));
    }

    /** Writes an entry as its row in the database is. */
    public void entry(long sequence, String at, String actor, String action, String subject, String text, String hash)
            throws IOException {
        line(EntryLine.write(sequence, at, actor, action, subject, text, hash));
    }

    /** Writes a batch; a line for each of its responses has to follow, in its order. */
    public void batch(long sequence, List<UUID> ids, List<Hash> leaves, List<Optional<Instant>> withdrawn)
            throws IOException {
        line(BatchLine.write(sequence, ids, leaves, withdrawn));
    }

    /** Writes the line of a response that is sealed and not stored any more. */
    public void missing(UUID id) throws IOException {
        line(BatchLine.MISSING + "\"" + id + "\"}");
    }

    private void write(byte[] bytes) throws IOException {
        zip.write(bytes);
        digest.update(bytes);
    }

    private void end() throws IOException {
        if (!open.isEmpty()) {
            zip.closeEntry();
            digests.put(open, HexFormat.of().formatHex(digest.digest()));
        }
    }

    /** Signs what was written and ends the archive. */
    public void seal(String workspace, SigningKey key) throws IOException {
        end();
        open = "";
        ObjectNode contents = Canonical.object();
        contents.put("format", Manifest.FORMAT)
                .put("workspace", workspace)
                .put("key", key.verifying().id());
        ObjectNode members = contents.putObject("members");
        digests.forEach(members::put);
        byte[] document = Canonical.bytes(contents);
        ObjectNode seal = Canonical.object();
        seal.put("contents", new String(document, StandardCharsets.UTF_8))
                .put("signature", Base64.getEncoder().encodeToString(key.sign(document)));
        begin(Member.SEAL);
        line(seal);
        zip.closeEntry();
        open = "";
        zip.finish();
        zip.flush();
    }

    /** Lets go of what it holds; the output stays open. */
    @Override
    public void close() throws IOException {
        zip.flush();
    }
}
