package org.entezar.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.entezar.collection.ResponseId;
import org.entezar.evidence.archive.Finding;
import org.entezar.evidence.archive.ProofVerdict;
import org.entezar.evidence.archive.ProofVerification;
import org.entezar.evidence.archive.Trust;
import org.entezar.evidence.archive.Verdict;
import org.entezar.fixtures.Callers;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Problem;
import org.entezar.kernel.Role;
import org.entezar.kernel.WorkspaceId;
import org.entezar.platform.jobs.Job;
import org.entezar.platform.jobs.JobId;
import org.entezar.platform.jobs.JobState;
import org.entezar.platform.jobs.Jobs;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the server says of its own history, how far long work is, and proofs as files. */
class HistoryChecksIT {

    private AuditFixture fixture;

    @BeforeEach
    void start() {
        fixture = new AuditFixture();
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    private List<Job> followed(JobId job) throws InterruptedException {
        List<Job> steps = new ArrayList<>();
        CountDownLatch ended = new CountDownLatch(1);
        try (Jobs.Subscription following = fixture.jobs.follow(fixture.auditor, fixture.workspace, job, now -> {
            synchronized (steps) {
                steps.add(now);
            }
            if (now.state().isEnd()) {
                ended.countDown();
            }
        })) {
            assertThat(ended.await(60, TimeUnit.SECONDS)).as("%s", following).isTrue();
        }
        synchronized (steps) {
            return List.copyOf(steps);
        }
    }

    private Verdict checked() throws InterruptedException {
        HistoryCheck check = fixture.audit.checks().begin(fixture.auditor, fixture.workspace);
        List<Job> steps = followed(check.job().id());
        Job end = steps.get(steps.size() - 1);
        assertThat(end.state()).isEqualTo(JobState.DONE);
        assertThat(end.total()).isPositive();
        assertThat(end.done()).isEqualTo(end.total());
        return fixture.audit
                .checks()
                .latest(fixture.auditor, fixture.workspace)
                .flatMap(HistoryCheck::verdict)
                .orElseThrow();
    }

    @Test
    void aSoundHistoryIsSaidToHoldAndTheCheckIsAnEntry() throws InterruptedException {
        fixture.sealedAndSigned(40);
        Verdict verdict = checked();
        assertThat(verdict.holds()).isTrue();
        assertThat(verdict.responses()).isEqualTo(40);
        HistoryFilter checks = new HistoryFilter(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of("check/"),
                Optional.empty(),
                true);
        List<HistoryEntry> entries = fixture.audit
                .history()
                .entries(fixture.auditor, fixture.workspace, checks, Optional.empty(), 10)
                .entries();
        assertThat(entries)
                .extracting(entry -> entry.entry().action())
                .containsExactly("history.check-requested", "history.checked");
        assertThat(entries.get(0).entry().actor().subject()).isEqualTo(fixture.auditor.subject());
        assertThat(entries.get(1).entry().after().orElseThrow().get("holds").asBoolean())
                .isTrue();
    }

    @Test
    void theEntryAndTheResponseThatWereAlteredAreNamed() throws Exception {
        ResponseId touched = fixture.sealedAndSigned(20).get(7);
        fixture.behindTheBack("update history_entry set entry = replace(entry, 'Spring', 'Winter')"
                + " where action = 'campaign.created'");
        long entry = fixture.count("select sequence from history_entry where action = 'campaign.created'");
        fixture.behindTheBack(
                "update response set answers = jsonb_set(answers, '{why}', '\"better\"') where id = '" + touched + "'");
        Verdict verdict = checked();
        assertThat(verdict.holds()).isFalse();
        assertThat(verdict.findings())
                .anyMatch(finding -> finding.code() == Finding.Code.ENTRY_ALTERED
                        && finding.arguments().get(0).equals(Long.toString(entry)))
                .anyMatch(finding -> finding.code() == Finding.Code.RESPONSE_ALTERED
                        && finding.arguments().contains(touched.toString()));
        assertThat(verdict.lines(java.util.Locale.ENGLISH))
                .contains("✗ Entry " + entry + " was altered: its text is not" + " what was written.");
    }

    @Test
    void anExportTellsHowFarItIs() throws Exception {
        fixture.sealedAndSigned(60);
        Job job = fixture.audit.exports().begin(fixture.auditor, fixture.workspace, EvidencePeriod.ALL);
        List<Job> steps = followed(job.id());
        Job end = steps.get(steps.size() - 1);
        long entries = fixture.count("select count(*) from history_entry");
        assertThat(end.total()).isBetween(60 + entries - 1, 60 + entries);
        assertThat(end.done()).isEqualTo(end.total());
        assertThat(steps).extracting(Job::done).isSorted();
    }

    @Test
    void onlyThoseWhoReadHistoryHaveItChecked() {
        for (Role role : List.of(Role.ADMINISTRATOR, Role.ANALYST, Role.FRONTLINE)) {
            assertThatThrownBy(() ->
                            fixture.audit.checks().begin(Callers.member(fixture.workspace, role), fixture.workspace))
                    .isInstanceOfSatisfying(
                            Problem.class, problem -> assertThat(problem.code()).isEqualTo(ErrorCode.FORBIDDEN));
        }
        WorkspaceId other = new WorkspaceId(fixture.ids.next());
        assertThatThrownBy(() -> fixture.audit.checks().list(Callers.member(other, Role.AUDITOR), fixture.workspace))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(ErrorCode.WORKSPACE_NOT_FOUND));
    }

    @Test
    void proofsAreFilesThatTheVerifierTakes() {
        ResponseId sent = fixture.sealedAndSigned(9).get(3);
        Proofs proofs = fixture.audit.proofs();
        Trust trust = new Trust(
                List.of(fixture.audit
                        .checkpoints()
                        .keys(fixture.auditor, fixture.workspace)
                        .get(0)
                        .key()),
                List.of());
        String entry = proofs.document(fixture.auditor, fixture.workspace, 2).text();
        String response = proofs.document(proofs.response(fixture.auditor, fixture.workspace, sent))
                .orElseThrow()
                .text();
        for (String text : List.of(entry, response)) {
            assertThat(verify(text, trust).holds()).isTrue();
        }
        assertThat(verify(response, trust).lines(java.util.Locale.ENGLISH))
                .anyMatch(line -> line.contains(sent.toString()));
        String other = proofs.document(proofs.response(
                        fixture.auditor,
                        fixture.workspace,
                        fixture.sealedAndSigned(1).get(0)))
                .orElseThrow()
                .text();
        assertThat(verify(response.replaceAll("\"index\":\\d+", "\"index\":8"), trust)
                        .holds())
                .isFalse();
        assertThat(verify(other.replaceAll("\"leaf\":\"[0-9a-f]{8}", "\"leaf\":\"00000000"), trust)
                        .holds())
                .isFalse();
    }

    private static ProofVerdict verify(String text, Trust trust) {
        return ProofVerification.verify(text.getBytes(StandardCharsets.UTF_8), trust);
    }
}
