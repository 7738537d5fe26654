package org.entezar.evidence.archive;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.entezar.evidence.Canonical;
import org.entezar.evidence.Malformed;
import org.entezar.evidence.VerifyingKey;
import org.entezar.evidence.archive.Finding.Code;

/**
 * Verifies an archive without trusting whoever made it: recomputes every hash, chain, tree and signature in it, and
 * compares with what the reader knows from elsewhere. An archive is taken for hostile; what cannot be read is a finding
 * and never a crash.
 */
public final class Verification {

    private Verification() {}

    /** Verifies the archive in that file. */
    public static Verdict verify(Path archive, Trust trust) {
        return verify(archive, trust, lines -> {});
    }

    /**
     * Verifies the archive in that file and tells how far it is.
     *
     * @param progress is told how many lines were read, after each
     */
    public static Verdict verify(Path archive, Trust trust, LongConsumer progress) {
        Findings findings = new Findings();
        try (ArchiveFile file = new ArchiveFile(archive, findings, progress)) {
            return verify(file, trust, findings);
        } catch (IOException | Malformed | IllegalArgumentException unreadable) {
            findings.add(Code.ARCHIVE_UNREADABLE, String.valueOf(unreadable.getMessage()));
            return new Verdict("", 0, 0, 0, 0, List.of(), findings.kept(), findings.faults());
        }
    }

    private static Verdict verify(ArchiveFile file, Trust trust, Findings findings) throws IOException {
        Manifest manifest = Manifest.parse(file.only(Member.MANIFEST));
        SignedStates states = new SignedStates(manifest.workspace(), trust, findings);
        states.read(file);
        EntriesCheck entries = new EntriesCheck(manifest, states, findings);
        entries.read(file);
        states.conclude(file, entries.last());
        boolean whole = manifest.first() == 1 && entries.last() >= states.newest();
        ResponsesCheck responses = new ResponsesCheck(entries, whole, findings);
        responses.read(file);
        checkSeal(file, manifest, states, findings);
        return new Verdict(
                manifest.workspace(),
                manifest.first(),
                entries.last(),
                responses.count(),
                states.count(),
                states.ids(),
                findings.kept(),
                findings.faults());
    }

    private static void checkSeal(ArchiveFile file, Manifest manifest, SignedStates states, Findings findings)
            throws IOException {
        ObjectNode seal = Canonical.readObject(file.only(Member.SEAL));
        byte[] document = seal.path("contents").asText().getBytes(StandardCharsets.UTF_8);
        ObjectNode contents = Canonical.readObject(document);
        Optional<VerifyingKey> key = states.key(contents.path("key").asText());
        if (key.isEmpty()
                || !contents.path("workspace").asText().equals(manifest.workspace())
                || !verifies(key.get(), document, seal.path("signature").asText())) {
            findings.add(Code.SEAL_INVALID);
        }
        for (Member member : Member.values()) {
            if (member != Member.SEAL
                    && !contents.path("members").path(member.file()).asText().equals(file.digest(member))) {
                findings.add(Code.FILE_CHANGED, member.file());
            }
        }
    }

    private static boolean verifies(VerifyingKey key, byte[] document, String signature) {
        try {
            return key.verifies(document, Base64.getDecoder().decode(signature));
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
    }
}
