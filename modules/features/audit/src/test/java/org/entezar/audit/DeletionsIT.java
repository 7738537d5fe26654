package org.entezar.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.entezar.fixtures.Problems.assertCode;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entezar.collection.Hold;
import org.entezar.evidence.Entry;
import org.entezar.evidence.SignedCheckpoint;
import org.entezar.evidence.archive.ProofVerdict;
import org.entezar.evidence.archive.ProofVerification;
import org.entezar.evidence.archive.Trust;
import org.entezar.fixtures.Callers;
import org.entezar.kernel.Caller;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Permission;
import org.entezar.kernel.Role;
import org.entezar.kernel.WorkspaceId;
import org.entezar.platform.jobs.Jobs;
import org.entezar.platform.mail.OutboxMail;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A workspace is deleted whole, alone, in time and provably, or not at all. */
class DeletionsIT {

    private static final String TABLES =
            "select count(*) from information_schema.columns where table_schema = 'entezar'"
                    + " and column_name = 'workspace_id'";

    private AuditFixture fixture;
    private WholeWorkspaces whole;

    @BeforeEach
    void start() {
        fixture = new AuditFixture();
        whole = new WholeWorkspaces(fixture);
    }

    @AfterEach
    void stop() {
        whole.close();
        fixture.close();
    }

    private static String ticket(RequestedDeletion requested) {
        String path = requested.link().getPath();
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private void later(int days) {
        fixture.clock.set(AuditFixture.START.plus(Duration.ofDays(days)));
    }

    private RequestedDeletion ask() {
        RequestedDeletion asked = whole.deletions.request(fixture.owner, fixture.workspace, "aria-hotel", 30);
        // The database's own clock decides when it was asked for, and nobody but its owner can set that back.
        try {
            fixture.behindTheBack("update workspace_deletion set entered_at = entered_at - interval '2 days'"
                    + " where cancelled_at is null");
        } catch (SQLException refused) {
            throw new AssertionError(refused);
        }
        return asked;
    }

    private long rows(WorkspaceId workspace) throws SQLException {
        long rows = 0;
        try (var connection = fixture.database.asSuperuser();
                var statement = connection.createStatement();
                var tables = connection.createStatement();
                var names = tables.executeQuery("select table_name from information_schema.columns where"
                        + " table_schema = 'entezar' and column_name = 'workspace_id'")) {
            while (names.next()) {
                try (var count = statement.executeQuery("select count(*) from entezar." + names.getString(1)
                        + " where workspace_id = '" + workspace + "'")) {
                    count.next();
                    rows += count.getLong(1);
                }
            }
        }
        return rows;
    }

    @Test
    void nothingIsLeftButACertificateThatTheVerifierTakes() throws Exception {
        fixture.sealedAndSigned(50);
        fixture.send("{'why':'The last one, not sealed yet'}");
        whole.clients.create(fixture.owner, fixture.workspace, "Till", Set.of(Permission.CAMPAIGN_READ));
        fixture.audit.exports().begin(fixture.auditor, fixture.workspace, EvidencePeriod.ALL);
        WorkspaceId other = new WorkspaceId(fixture.ids.next());
        fixture.enter(other, "other-hotel");
        long others = rows(other);
        assertThat(fixture.count(TABLES)).isGreaterThan(20);

        RequestedDeletion requested = ask();
        assertThat(whole.outbox.list(fixture.owner, fixture.workspace))
                .extracting(mail -> mail.recipient().value())
                .containsExactly(WholeWorkspaces.OWNER);
        assertThat(whole.deletions.pending(fixture.owner, fixture.workspace)).isPresent();
        later(29);
        whole.deletions.round();
        assertThat(rows(fixture.workspace)).isGreaterThan(50);
        assertThat(whole.deletions.byTicket(ticket(requested)).orElseThrow().certificate())
                .isEmpty();

        later(31);
        whole.away(true);
        whole.deletions.round();
        assertThat(whole.deletions.byTicket(ticket(requested)).orElseThrow().deletedAt())
                .isEmpty();
        assertThat(whole.deletions.byTicket(ticket(requested)).orElseThrow().certificate())
                .isEmpty();
        whole.away(false);
        whole.deletions.round();

        assertThat(rows(fixture.workspace)).isZero();
        assertThat(rows(other)).isEqualTo(others);
        assertThat(whole.forgotten)
                .contains("organization " + fixture.workspace, "sign-in " + fixture.workspace)
                .anyMatch(gone -> gone.startsWith("client api-"));
        assertCode(() -> fixture.workspaces.get(fixture.owner, fixture.workspace), ErrorCode.WORKSPACE_NOT_FOUND);
        assertThat(fixture.workspaces.all()).containsExactly(other);
        assertThat(fixture.workspaces.byAlias("aria-hotel")).isEmpty();
        assertThat(fixture.count("select count(*) from public_link where workspace_id = '" + fixture.workspace + "'"))
                .isZero();

        Deletion done = whole.deletions.byTicket(ticket(requested)).orElseThrow();
        byte[] certificate = done.certificate().orElseThrow().getBytes(StandardCharsets.UTF_8);
        ProofVerdict verdict = ProofVerification.verify(certificate, Trust.NONE);
        assertThat(verdict.holds()).as(verdict.findings().toString()).isTrue();
        Entry last = Entry.parse(verdict.document().orElseThrow().entry().entry());
        assertThat(last.action()).isEqualTo("workspace.deleted");
        assertThat(last.workspace()).isEqualTo(fixture.workspace.toString());
        assertThat(last.before().orElseThrow().path("responses").asLong()).isEqualTo(51);
        byte[] forged = new String(certificate, StandardCharsets.UTF_8)
                .replace("aria-hotel", "nice-hotel")
                .getBytes(StandardCharsets.UTF_8);
        assertThat(ProofVerification.verify(forged, Trust.NONE).holds()).isFalse();

        // Somebody with a token of before writes once more: the second look takes it away.
        fixture.questionnaires.create(
                fixture.owner,
                fixture.workspace,
                org.entezar.questionnaire.Presets.of(org.entezar.questionnaire.Presets.KANO, "late"));
        assertThat(rows(fixture.workspace)).isPositive();
        later(32);
        whole.deletions.round();
        assertThat(rows(fixture.workspace)).isZero();
    }

    @Test
    void anOwnerCanCancelAndAskAgain() throws Exception {
        RequestedDeletion first = ask();
        assertCode(this::ask, ErrorCode.STATE);
        whole.deletions.cancel(fixture.owner, fixture.workspace);
        assertCode(() -> whole.deletions.cancel(fixture.owner, fixture.workspace), ErrorCode.NOT_FOUND);
        later(60);
        whole.deletions.round();
        assertThat(fixture.workspaces.all()).contains(fixture.workspace);
        assertThat(whole.deletions.byTicket(ticket(first)).orElseThrow().cancelledAt())
                .isPresent();
        RequestedDeletion second = ask();
        assertThat(ticket(second)).isNotEqualTo(ticket(first));
        assertThat(whole.deletions.byTicket("x".repeat(43))).isEmpty();
        assertThat(whole.deletions.byTicket("")).isEmpty();
    }

    @Test
    void aTypedNameAndNoHoldAreNeeded() throws InterruptedException {
        assertCode(
                () -> whole.deletions.request(fixture.owner, fixture.workspace, "arja-hotel", 30), ErrorCode.INVALID);
        assertCode(() -> whole.deletions.request(fixture.owner, fixture.workspace, "aria-hotel", 0), ErrorCode.INVALID);
        Hold hold = fixture.collection.holds().place(fixture.owner, fixture.workspace, Optional.empty(), "A lawsuit");
        assertCode(this::ask, ErrorCode.ON_HOLD);
        fixture.collection.holds().release(fixture.owner, fixture.workspace, hold.id(), "Over");
        ask();
        fixture.collection.holds().place(fixture.owner, fixture.workspace, Optional.empty(), "Another lawsuit");
        later(60);
        whole.deletions.round();
        assertThat(fixture.workspaces.all()).contains(fixture.workspace);
    }

    @Test
    void nobodyElseDeletesAndTheDatabaseRefusesWhatIsNotDue() throws Exception {
        for (Role role : Role.values()) {
            if (role != Role.OWNER) {
                Caller member = Callers.member(fixture.workspace, role);
                assertCode(
                        () -> whole.deletions.request(member, fixture.workspace, "aria-hotel", 30),
                        ErrorCode.FORBIDDEN);
            }
        }
        WorkspaceId other = new WorkspaceId(fixture.ids.next());
        assertCode(
                () -> whole.deletions.request(Callers.owner(other), fixture.workspace, "aria-hotel", 30),
                ErrorCode.WORKSPACE_NOT_FOUND);
        ask();
        assertThatThrownBy(() -> fixture.work.global(handle -> handle.createQuery("select erase_workspace(:id)")
                        .bind("id", fixture.workspace.value())
                        .mapTo(Long.class)
                        .one()))
                .hasMessageContaining("no deletion of this workspace is due");
        assertThat(whole.outbox.list(fixture.owner, fixture.workspace))
                .extracting(OutboxMail::kind)
                .isEqualTo(List.of("deletion"));
    }

    /** What the server's role may do to bring a deletion about, tried by itself. */
    private void asServer(String sql) {
        fixture.work.global(handle -> handle.execute(sql));
    }

    private void assertRefused(String sql, String why) {
        assertThatThrownBy(() -> asServer(sql)).as(sql).hasStackTraceContaining(why);
    }

    @Test
    void theServersRoleCannotMakeADeletionDue() throws Exception {
        fixture.sealedAndSigned(5);
        long rows = rows(fixture.workspace);
        String erase = "select erase_workspace('" + fixture.workspace + "')";
        String forged = "insert into workspace_deletion (ticket, deleted_workspace, alias, name, requested_by,"
                + " requested_at, due_at%s) values ('\\x01', '" + fixture.workspace + "', 'aria-hotel', '{}', 'nobody',"
                + " '2020-01-01T00:00:00Z', '2020-01-02T00:00:00Z'%s)";
        assertRefused(forged.formatted(", entered_at", ", '2020-01-01T00:00:00Z'"), "permission denied");
        assertRefused(forged.formatted(", certificate", ", '{}'"), "permission denied");
        asServer(forged.formatted("", ""));
        asServer("update workspace_deletion set certificate = '{}'");
        assertRefused(erase, "no deletion of this workspace is due");
        for (String column : List.of("due_at", "requested_at", "entered_at")) {
            assertRefused("update workspace_deletion set " + column + " = '2020-01-01'", "permission denied");
        }
        assertRefused("update workspace_deletion set certificate = 'another'", "is not changed");
        assertRefused("delete from workspace_deletion", "permission denied");

        fixture.behindTheBack("update workspace_deletion set entered_at = entered_at - interval '2 days'");
        assertRefused(erase, "has not been ended");
        asServer("update workspace_deletion set cancelled_at = now()");
        assertRefused("update workspace_deletion set cancelled_at = null", "is not changed");
        assertRefused(erase, "no deletion of this workspace is due");
        for (String table : List.of("history_entry", "history_checkpoint", "response_batch", "evidence_key")) {
            assertRefused("delete from " + table, "permission denied");
            assertRefused("truncate " + table, "permission denied");
        }
        assertThat(rows(fixture.workspace)).isEqualTo(rows);
    }

    /** Somebody brought the day forward, and the server's clock believes it: by the database's no day has passed. */
    @Test
    void whatTheDatabaseRefusesToEraseStaysInTheIdentityProviderToo() throws Exception {
        whole.deletions.request(fixture.owner, fixture.workspace, "aria-hotel", 30);
        later(30);
        whole.deletions.round();
        assertThat(rows(fixture.workspace)).isPositive();
        assertThat(whole.forgotten).isEmpty();
        fixture.behindTheBack("update workspace_deletion set entered_at = entered_at - interval '2 days'");
        whole.deletions.round();
        assertThat(rows(fixture.workspace)).isZero();
        assertThat(whole.forgotten).contains("organization " + fixture.workspace);
    }

    @Test
    void theLastCheckpointLiesOutsideBeforeAnythingIsErased() throws Exception {
        Path outside = fixture.folder.resolve("outside").resolve("anchor.jsonl");
        CheckpointPlan plan = new CheckpointPlan(
                Duration.ofHours(1), Duration.ofDays(365), Optional.of(outside), Optional.empty(), Optional.empty());
        try (Audit anchored = fixture.audit(fixture.folder, new Jobs(fixture.work, fixture.ids, 1), plan)) {
            Deletions deletions = whole.deletions(anchored);
            RequestedDeletion asked = ask();
            // A file where the folder should be: the place outside cannot be reached.
            Files.writeString(outside.getParent(), "in the way");
            later(30);
            deletions.round();
            assertThat(rows(fixture.workspace))
                    .as("waits for the place outside")
                    .isPositive();
            Files.delete(outside.getParent());
            Files.createDirectory(outside.getParent());
            deletions.round();
            assertThat(rows(fixture.workspace)).isZero();
            List<String> lines = Files.readAllLines(outside);
            SignedCheckpoint last =
                    SignedCheckpoint.parse(lines.get(lines.size() - 1).getBytes(StandardCharsets.UTF_8));
            byte[] certificate = deletions
                    .byTicket(ticket(asked))
                    .flatMap(Deletion::certificate)
                    .orElseThrow()
                    .getBytes(StandardCharsets.UTF_8);
            ProofVerdict verdict = ProofVerification.verify(certificate, new Trust(List.of(), List.of(last)));
            assertThat(verdict.holds()).as(verdict.findings().toString()).isTrue();
            assertThat(verdict.document().orElseThrow().entry().checkpoint().checkpoint())
                    .isEqualTo(last.checkpoint());
        }
    }
}
