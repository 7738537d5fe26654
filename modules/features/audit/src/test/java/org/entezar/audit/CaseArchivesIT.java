package org.entezar.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.entezar.collection.ResponseId;
import org.entezar.fixtures.Callers;
import org.entezar.kernel.Caller;
import org.entezar.kernel.WorkspaceId;
import org.entezar.platform.jobs.Job;
import org.entezar.platform.jobs.JobState;
import org.entezar.relationship.CaseEntry;
import org.entezar.relationship.CaseFilter;
import org.entezar.relationship.CaseId;
import org.entezar.relationship.CaseKind;
import org.entezar.relationship.CaseState;
import org.entezar.relationship.CaseStep;
import org.entezar.relationship.Cases;
import org.entezar.relationship.NewCase;
import org.entezar.relationship.ServiceCase;
import org.entezar.relationship.Severity;
import org.entezar.relationship.WorkedCase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Cases in the archive of a workspace: taken out with their words, sealed anew where they are brought in. */
class CaseArchivesIT {

    private AuditFixture old;
    private AuditFixture other;
    private WholeWorkspaces from;
    private WholeWorkspaces to;

    @BeforeEach
    void start() {
        old = new AuditFixture();
        other = new AuditFixture();
        from = new WholeWorkspaces(old);
        to = new WholeWorkspaces(other);
    }

    @AfterEach
    void stop() {
        from.close();
        to.close();
        old.close();
        other.close();
    }

    private CaseId open(String title, Optional<ResponseId> response) {
        return from.parts
                .cases()
                .open(
                        old.owner,
                        old.workspace,
                        new NewCase(
                                CaseKind.COMPLAINT,
                                Severity.HIGH,
                                Optional.of("tangibles"),
                                response,
                                title,
                                Optional.empty(),
                                Optional.of(LocalDate.of(2026, 4, 1))))
                .id();
    }

    private void step(CaseId id, CaseStep step) {
        from.parts.cases().progress(old.owner, old.workspace, id, step, Cases.ANY_STATE);
    }

    @Test
    void theyArriveWithTheirNotesAndWhereTheyStoodAndWithoutWhatWasErased() throws Exception {
        ResponseId response = old.send("{'why':'It was late'}");
        CaseId closed = open("The bill was wrong", Optional.of(response));
        from.parts.cases().note(old.owner, old.workspace, closed, "Called «Sara» back");
        step(closed, CaseStep.resolved("Paid back"));
        step(closed, CaseStep.to(CaseState.CLOSED));
        CaseId worked = open("The room was cold", Optional.empty());
        step(worked, CaseStep.to(CaseState.IN_PROGRESS));
        CaseId erased = open("Erased in the end", Optional.empty());
        from.parts.cases().erase(old.owner, old.workspace, erased, "asked for");
        CaseId waiting = open("Nobody came", Optional.empty());
        Job written = from.ended(old.owner, old.workspace, from.archives.begin(old.owner, old.workspace));
        byte[] archive;
        try (InputStream content = from.archives
                .take(old.owner, old.workspace, written.id())
                .content()
                .get()) {
            archive = content.readAllBytes();
        }

        WorkspaceId moved = new WorkspaceId(other.ids.next());
        Caller mover = Callers.owner(moved);
        other.enter(moved, "moved-hotel");
        Job brought = to.ended(mover, moved, to.archives.bringIn(mover, moved, new ByteArrayInputStream(archive)));

        assertThat(brought.state()).as(String.valueOf(brought.result())).isEqualTo(JobState.DONE);
        assertThat(brought.result().orElseThrow().path("refused").asLong()).isZero();
        List<ServiceCase> there = to.parts
                .cases()
                .list(mover, moved, CaseFilter.ALL, Optional.empty(), 10)
                .cases();
        assertThat(there)
                .extracting(one -> one.title().orElseThrow(), ServiceCase::state)
                .as("the newest first, as before")
                .containsExactly(
                        tuple("Nobody came", CaseState.OPEN),
                        tuple("The room was cold", CaseState.IN_PROGRESS),
                        tuple("The bill was wrong", CaseState.CLOSED));
        assertThat(there).extracting(ServiceCase::id).doesNotContain(waiting, worked, closed);
        WorkedCase first = to.parts.cases().find(mover, moved, there.get(2).id());
        assertThat(first.facts().response()).contains(response);
        assertThat(first.facts().category()).contains("tangibles");
        assertThat(first.facts().due()).contains(LocalDate.of(2026, 4, 1));
        assertThat(first.facts().outcome()).contains("Paid back");
        assertThat(first.log())
                .filteredOn(entry -> entry.kind() == CaseEntry.Kind.NOTED)
                .extracting(CaseEntry::words)
                .containsExactly(Optional.of("Called «Sara» back"));
        assertThat(other.count("select count(*) from history_entry where entry like '%Sara%'"))
                .isZero();
        assertThat(cases(archive))
                .contains("The bill was wrong", "Called «Sara» back", erased.toString())
                .doesNotContain("Erased in the end");
    }

    private static String cases(byte[] archive) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            ZipEntry entry = zip.getNextEntry();
            while (!entry.getName().equals("cases.ndjson")) {
                entry = zip.getNextEntry();
            }
            return new String(zip.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
