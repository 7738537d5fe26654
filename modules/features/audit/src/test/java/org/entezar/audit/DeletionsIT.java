package org.entezar.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.entezar.collection.Hold;
import org.entezar.evidence.Entry;
import org.entezar.evidence.archive.ProofVerdict;
import org.entezar.evidence.archive.ProofVerification;
import org.entezar.evidence.archive.Trust;
import org.entezar.fixtures.Callers;
import org.entezar.kernel.Caller;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Permission;
import org.entezar.kernel.Problem;
import org.entezar.kernel.Role;
import org.entezar.kernel.WorkspaceId;
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

    private static void assertCode(ThrowingCallable call, ErrorCode code) {
        assertThatThrownBy(call).isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.code())
                .isEqualTo(code));
    }

    private static String ticket(RequestedDeletion requested) {
        String path = requested.link().getPath();
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private void later(int days) {
        fixture.clock.set(AuditFixture.START.plus(Duration.ofDays(days)));
    }

    private RequestedDeletion ask() {
        return whole.deletions.request(fixture.owner, fixture.workspace, "aria-hotel", 30);
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
                .contains("organization " + fixture.workspace)
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
    void aTypedNameAndNoHoldAreNeeded() {
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
}
