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

    /** The archive does not hold what figures are read from; the check compares it with what the archive does hold. */
    @Test
    void whatFiguresWouldCountOtherwiseThanItWasAnsweredIsNamed() throws Exception {
        List<ResponseId> sent = fixture.sealedAndSigned(40);
        assertThat(fixture.behindTheBack("update response_vector set codes = set_byte(codes, 0, 1 + get_byte(codes, 0))"
                        + " where response_id = '" + sent.get(1) + "'"))
                .isOne();
        String where = " where response_id = '";
        fixture.behindTheBack("update response_vector set segment = 's9'" + where + sent.get(2) + "'");
        fixture.behindTheBack("update response_vector set submitted_ms = submitted_ms + 1" + where + sent.get(3) + "'");
        fixture.behindTheBack("update response_vector set received_ms = received_ms - 1" + where + sent.get(4) + "'");
        fixture.behindTheBack("update response_vector set withdrawn_ms = 1" + where + sent.get(5) + "'");
        fixture.behindTheBack("update response_vector set campaign_id = gen_random_uuid()" + where + sent.get(6) + "'");
        fixture.behindTheBack("delete from response_vector" + where + sent.get(7) + "'");
        fixture.behindTheBack("insert into response_vector select workspace_id, campaign_id, submitted_ms,"
                + " gen_random_uuid(), received_ms, withdrawn_ms, segment, site, codes from response_vector" + where
                + sent.get(8) + "'");
        fixture.behindTheBack("insert into response_vector select workspace_id, campaign_id, submitted_ms + 5,"
                + " response_id, received_ms, withdrawn_ms, segment, site, codes from response_vector" + where
                + sent.get(9) + "'");
        Verdict verdict = checked();
        assertThat(verdict.faults()).isEqualTo(9);
        assertThat(named(verdict, Finding.Code.VECTOR_ALTERED))
                .containsExactlyInAnyOrder(
                        sent.get(1), sent.get(2), sent.get(3), sent.get(4), sent.get(5), sent.get(6), sent.get(9));
        assertThat(named(verdict, Finding.Code.VECTOR_MISSING)).containsExactly(sent.get(7));
        assertThat(named(verdict, Finding.Code.VECTOR_UNKNOWN)).hasSize(1).doesNotContainAnyElementsOf(sent);
        fixture.collection.responses().rebuild(fixture.owner, fixture.workspace, fixture.campaign.id());
        fixture.behindTheBack("delete from response_vector where campaign_id <> '" + fixture.campaign.id() + "'");
        assertThat(checked().holds()).isTrue();
    }

    private static List<ResponseId> named(Verdict verdict, Finding.Code code) {
        return verdict.findings().stream()
                .filter(finding -> finding.code() == code)
                .map(finding -> ResponseId.parse(finding.arguments().get(0).toString()))
                .toList();
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
