package org.entezar.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entezar.collection.ResponseId;
import org.entezar.evidence.ConsistencyDocument;
import org.entezar.evidence.Entry;
import org.entezar.evidence.EntryProof;
import org.entezar.evidence.KeyStatement;
import org.entezar.evidence.ResponseProof;
import org.entezar.evidence.SignedCheckpoint;
import org.entezar.evidence.archive.ConsistencyVerification;
import org.entezar.evidence.archive.Trust;
import org.entezar.fixtures.Callers;
import org.entezar.kernel.Caller;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Permission;
import org.entezar.kernel.Problem;
import org.entezar.platform.history.Change;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is proved to auditors. */
class HistoryIT {

    private AuditFixture fixture;

    @BeforeEach
    void start() {
        fixture = new AuditFixture();
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    @Test
    void aResponseIsSealedAndProved() {
        List<ResponseId> sent = fixture.send(70);
        ResponseId one = sent.get(41);
        Proofs proofs = fixture.audit.proofs();
        assertThat(proofs.response(fixture.auditor, fixture.workspace, one).state())
                .isEqualTo(ReceiptState.STORED);
        assertThat(fixture.seal()).isEqualTo(70);
        assertThat(fixture.seal()).isZero();
        assertThat(proofs.response(fixture.auditor, fixture.workspace, one).state())
                .isEqualTo(ReceiptState.SEALED);
        SignedCheckpoint checkpoint = fixture.audit.checkpoints().take(fixture.auditor, fixture.workspace);
        ResponseReceipt receipt = proofs.receipt(Caller.respondent(fixture.workspace), fixture.workspace, one);
        assertThat(receipt.state()).isEqualTo(ReceiptState.SIGNED);
        ResponseProof proof = receipt.proof().orElseThrow();
        assertThat(proof.holds()).isTrue();
        assertThat(proof.batch().checkpoint()).isEqualTo(checkpoint);
        assertThat(checkpoint.isSignedBy(fixture.audit
                        .checkpoints()
                        .keys(fixture.auditor, fixture.workspace)
                        .get(0)
                        .key()))
                .isTrue();
        Entry batch = Entry.parse(proof.batch().entry());
        assertThat(batch.after().orElseThrow().get("count").asInt()).isEqualTo(70);
        assertThat(batch.after().orElseThrow().get("late").asInt()).isEqualTo(45);
    }

    /** The leaf computed when a response comes in is the one computed from the row that is stored. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'spent':1}",
                "{'spent':1.0}",
                "{'spent':1e1}",
                "{'spent':0.1}",
                "{'spent':12345.678901234567890123456789}",
                "{'spent':-0}",
                "{'spent':1E-7}",
                "{'why':'\\t\\u0001 \\\\ \\u2028 😀 ك ی \\u200c'}",
                "{'sq01':{'perceived':3,'expected':7},'why':'b','spent':3}"
            })
    void theLeafIsTheSameBeforeAndAfterStoring(String answers) {
        fixture.send(answers);
        fixture.seal();
        List<Boolean> same = new ArrayList<>();
        fixture.collection.sealedResponses().batches(fixture.owner, fixture.workspace, 1, Long.MAX_VALUE, batch -> {
            byte[] form = batch.forms().get(0).orElseThrow().getBytes(StandardCharsets.UTF_8);
            same.add(
                    org.entezar.evidence.Merkle.leaf(form).equals(batch.leaves().get(0)));
        });
        assertThat(same).containsExactly(true);
    }

    @Test
    void responsesFromBeforeSealingAreSealedOnce() throws SQLException {
        fixture.send(30);
        // As the migration leaves them: listed without leaves.
        fixture.behindTheBack("update response_unsealed set leaves = null, imported = null, late = null");
        assertThat(fixture.seal()).isEqualTo(30);
        List<Boolean> same = new ArrayList<>();
        fixture.collection.sealedResponses().batches(fixture.owner, fixture.workspace, 1, Long.MAX_VALUE, batch -> {
            for (int i = 0; i < batch.ids().size(); i++) {
                byte[] form = batch.forms().get(i).orElseThrow().getBytes(StandardCharsets.UTF_8);
                same.add(org.entezar.evidence.Merkle.leaf(form)
                        .equals(batch.leaves().get(i)));
            }
        });
        assertThat(same).hasSize(30).containsOnly(true);
    }

    @Test
    void checkpointsGoOnFromEachOther() {
        SignedCheckpoint first = fixture.audit.checkpoints().take(fixture.auditor, fixture.workspace);
        assertThat(fixture.audit.checkpoints().take(fixture.auditor, fixture.workspace))
                .isEqualTo(first);
        for (int i = 0; i < 600; i++) {
            int number = i;
            fixture.work.change(fixture.owner, fixture.workspace, Permission.WORKSPACE_CONFIGURE, tx -> {
                tx.record(Change.created("test.noted", "test/" + number, Map.of("n", number)));
                return number;
            });
        }
        SignedCheckpoint second = fixture.audit.checkpoints().take(fixture.auditor, fixture.workspace);
        ConsistencyDocument goesOn = fixture.audit
                .checkpoints()
                .consistency(
                        fixture.auditor,
                        fixture.workspace,
                        first.checkpoint().size(),
                        second.checkpoint().size());
        assertThat(ConsistencyVerification.verify(
                                goesOn.text().getBytes(StandardCharsets.UTF_8), new Trust(List.of(), List.of(first)))
                        .holds())
                .isTrue();
        for (long sequence :
                List.of(1L, 255L, 256L, 257L, 512L, second.checkpoint().size())) {
            EntryProof proof = fixture.audit.proofs().entry(fixture.auditor, fixture.workspace, sequence);
            assertThat(proof.holds()).as("entry %d", sequence).isTrue();
        }
        assertThat(fixture.audit
                        .checkpoints()
                        .list(fixture.auditor, fixture.workspace, Optional.empty(), 10)
                        .checkpoints())
                .containsExactly(second, first);
    }

    @Test
    void aBrokenHistoryIsNotSigned() throws SQLException {
        fixture.behindTheBack("update history_entry set entry = replace(entry, 'Spring', 'Winter')"
                + " where action = 'campaign.created'");
        assertThatThrownBy(() -> fixture.audit.checkpoints().take(fixture.auditor, fixture.workspace))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(ErrorCode.HISTORY_BROKEN));
    }

    @Test
    void keysHandCustodyOnAndALostKeyIsSeen() throws IOException {
        Checkpoints checkpoints = fixture.audit.checkpoints();
        checkpoints.take(fixture.auditor, fixture.workspace);
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(fixture.folder.resolve("evidence-signing.key"))))
                .isEqualTo("rw-------");
        assertThatThrownBy(() -> checkpoints.rotateKey(fixture.owner)).isInstanceOf(Problem.class);
        checkpoints.rotateKey(Callers.operator());
        assertThat(KeyStatement.isChain(checkpoints.keys(fixture.auditor, fixture.workspace)))
                .isTrue();
        // A restart finds the same key again.
        Audit again = fixture.audit(fixture.folder);
        assertThat(again.checkpoints().keys(fixture.auditor, fixture.workspace))
                .isEqualTo(checkpoints.keys(fixture.auditor, fixture.workspace))
                .hasSize(2);
        // An empty folder beside the same database: custody ends in the open.
        Audit lost = fixture.audit(Files.createTempDirectory("entezar-audit-lost-"));
        assertThat(lost.checkpoints().keys(fixture.auditor, fixture.workspace)).hasSize(3);
        assertThat(KeyStatement.isChain(lost.checkpoints().keys(fixture.auditor, fixture.workspace)))
                .isFalse();
    }

    /** The server's role may add to the evidence and read it, and nothing else. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "update history_entry set entry = entry",
                "delete from history_entry",
                "truncate history_entry",
                "update history_checkpoint set line = line",
                "delete from history_checkpoint",
                "update evidence_key set line = line",
                "delete from evidence_key",
                "update response_batch set leaves = leaves",
                "delete from response_batch",
                "update response set answers = answers",
                "delete from response",
                "alter table history_entry disable row level security"
            })
    void theServersRoleCannotChangeEvidence(String sql) throws SQLException {
        try (Connection connection = fixture.database.database().connection();
                Statement statement = connection.createStatement()) {
            statement.execute("set local app.workspace_id = '" + fixture.workspace + "'");
            assertThatThrownBy(() -> statement.execute(sql))
                    .isInstanceOfSatisfying(SQLException.class, refused -> assertThat(refused.getSQLState())
                            .isEqualTo("42501"));
            connection.rollback();
        }
    }
}
