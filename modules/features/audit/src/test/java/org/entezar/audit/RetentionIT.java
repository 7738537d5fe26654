package org.entezar.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entezar.fixtures.Problems.assertCode;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.entezar.collection.Hold;
import org.entezar.collection.Holds;
import org.entezar.collection.NewResponse;
import org.entezar.collection.ResponseId;
import org.entezar.collection.Retention;
import org.entezar.collection.RetentionForecast;
import org.entezar.collection.RetentionRules;
import org.entezar.evidence.archive.Finding;
import org.entezar.fixtures.Callers;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Role;
import org.entezar.kernel.WorkspaceId;
import org.entezar.platform.jobs.Job;
import org.entezar.platform.jobs.JobState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is too old is erased by a job, holds keep it, and every proof stays valid. */
class RetentionIT {

    private static final Optional<Integer> NEVER = Optional.empty();

    private AuditFixture fixture;
    private Retention retention;
    private Holds holds;

    @BeforeEach
    void start() {
        fixture = new AuditFixture();
        retention = fixture.collection.retention();
        holds = fixture.collection.holds();
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    private Job ended(Job job) throws InterruptedException {
        Instant deadline = Instant.now().plus(Duration.ofSeconds(60));
        while (true) {
            Job now = fixture.jobs.get(fixture.owner, fixture.workspace, job.id());
            if (now.state().isEnd()) {
                return now;
            }
            assertThat(Instant.now()).isBefore(deadline);
            Thread.sleep(50);
        }
    }

    private void later(int days) {
        fixture.clock.set(AuditFixture.START.plus(Duration.ofDays(days)));
    }

    private RetentionRules rules(Optional<Integer> responses, Optional<Integer> words) {
        return retention.set(fixture.owner, fixture.workspace, new RetentionRules(responses, words));
    }

    private long stored() {
        return fixture.collection
                .responses()
                .list(fixture.owner, fixture.workspace, fixture.campaign.id(), Optional.empty(), 1_000)
                .responses()
                .size();
    }

    @Test
    void wordsGoFirstThenResponsesAndTheWholeHistoryStillHolds() throws Exception {
        List<ResponseId> old = fixture.sealedAndSigned(600);
        later(70);
        ResponseId young = fixture.send("{'why':'Still here','spent':3}");
        fixture.seal();

        rules(Optional.of(12), Optional.of(1));
        RetentionForecast forecast = retention.forecast(fixture.owner, fixture.workspace);
        assertThat(forecast.words()).isEqualTo(600);
        assertThat(forecast.responses()).isZero();
        assertThat(stored()).isEqualTo(601);

        Job words = ended(retention.run(fixture.owner, fixture.workspace));
        assertThat(words.state()).isEqualTo(JobState.DONE);
        assertThat(words.result().orElseThrow().get("words").asLong()).isEqualTo(600);
        assertThat(fixture.count("select count(*) from response_key where sealed_key is not null"))
                .isEqualTo(1);
        assertThat(stored()).isEqualTo(601);
        assertThat(Archives.faults(Archives.verify(Archives.export(fixture, EvidencePeriod.ALL))))
                .isEmpty();

        later(400);
        Job responses = ended(retention.run(fixture.owner, fixture.workspace));
        assertThat(responses.result().orElseThrow().get("responses").asLong()).isEqualTo(600);
        assertThat(stored()).isEqualTo(1);
        assertThat(fixture.count("select count(*) from response where answers::text <> '{}'"))
                .isEqualTo(1);
        assertThat(fixture.count("select count(*) from response_vector")).isEqualTo(1);
        assertThat(Archives.faults(Archives.verify(Archives.export(fixture, EvidencePeriod.ALL))))
                .isEmpty();
        assertThat(fixture.collection
                        .sealedResponses()
                        .compareVectors(fixture.owner, fixture.workspace, 10)
                        .count())
                .isZero();
        assertThat(fixture.audit
                        .proofs()
                        .response(fixture.auditor, fixture.workspace, old.get(0))
                        .proof())
                .hasValueSatisfying(proof -> assertThat(proof.holds()).isTrue());
        // Nobody hands in another under an erased id.
        assertCode(
                () -> fixture.collection
                        .responses()
                        .submit(
                                fixture.owner,
                                fixture.workspace,
                                fixture.campaign.id(),
                                new NewResponse(
                                        Optional.of(old.get(0)),
                                        Optional.empty(),
                                        Optional.empty(),
                                        java.util.Map.of(),
                                        java.util.Map.of(
                                                "spent", com.fasterxml.jackson.databind.node.IntNode.valueOf(1)))),
                ErrorCode.RESPONSE_DIFFERS);
        assertThat(young).isNotIn(old);
    }

    @Test
    void aTheftIsNoErasure() throws Exception {
        List<ResponseId> all = fixture.sealedAndSigned(5);
        fixture.behindTheBack("delete from response_vector where response_id = '" + all.get(2) + "'");
        fixture.behindTheBack(
                "update response set answers = '{}', erased_at = received_at where id = '" + all.get(2) + "'");
        assertThat(Archives.faults(Archives.verify(Archives.export(fixture, EvidencePeriod.ALL))))
                .contains(Finding.Code.RESPONSE_MISSING);
    }

    @Test
    void aHoldKeepsEverythingThatItCoversUntilItIsReleased() throws Exception {
        fixture.sealedAndSigned(10);
        later(400);
        rules(Optional.of(6), NEVER);
        Hold hold = holds.place(
                fixture.owner, fixture.workspace, Optional.of(fixture.campaign.id()), "Case 17 before the court");
        RetentionForecast forecast = retention.forecast(fixture.owner, fixture.workspace);
        assertThat(forecast.isEmpty()).isTrue();
        assertThat(forecast.held()).isEqualTo(10);
        ended(retention.run(fixture.owner, fixture.workspace));
        assertThat(stored()).isEqualTo(10);
        ResponseId one = fixture.send("{'why':'Words that the court wants'}");
        assertCode(
                () -> fixture.collection.persons().erase(fixture.owner, fixture.workspace, one, "asked"),
                ErrorCode.ON_HOLD);
        assertCode(() -> holds.requireNone(fixture.owner, fixture.workspace), ErrorCode.ON_HOLD);

        holds.release(fixture.owner, fixture.workspace, hold.id(), "The court has decided");
        assertCode(() -> holds.release(fixture.owner, fixture.workspace, hold.id(), "again"), ErrorCode.STATE);
        ended(retention.run(fixture.owner, fixture.workspace));
        assertThat(stored()).isEqualTo(1);
        assertThat(holds.list(fixture.owner, fixture.workspace))
                .singleElement()
                .satisfies(ended -> assertThat(ended.stands()).isFalse());
    }

    @Test
    void whatNeedsRulesIsOnlyBegunWhenSomethingIsDue() throws Exception {
        fixture.sealedAndSigned(3);
        RetentionForecast other =
                retention.forecast(fixture.owner, fixture.workspace, new RetentionRules(Optional.of(1), NEVER));
        assertThat(other.isEmpty()).isTrue();
        assertThat(retention.runs(fixture.owner, fixture.workspace)).isEmpty();
        assertCode(() -> rules(Optional.of(0), NEVER), ErrorCode.INVALID);
        assertCode(() -> rules(NEVER, Optional.of(601)), ErrorCode.INVALID);
        assertThat(retention.rules(fixture.owner, fixture.workspace)).isEqualTo(RetentionRules.NONE);
    }

    @Test
    void onlyOwnersDecideAndOnlyInTheirOwnWorkspace() {
        WorkspaceId other = new WorkspaceId(fixture.ids.next());
        fixture.enter(other, "other-hotel");
        for (Role role : Role.values()) {
            if (role != Role.OWNER) {
                var member = Callers.member(fixture.workspace, role);
                assertCode(() -> retention.rules(member, fixture.workspace), ErrorCode.FORBIDDEN);
                assertCode(() -> holds.place(member, fixture.workspace, Optional.empty(), "x"), ErrorCode.FORBIDDEN);
            }
        }
        var stranger = Callers.owner(other);
        assertCode(() -> retention.forecast(stranger, fixture.workspace), ErrorCode.WORKSPACE_NOT_FOUND);
        Hold hold = holds.place(fixture.owner, fixture.workspace, Optional.empty(), "Held here");
        assertThat(holds.list(stranger, other)).isEmpty();
        assertCode(() -> holds.release(stranger, other, hold.id(), "mine?"), ErrorCode.NOT_FOUND);
        assertCode(
                () -> holds.place(stranger, other, Optional.of(fixture.campaign.id()), "theirs?"), ErrorCode.NOT_FOUND);
    }
}
