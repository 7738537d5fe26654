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
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
import org.entezar.kernel.LocalizedText;
import org.entezar.kernel.Permission;
import org.entezar.kernel.Problem;
import org.entezar.kernel.Role;
import org.entezar.platform.history.Change;
import org.entezar.workspace.WorkspaceSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What auditors see, and what is proved to them. */
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

    private List<String> actions(HistoryFilter filter) {
        return fixture
                .audit
                .history()
                .entries(fixture.auditor, fixture.workspace, filter, Optional.empty(), 100)
                .entries()
                .stream()
                .map(entry -> entry.entry().action())
                .toList();
    }

    private static HistoryFilter by(Optional<String> actor, Optional<String> action, Optional<String> subject) {
        return new HistoryFilter(Optional.empty(), Optional.empty(), actor, action, subject, Optional.empty(), true);
    }

    @Test
    void whatHappensOftenDoesNotCrowdOutWhatHappenedOnce() {
        for (int i = 0; i < History.MOST_MILESTONES + 5; i++) {
            fixture.workspaces.configure(
                    fixture.owner,
                    fixture.workspace,
                    new WorkspaceSettings(
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.of(5 + i % 2),
                            Optional.empty(),
                            Optional.empty()));
        }
        assertThat(fixture.audit
                        .history()
                        .milestones(
                                fixture.auditor,
                                fixture.workspace,
                                AuditFixture.START,
                                AuditFixture.START.plus(Duration.ofDays(1))))
                .extracting(entry -> entry.entry().action())
                .startsWith("questionnaire.published", "campaign.created")
                .hasSize(2 + History.MOST_MILESTONES);
        assertThat(fixture.audit
                        .history()
                        .milestones(
                                fixture.auditor,
                                fixture.workspace,
                                AuditFixture.START.minusSeconds(1),
                                AuditFixture.START))
                .isEmpty();
    }

    @Test
    void filtersFindWhatTheySay() {
        assertThat(actions(by(Optional.empty(), Optional.of("questionnaire."), Optional.empty())))
                .containsExactly("questionnaire.created", "questionnaire.published");
        assertThat(actions(by(Optional.of("workspaces"), Optional.empty(), Optional.empty())))
                .containsExactly("workspace.created");
        assertThat(actions(by(Optional.empty(), Optional.empty(), Optional.of("questionnaire/"))))
                .hasSize(2);
        fixture.work.change(fixture.owner, fixture.workspace, Permission.WORKSPACE_CONFIGURE, tx -> {
            tx.record(Change.created("test.other", "test/1", Map.of("campaign", fixture.ids.next())));
            return tx.record(Change.created("test.noted", "test/1", Map.of("campaign", fixture.campaign.id())));
        });
        assertThat(actions(new HistoryFilter(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(fixture.campaign.id()),
                        false)))
                .containsExactly("test.noted", "campaign.created");
        fixture.clock.set(AuditFixture.START.plus(Duration.ofDays(2)));
        fixture.workspaces.configure(
                fixture.owner,
                fixture.workspace,
                new WorkspaceSettings(
                        Optional.of(LocalizedText.of("en", "Aria Palace")),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
        HistoryFilter late = new HistoryFilter(
                Optional.of(AuditFixture.START.plus(Duration.ofDays(1))),
                Optional.empty(),
                Optional.empty(),
                Optional.of("workspace."),
                Optional.empty(),
                Optional.empty(),
                false);
        HistoryEntry renamed = fixture.audit
                .history()
                .entries(fixture.auditor, fixture.workspace, late, Optional.empty(), 10)
                .entries()
                .get(0);
        assertThat(renamed.differences()).singleElement().satisfies(difference -> {
            assertThat(difference.path()).isEqualTo("/name/en");
            assertThat(difference.kind()).isEqualTo(Difference.Kind.CHANGED);
            assertThat(difference.after().orElseThrow().asText()).isEqualTo("Aria Palace");
        });
    }

    @Test
    void pagesCoverEveryEntryOnce() {
        List<Long> seen = new ArrayList<>();
        Optional<Long> after = Optional.empty();
        do {
            HistoryPage page =
                    fixture.audit.history().entries(fixture.auditor, fixture.workspace, HistoryFilter.ALL, after, 2);
            page.entries().forEach(entry -> seen.add(entry.entry().sequence()));
            after = page.next();
        } while (after.isPresent());
        assertThat(seen).hasSizeGreaterThan(4).isSortedAccordingTo((a, b) -> Long.compare(b, a));
        assertThat(seen).doesNotHaveDuplicates().contains(1L).hasSize((int) (long) seen.get(0));
    }

    /** Transactions that ran at once are numbered in the order in which they ended, not of their times. */
    @Test
    void aPeriodIsReadInTheOrderOfTimeWithoutLeavingOut() {
        for (int hours : new int[] {6, 2, 4, 4, 3, 5, 9}) {
            fixture.clock.set(AuditFixture.START.plus(Duration.ofHours(hours)));
            fixture.work.change(
                    fixture.owner,
                    fixture.workspace,
                    Permission.WORKSPACE_CONFIGURE,
                    tx -> tx.record(Change.noted("test.noted", "test/" + hours)));
        }
        List<String> inTime = List.of("test/2", "test/3", "test/4", "test/4", "test/5", "test/6");
        assertThat(subjectsOfPeriod(true)).isEqualTo(inTime);
        List<String> newest = new ArrayList<>(inTime);
        Collections.reverse(newest);
        assertThat(subjectsOfPeriod(false)).isEqualTo(newest);
    }

    /** From the second hour to the seventh, by pages of two. */
    private List<String> subjectsOfPeriod(boolean oldestFirst) {
        HistoryFilter filter = new HistoryFilter(
                Optional.of(AuditFixture.START.plus(Duration.ofHours(2))),
                Optional.of(AuditFixture.START.plus(Duration.ofHours(7))),
                Optional.empty(),
                Optional.of("test."),
                Optional.empty(),
                Optional.empty(),
                oldestFirst);
        List<String> seen = new ArrayList<>();
        Set<Long> sequences = new HashSet<>();
        Optional<Long> after = Optional.empty();
        do {
            HistoryPage page = fixture.audit.history().entries(fixture.auditor, fixture.workspace, filter, after, 2);
            page.entries().forEach(entry -> {
                seen.add(entry.entry().subject());
                sequences.add(entry.entry().sequence());
            });
            after = page.next();
        } while (after.isPresent());
        assertThat(sequences).hasSameSizeAs(seen);
        return seen;
    }

    @Test
    void aLookIsAnEntryAndALotOfLookingIsOneAnHour() {
        for (int i = 0; i < 5; i++) {
            actions(HistoryFilter.ALL);
        }
        assertThat(actions(by(Optional.empty(), Optional.of(History.LOOKED), Optional.empty())))
                .hasSize(1);
        fixture.clock.set(AuditFixture.START.plus(Duration.ofHours(2)));
        assertThat(actions(by(Optional.of(fixture.auditor.subject()), Optional.of(History.LOOKED), Optional.empty())))
                .hasSize(2);
    }

    @Test
    void onlyThoseWhoMayReadHistoryDo() {
        for (Role role : Role.values()) {
            Caller caller = Callers.member(fixture.workspace, role);
            boolean may = role == Role.OWNER || role == Role.AUDITOR;
            for (Runnable look : List.<Runnable>of(
                    () -> fixture.audit.history().overview(caller, fixture.workspace),
                    () -> fixture.audit.history().entry(caller, fixture.workspace, 1),
                    () -> fixture.audit.checkpoints().take(caller, fixture.workspace),
                    () -> fixture.audit.checkpoints().keys(caller, fixture.workspace),
                    () -> fixture.audit.proofs().entry(caller, fixture.workspace, 1))) {
                if (may) {
                    look.run();
                } else {
                    assertThatThrownBy(look::run)
                            .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.code())
                                    .isEqualTo(ErrorCode.FORBIDDEN));
                }
            }
        }
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
