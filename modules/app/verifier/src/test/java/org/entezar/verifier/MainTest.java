package org.entezar.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.entezar.evidence.Checkpoint;
import org.entezar.evidence.ConsistencyDocument;
import org.entezar.evidence.Entry;
import org.entezar.evidence.EntryProof;
import org.entezar.evidence.Hash;
import org.entezar.evidence.KeyStatement;
import org.entezar.evidence.Merkle;
import org.entezar.evidence.ProofDocument;
import org.entezar.evidence.SignedCheckpoint;
import org.entezar.evidence.SigningKey;
import org.entezar.evidence.TreeFront;
import org.entezar.evidence.archive.ArchiveWriter;
import org.entezar.evidence.archive.Manifest;
import org.entezar.evidence.archive.Member;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the auditor is told, and with which exit code. */
class MainTest {

    private static final Instant AT = Instant.parse("2026-03-21T08:00:00Z");
    private static final String WORKSPACE = "01950000-0000-7000-8000-000000000001";

    @TempDir
    Path folder;

    private final ByteArrayOutputStream told = new ByteArrayOutputStream();
    private final SigningKey key = SigningKey.generate();

    private int run(String... arguments) {
        return Main.run(arguments, new PrintStream(told, true, StandardCharsets.UTF_8));
    }

    private String told() {
        return told.toString(StandardCharsets.UTF_8);
    }

    private static String entry() {
        return "{\"action\":\"workspace.created\",\"actor\":{\"kind\":\"PERSON\",\"name\":\"Sara\",\"subject\":\"s\"},"
                + "\"after\":{\"name\":\"Aria\"},\"at\":\"" + AT + "\",\"previous\":\"" + Hash.ZERO
                + "\",\"sequence\":1,\"subject\":\"workspace/aria\",\"workspace\":\"" + WORKSPACE + "\"}";
    }

    private SignedCheckpoint checkpoint(String entry) {
        TreeFront tree = TreeFront.empty();
        tree.add(Entry.leaf(Entry.hash(entry)));
        return SignedCheckpoint.sign(
                new Checkpoint(
                        WORKSPACE,
                        1,
                        Entry.hash(entry),
                        tree.root(),
                        Hash.ZERO,
                        AT,
                        key.verifying().id()),
                key);
    }

    private String archive(String stored) throws IOException {
        Path file = folder.resolve("evidence.zip");
        try (OutputStream output = Files.newOutputStream(file);
                ArchiveWriter archive = new ArchiveWriter(output)) {
            archive.readme();
            archive.begin(Member.MANIFEST);
            archive.line(new Manifest(WORKSPACE, AT, 1, 1, Hash.ZERO, List.of()).document());
            archive.begin(Member.KEYS);
            archive.line(KeyStatement.first(key, AT).line());
            archive.begin(Member.CHECKPOINTS);
            archive.line(checkpoint(entry()).line());
            archive.begin(Member.CONSISTENCY);
            archive.begin(Member.ENTRIES);
            archive.entry(
                    1,
                    AT.toString(),
                    "s",
                    "workspace.created",
                    "workspace/aria",
                    stored,
                    Entry.hash(entry()).hex());
            archive.begin(Member.RESPONSES);
            archive.begin(Member.STRAYS);
            archive.seal(WORKSPACE, key);
        }
        return file.toString();
    }

    @ParameterizedTest
    @CsvSource({"en,THE EVIDENCE HOLDS", "fa,شواهد درست است", "zh-Hans,证据成立"})
    void whatHoldsIsSaidInTheReadersLanguage(String language, String words) throws IOException {
        assertThat(run(archive(entry()), "--language", language)).isEqualTo(Main.HOLDS);
        assertThat(told()).contains(words, key.verifying().id());
    }

    @Test
    void anEntryThatWasAlteredIsNamed() throws IOException {
        assertThat(run(archive(entry().replace("Aria", "Area")))).isEqualTo(Main.BROKEN);
        assertThat(told()).contains("THE EVIDENCE DOES NOT HOLD", "Entry 1 was altered");
    }

    @Test
    void aKeyAndACheckpointOfOnesOwnAreHeldAgainstIt() throws IOException {
        String archive = archive(entry());
        Path mine = Files.writeString(folder.resolve("key.pem"), key.verifying().pem());
        Path kept = Files.writeString(
                folder.resolve("kept.jsonl"), checkpoint(entry()).line() + "\n");
        assertThat(run(archive, "--key", mine.toString(), "--checkpoint", kept.toString()))
                .isEqualTo(Main.HOLDS);
        assertThat(told()).doesNotContain("You gave no");
        Path other = Files.writeString(
                folder.resolve("other.pem"), SigningKey.generate().verifying().pem());
        Path past = Files.writeString(
                folder.resolve("past.jsonl"),
                checkpoint(entry().replace("Aria", "Area")).line());
        assertThat(run(archive, "--key", other.toString())).isEqualTo(Main.BROKEN);
        assertThat(run(archive, "--checkpoint", past.toString())).isEqualTo(Main.BROKEN);
        assertThat(told()).contains("states another history");
    }

    @Test
    void whatIsNoArchiveIsAFindingAndNoCrash() throws IOException {
        Path noise = Files.write(folder.resolve("noise.zip"), new byte[] {1, 2, 3});
        assertThat(run(noise.toString())).isEqualTo(Main.BROKEN);
        Path strange = folder.resolve("strange.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(strange))) {
            zip.putNextEntry(new ZipEntry("../../etc/passwd"));
            zip.write(new byte[10]);
            zip.putNextEntry(new ZipEntry("manifest.json"));
            zip.write("[".repeat(100_000).getBytes(StandardCharsets.US_ASCII));
        }
        assertThat(run(strange.toString())).isEqualTo(Main.BROKEN);
        assertThat(told()).contains("files that do not belong into it");
    }

    private String proof(String entry, SignedCheckpoint signed) throws IOException {
        ProofDocument proof =
                ProofDocument.of(new EntryProof(1, entry, List.of(), signed), List.of(KeyStatement.first(key, AT)));
        return Files.writeString(folder.resolve("proof.json"), proof.json().toPrettyString())
                .toString();
    }

    @ParameterizedTest
    @CsvSource({"en,THE PROOF HOLDS", "fa,این اثبات درست است", "zh-Hans,证明成立"})
    void aSingleProofIsVerifiedByItself(String language, String words) throws IOException {
        String proof = proof(entry(), checkpoint(entry()));
        Path mine = Files.writeString(folder.resolve("key.pem"), key.verifying().pem());
        assertThat(run(proof, "--language", language, "--key", mine.toString())).isEqualTo(Main.HOLDS);
        assertThat(told())
                .contains(words, "workspace.created", "Sara", key.verifying().id());
    }

    @Test
    void aProofOfSomethingElseIsToldFromATrueOne() throws IOException {
        String altered = entry().replace("Aria", "Area");
        assertThat(run(proof(altered, checkpoint(entry())))).isEqualTo(Main.BROKEN);
        assertThat(told()).contains("THE PROOF DOES NOT HOLD", "Entry 1 is not the one");
        SigningKey stranger = SigningKey.generate();
        SignedCheckpoint forged = new SignedCheckpoint(
                checkpoint(altered).checkpoint(), checkpoint(entry()).signature());
        assertThat(run(proof(altered, forged))).isEqualTo(Main.BROKEN);
        assertThat(told()).contains("The checkpoint over 1 entries is not rightly signed");
        Path other = Files.writeString(
                folder.resolve("other.pem"), stranger.verifying().pem());
        assertThat(run(proof(entry(), checkpoint(entry())), "--key", other.toString()))
                .isEqualTo(Main.BROKEN);
        Path past = Files.writeString(
                folder.resolve("past.jsonl"), checkpoint(altered).line());
        assertThat(run(proof(entry(), checkpoint(entry())), "--checkpoint", past.toString()))
                .isEqualTo(Main.BROKEN);
        assertThat(told()).contains("states another history");
    }

    /** Two states of one history, the second over one entry more. */
    private ConsistencyDocument consistency(Hash second) {
        Hash first = Entry.leaf(Entry.hash(entry()));
        SignedCheckpoint before = checkpoint(entry());
        Checkpoint later = new Checkpoint(
                before.checkpoint().workspace(),
                2,
                Hash.sha256("second".getBytes(StandardCharsets.UTF_8)),
                Merkle.root(List.of(first, second)),
                before.checkpoint().hash(),
                AT,
                key.verifying().id());
        return new ConsistencyDocument(
                before, SignedCheckpoint.sign(later, key), List.of(second), List.of(KeyStatement.first(key, AT)));
    }

    @ParameterizedTest
    @CsvSource({"en,is the unchanged beginning", "fa,آغاز دست‌نخوردهٔ", "zh-Hans,未经改动的开头"})
    void aKeptCheckpointIsConnectedWithALaterOne(String language, String words) throws IOException {
        ConsistencyDocument document = consistency(Merkle.leaf(new byte[] {2}));
        Path file = Files.writeString(folder.resolve("consistency.json"), document.text());
        Path kept = Files.writeString(
                folder.resolve("kept.jsonl"), document.before().line());
        assertThat(run(file.toString(), "--checkpoint", kept.toString(), "--language", language))
                .isEqualTo(Main.HOLDS);
        assertThat(told()).contains(words);
        ConsistencyDocument forged = new ConsistencyDocument(
                document.before(), document.after(), List.of(Merkle.leaf(new byte[] {3})), document.keys());
        Files.writeString(file, forged.text());
        assertThat(run(file.toString(), "--language", language)).isEqualTo(Main.BROKEN);
        SignedCheckpoint unsigned = new SignedCheckpoint(
                document.after().checkpoint(), document.before().signature());
        Files.writeString(
                file, new ConsistencyDocument(document.before(), unsigned, document.proof(), document.keys()).text());
        assertThat(run(file.toString(), "--language", language)).isEqualTo(Main.BROKEN);
        Path other = Files.writeString(
                folder.resolve("other.jsonl"),
                checkpoint(entry().replace("Aria", "Area")).line());
        Files.writeString(file, document.text());
        assertThat(run(file.toString(), "--checkpoint", other.toString(), "--language", language))
                .isEqualTo(Main.BROKEN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"format\":\"entezar-consistency/1\"}",
                "{\"format\":\"entezar-consistency/1\",\"from\":1,\"to\":2,\"proof\":[],\"keys\":[]}",
                "{\"format\":\"entezar-proof/2\"}",
                "{\"format\":\"entezar-proof/1\",\"sequence\":1,\"path\":[]}",
                "{\"format\":\"entezar-proof/1\",\"more\":1}",
                " [",
                "{\"proof\":{\"format\":\"entezar-proof/1\"}}"
            })
    void whatIsNoProofIsAFindingAndNoCrash(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("proof.json"), text);
        assertThat(run(file.toString())).isEqualTo(Main.BROKEN);
        assertThat(told()).contains("cannot be read");
    }

    @Test
    void aWrongCallSaysHow() {
        assertThat(run()).isEqualTo(Main.WRONG_CALL);
        assertThat(run("--nonsense")).isEqualTo(Main.WRONG_CALL);
        assertThat(run(folder.resolve("absent.zip").toString())).isEqualTo(Main.WRONG_CALL);
        assertThat(told()).contains("java -jar entezar-verify.jar");
    }
}
