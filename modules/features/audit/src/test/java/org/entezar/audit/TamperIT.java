package org.entezar.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.entezar.audit.internal.export.Snapshot;
import org.entezar.collection.ResponseId;
import org.entezar.evidence.SignedCheckpoint;
import org.entezar.evidence.archive.Finding;
import org.entezar.evidence.archive.Finding.Code;
import org.entezar.evidence.archive.Member;
import org.entezar.evidence.archive.Trust;
import org.entezar.evidence.archive.Verdict;
import org.entezar.evidence.archive.Verification;
import org.entezar.fixtures.Callers;
import org.entezar.kernel.Permission;
import org.entezar.platform.history.Change;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Whoever owns the database changes what he likes; the archive's verifier finds it and names it. Each alteration is made
 * straight in the tables, archived as it then stands, and taken back.
 */
class TamperIT {

    private static final List<String> EVIDENCE = List.of(
            "history_entry", "history_checkpoint", "response", "response_batch", "response_unsealed", "evidence_key");
    /** All tables as they were, in one transaction. */
    private static final String RESTORED = EVIDENCE.stream()
            .map(table -> "delete from " + table + "; insert into " + table + " select * from kept_" + table)
            .collect(Collectors.joining("; "));

    private static final int BIT_FLIPS = 900;
    private static final int ROW_CHANGES = 200;

    private static AuditFixture fixture;
    private static List<ResponseId> responses;
    private static SignedCheckpoint early;
    private static String mine;

    @BeforeAll
    static void fill() throws SQLException {
        fixture = new AuditFixture();
        mine = " where workspace_id = '" + fixture.workspace + "'";
        responses = new ArrayList<>(fixture.sealedAndSigned(12));
        for (int i = 0; i < 10; i++) {
            int number = i;
            fixture.clock.set(AuditFixture.START.plus(Duration.ofDays(i)));
            fixture.work.change(fixture.owner, fixture.workspace, Permission.WORKSPACE_CONFIGURE, tx -> {
                tx.record(Change.changed("test.noted", "test/" + number, Map.of("n", number), Map.of("n", "انتظار")));
                return number;
            });
            if (i == 4) {
                early = fixture.audit.checkpoints().take(fixture.owner, fixture.workspace);
                fixture.audit.checkpoints().rotateKey(Callers.operator());
            }
        }
        responses.addAll(fixture.sealedAndSigned(20));
        for (String table : EVIDENCE) {
            fixture.behindTheBack("create table kept_" + table + " as select * from " + table);
        }
    }

    @AfterAll
    static void stop() {
        fixture.close();
    }

    private static void restore() throws SQLException {
        fixture.behindTheBack(RESTORED);
    }

    private static Verdict verdict(Trust trust) throws IOException {
        Path file = Files.createTempFile(fixture.folder, "tampered-", ".zip");
        try (OutputStream output = Files.newOutputStream(file)) {
            Snapshot.write(
                    fixture.work, fixture.workspace, fixture.collection.sealedResponses(), fixture.folder, output);
        }
        Verdict verdict = Verification.verify(file, trust);
        Files.delete(file);
        return verdict;
    }

    private static Verdict after(String sql) throws SQLException, IOException {
        try {
            assertThat(fixture.behindTheBack(sql)).as(sql).isNotZero();
            return verdict(Trust.NONE);
        } finally {
            restore();
        }
    }

    private static List<String> told(Verdict verdict) {
        return verdict.findings().stream()
                .filter(finding -> !finding.code().isNote())
                .map(finding -> finding.code() + " "
                        + (finding.arguments().isEmpty()
                                ? ""
                                : finding.arguments().get(0)))
                .toList();
    }

    @Test
    void whatNobodyTouchedHolds() throws IOException {
        Verdict verdict = verdict(Trust.NONE);
        assertThat(told(verdict)).isEmpty();
        assertThat(verdict.holds()).isTrue();
        assertThat(verdict.responses()).isEqualTo(32);
        assertThat(verdict.checkpoints()).isEqualTo(3);
        assertThat(verdict.keys()).hasSize(2);
    }

    @Test
    void anEntryThatWasChangedDeletedInsertedOrMovedIsNamed() throws SQLException, IOException {
        assertThat(told(after("update history_entry set entry = replace(entry, 'Spring', 'Winter')" + mine
                        + " and action = 'campaign.created'")))
                .contains("ENTRY_ALTERED 4");
        assertThat(told(after("delete from history_entry" + mine + " and sequence = 7")))
                .contains("ENTRY_MISSING 8");
        assertThat(told(after("insert into history_entry select workspace_id, sequence + 500, at, actor, action,"
                        + " subject, entry, hash from history_entry" + mine + " and sequence = 3")))
                .isNotEmpty();
        assertThat(told(after("update history_entry set sequence = -sequence" + mine
                        + " and sequence in (6, 7); update history_entry set sequence = 13 + sequence" + mine
                        + " and sequence < 0")))
                .contains("ENTRY_FOREIGN 6", "ENTRY_FOREIGN 7");
        // With text and hash both made to fit, the chain still breaks at the next entry and the checkpoint differs.
        assertThat(told(after("update history_entry set entry = changed.text, hash = encode(sha256(convert_to("
                        + "changed.text, 'UTF8')), 'hex') from (select sequence as s, replace(entry, 'Spring', 'Winter')"
                        + " as text from history_entry" + mine + ") changed" + mine
                        + " and sequence = changed.s and action = 'campaign.created'")))
                .contains("ENTRY_CHAIN_BROKEN 5", "CHECKPOINT_DIFFERS 5");
        assertThat(told(after("update history_entry set action = 'nothing.happened'" + mine + " and sequence = 4")))
                .contains("ENTRY_INDEX 4");
    }

    @Test
    void aResponseThatWasChangedDeletedOrInsertedIsNamed() throws SQLException, IOException {
        String one = responses.get(5).toString();
        String row = mine + " and id = '" + one + "'";
        assertThat(told(after("update response set answers = jsonb_set(answers, '{sq01,perceived}', '7')" + row
                        + " and answers #> '{sq01,perceived}' <> '7'")))
                .containsExactly("RESPONSE_ALTERED " + one);
        assertThat(told(after("update response set submitted_at = submitted_at + interval '1 microsecond'" + row)))
                .containsExactly("RESPONSE_ALTERED " + one);
        assertThat(told(after("delete from response" + row))).containsExactly("RESPONSE_MISSING " + one);
        UUID forged = fixture.ids.next();
        assertThat(told(after("insert into response select workspace_id, '" + forged + "', campaign_id, version,"
                        + " submitted_at, received_at, language, context, answers from response" + row)))
                .containsExactly("RESPONSE_UNSEALED " + forged);
        assertThat(told(after("update response set withdrawn_at = now()" + row)))
                .containsExactly("RESPONSE_WITHDRAWN " + one);
        assertThat(told(after("update response_batch set leaves = overlay(leaves placing '\\x00'::bytea from 9)" + mine
                        + " and octet_length(response_ids) = 12 * 16")))
                .anyMatch(text -> text.startsWith("BATCH_ALTERED"));
    }

    @Test
    void checkpointsThatWereSwappedAndKeysThatWereReplacedAreFound() throws SQLException, IOException {
        assertThat(told(after("update history_checkpoint set line = other.line from (select line from"
                        + " history_checkpoint" + mine + " order by size limit 1) other" + mine
                        + " and size = (select max(size) from history_checkpoint" + mine + ")")))
                .isNotEmpty();
        assertThat(told(after("delete from history_checkpoint" + mine + " and size = "
                        + early.checkpoint().size())))
                .anyMatch(text -> text.startsWith("CHECKPOINT_MISSING"));
        assertThat(told(after(
                        "update evidence_key set line = other.line from (select line from evidence_key where position = 2)"
                                + " other where position = 1")))
                .anyMatch(text -> text.startsWith("KEY_CUSTODY_BROKEN"));
    }

    @Test
    void aTailThatWasCutOffIsFoundByAnEarlierCheckpoint() throws SQLException, IOException {
        SignedCheckpoint late = fixture.audit
                .checkpoints()
                .latest(fixture.owner, fixture.workspace)
                .orElseThrow();
        try {
            // As an old backup leaves it: entries, checkpoints and batches all end early, and agree.
            long end = early.checkpoint().size();
            fixture.behindTheBack("delete from history_entry" + mine + " and sequence > " + end);
            fixture.behindTheBack("delete from history_checkpoint" + mine + " and size > " + end);
            fixture.behindTheBack("delete from response using response_batch b where b.workspace_id ="
                    + " response.workspace_id and b.sequence > " + end + " and position(uuid_send(response.id) in"
                    + " b.response_ids) > 0");
            fixture.behindTheBack("delete from response_batch" + mine + " and sequence > " + end);
            assertThat(told(verdict(Trust.NONE))).isEmpty();
            assertThat(told(verdict(new Trust(List.of(), List.of(early))))).isEmpty();
            assertThat(told(verdict(new Trust(List.of(), List.of(late)))))
                    .containsExactly(
                            "GIVEN_CHECKPOINT_BEYOND " + late.checkpoint().size());
        } finally {
            restore();
        }
        try {
            // Without care for the checkpoints it is found without help.
            fixture.behindTheBack("delete from history_entry" + mine + " and sequence > "
                    + (late.checkpoint().size() - 2));
            assertThat(told(verdict(Trust.NONE)))
                    .contains("TAIL_MISSING " + (late.checkpoint().size() - 1));
        } finally {
            restore();
        }
    }

    @Test
    void aHistoryWrittenAnewWithANewKeyIsFoundByAnEarlierCheckpointAndByTheKey() throws Exception {
        try (AuditFixture forger = new AuditFixture()) {
            // The same workspace, written by somebody who has the database, the product and a key of his own.
            Path file = Files.createTempFile(fixture.folder, "forged-", ".zip");
            forger.sealedAndSigned(3);
            try (OutputStream output = Files.newOutputStream(file)) {
                Snapshot.write(
                        forger.work, forger.workspace, forger.collection.sealedResponses(), forger.folder, output);
            }
            SignedCheckpoint original = fixture.checkpointFor(forger.workspace, early);
            Verdict alone = Verification.verify(file, Trust.NONE);
            assertThat(told(alone)).isEmpty();
            assertThat(alone.findings()).extracting(Finding::code).contains(Code.KEY_NOT_GIVEN);
            assertThat(told(Verification.verify(file, new Trust(List.of(), List.of(original)))))
                    .anyMatch(text -> text.startsWith("GIVEN_CHECKPOINT_SIGNATURE"))
                    .anyMatch(text ->
                            text.startsWith("GIVEN_CHECKPOINT_DIFFERS") || text.startsWith("GIVEN_CHECKPOINT_BEYOND"));
            assertThat(told(Verification.verify(
                            file,
                            new Trust(
                                    List.of(fixture.audit
                                            .checkpoints()
                                            .keys(fixture.owner, fixture.workspace)
                                            .get(0)
                                            .key()),
                                    List.of()))))
                    .anyMatch(text -> text.startsWith("KEY_UNKNOWN"));
        }
    }

    @Test
    void anArchiveOfAPeriodHoldsOnItsOwnAndSoDoesTheWholeOne() throws Exception {
        EvidencePeriod middle = new EvidencePeriod(
                Optional.of(AuditFixture.START.plus(Duration.ofDays(3))),
                Optional.of(AuditFixture.START.plus(Duration.ofDays(5))));
        Verdict part = Archives.verify(Archives.export(fixture, middle));
        assertThat(told(part)).isEmpty();
        assertThat(part.first()).isGreaterThan(1);
        Verdict whole =
                Verification.verify(Archives.export(fixture, EvidencePeriod.ALL), new Trust(List.of(), List.of(early)));
        assertThat(told(whole)).isEmpty();
        assertThat(whole.last()).isGreaterThan(part.last());
        // Both exports are entries themselves; the tables that are restored begin before them.
        restore();
        fixture.behindTheBack("update history_head h set sequence = e.sequence, hash = e.hash from history_entry e"
                + " where e.workspace_id = h.workspace_id and e.sequence = (select max(sequence) from history_entry m"
                + " where m.workspace_id = h.workspace_id)");
    }

    /** Bits of the archive: even when the seal over the files is left out of account, evidence gives itself away. */
    @Test
    void noBitOfAnArchiveCanBeChanged() throws IOException {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        Snapshot.write(fixture.work, fixture.workspace, fixture.collection.sealedResponses(), fixture.folder, written);
        Map<String, byte[]> members = members(written.toByteArray());
        List<String> evidence =
                List.of(Member.ENTRIES.file(), Member.RESPONSES.file(), Member.CHECKPOINTS.file(), Member.KEYS.file());
        Random random = new Random(20_261_123);
        List<String> undetected = new ArrayList<>();
        for (int i = 0; i < BIT_FLIPS; i++) {
            List<String> names = new ArrayList<>(members.keySet());
            String name = i % 4 == 3 ? names.get(random.nextInt(names.size())) : evidence.get(random.nextInt(4));
            byte[] changed = members.get(name).clone();
            if (changed.length == 0) {
                continue;
            }
            int bit = random.nextInt(changed.length * 8);
            changed[bit / 8] ^= (byte) (1 << (bit % 8));
            Map<String, byte[]> tampered = new LinkedHashMap<>(members);
            tampered.put(name, changed);
            Path file = Files.createTempFile(fixture.folder, "flipped-", ".zip");
            Files.write(file, zip(tampered));
            List<Code> faults = new ArrayList<>(Archives.faults(Archives.verify(file)));
            if (evidence.contains(name)) {
                faults.remove(Code.FILE_CHANGED);
            }
            if (faults.isEmpty() && !isLineFeed(members.get(name), changed, bit / 8)) {
                undetected.add(name + " bit " + bit);
            }
            Files.delete(file);
        }
        assertThat(undetected).isEmpty();
    }

    /** The last line feed of a file says nothing; what it becomes is found by the seal alone. */
    private static boolean isLineFeed(byte[] before, byte[] after, int at) {
        return at == before.length - 1 && before[at] == '\n' && after.length == before.length;
    }

    private static Map<String, byte[]> members(byte[] archive) throws IOException {
        Map<String, byte[]> members = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                members.put(entry.getName(), zip.readAllBytes());
            }
        }
        return members;
    }

    private static byte[] zip(Map<String, byte[]> members) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> member : members.entrySet()) {
                zip.putNextEntry(new ZipEntry(member.getKey()));
                zip.write(member.getValue());
            }
        }
        return bytes.toByteArray();
    }

    /** Rows of the database, each alteration at random in place and kind. */
    @Test
    void noRowCanBeChanged() throws SQLException, IOException {
        Random random = new Random(20_261_124);
        List<String> undetected = new ArrayList<>();
        int tried = 0;
        while (tried < ROW_CHANGES) {
            String sql = alteration(random);
            try {
                if (fixture.behindTheBack(sql) == 0) {
                    continue;
                }
                tried++;
                if (verdict(Trust.NONE).holds()) {
                    undetected.add(sql);
                }
            } finally {
                restore();
            }
        }
        assertThat(undetected).isEmpty();
    }

    private static String alteration(Random random) {
        String entry = mine + " and sequence = " + (1 + random.nextInt(18));
        String response = mine + " and id = '" + responses.get(random.nextInt(responses.size())) + "'";
        int place = 1 + random.nextInt(120);
        String letter = String.valueOf((char) ('a' + random.nextInt(26)));
        return switch (random.nextInt(18)) {
            case 0 -> changed("history_entry", "entry", place, letter, entry);
            case 1 -> changed("history_entry", "hash", 1 + place % 64, letter, entry);
            case 2 -> changed("history_entry", "subject", 1, letter, entry);
            case 3 -> changed("history_entry", "actor", 1, letter, entry);
            case 4 -> "update history_entry set at = at + interval '" + place + " microseconds'" + entry;
            case 5 -> "delete from history_entry" + entry;
            case 6 -> "update history_entry set sequence = sequence + 1000" + entry;
            case 7 -> "update response set answers = answers || '{\"why\":\"" + letter + place + "\"}'" + response;
            case 8 -> "update response set context = context || '{\"segment\":\"" + letter + "\"}'" + response;
            case 9 -> "update response set received_at = received_at - interval '" + place + " seconds'" + response;
            case 10 -> "update response set language = '" + letter + letter + "'" + response;
            case 11 -> "update response set version = version + " + place + response;
            case 12 -> "delete from response" + response;
            case 13 ->
                "update response_batch set leaves = set_bit(leaves, " + place + ", 1 - get_bit(leaves, " + place + "))"
                        + mine;
            case 14 ->
                "update response_batch set response_ids = set_bit(response_ids, " + place
                        + ", 1 - get_bit(response_ids, " + place + "))" + mine;
            case 15 -> "update response set supersedes = '" + responses.get(place % responses.size()) + "'" + response;
            case 16 -> "update response set erased_at = now()" + response;
            default -> changed("history_checkpoint", "line", 20 + place, letter, mine);
        };
    }

    private static String changed(String table, String column, int place, String letter, String where) {
        return "update " + table + " set " + column + " = overlay(" + column + " placing '" + letter + "' from " + place
                + " for 1)" + where + " and substr(" + column + ", " + place + ", 1) <> '" + letter + "' and length("
                + column + ") >= " + place;
    }
}
