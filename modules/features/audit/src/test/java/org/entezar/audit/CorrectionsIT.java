package org.entezar.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.entezar.fixtures.Problems.assertCode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.entezar.collection.NewResponse;
import org.entezar.collection.PersonRights;
import org.entezar.collection.ResponseFilter;
import org.entezar.collection.ResponseId;
import org.entezar.collection.ResponseMark;
import org.entezar.collection.ResponseSelection;
import org.entezar.collection.StoredResponse;
import org.entezar.evidence.archive.Finding.Code;
import org.entezar.evidence.archive.Verdict;
import org.entezar.fixtures.Callers;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Problem;
import org.entezar.kernel.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A correction counts in place of what it corrects; both stay, are seen for what they are, and are proved. */
class CorrectionsIT {

    private static final String PERSON = "guest-17";
    private static final Duration DAY = Duration.ofDays(1);

    private AuditFixture fixture;
    private PersonRights rights;

    @BeforeEach
    void start() {
        fixture = new AuditFixture();
        rights = fixture.collection.personRights();
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    private ResponseId send(int spent) {
        return fixture.collection
                .responses()
                .submit(
                        fixture.owner,
                        fixture.workspace,
                        fixture.campaign.id(),
                        new NewResponse(
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.of("en"),
                                        Map.of("segment", "family"),
                                        Map.of("spent", IntNode.valueOf(spent), "why", TextNode.valueOf("Too dear")))
                                .by(PERSON))
                .id();
    }

    private ResponseId correct(ResponseId id, int spent) {
        return rights.correct(fixture.owner, fixture.workspace, id, spent(spent), "Typed wrongly");
    }

    private static Map<String, JsonNode> spent(int spent) {
        return Map.of("spent", IntNode.valueOf(spent));
    }

    private List<StoredResponse> list(ResponseFilter filter) {
        return fixture.collection
                .responses()
                .list(fixture.owner, fixture.workspace, fixture.campaign.id(), filter, Optional.empty(), 100)
                .responses();
    }

    @Test
    void aCorrectionCountsInPlaceOfWhatItCorrectsAndBothAreSeen() {
        ResponseId wrong = send(70);
        ResponseId other = send(8);
        fixture.clock.set(AuditFixture.START.plus(DAY.multipliedBy(2)));

        ResponseId right = correct(wrong, 7);

        assertThat(list(ResponseFilter.COUNTED)).extracting(StoredResponse::id).containsExactlyInAnyOrder(other, right);
        assertThat(list(ResponseFilter.SUPERSEDED)).singleElement().satisfies(one -> {
            assertThat(one.id()).isEqualTo(wrong);
            assertThat(one.marks()).containsExactly(ResponseMark.SUPERSEDED);
            assertThat(one.supersededBy()).contains(right);
            assertThat(one.withdrawnAt()).contains(AuditFixture.START.plus(DAY.multipliedBy(2)));
        });
        assertThat(list(ResponseFilter.CORRECTION)).singleElement().satisfies(one -> {
            assertThat(one.marks()).containsExactly(ResponseMark.LATE, ResponseMark.CORRECTION);
            assertThat(one.supersedes()).contains(wrong);
            assertThat(one.submittedAt()).isEqualTo(AuditFixture.START);
            assertThat(one.context()).containsEntry("segment", "family");
            assertThat(one.language()).contains("en");
        });
        assertThat(list(ResponseFilter.LATE)).extracting(StoredResponse::id).containsExactly(right);
        assertThat(list(ResponseFilter.UNDONE)).isEmpty();
        assertThat(list(ResponseFilter.ALL)).hasSize(3);
        assertThat(fixture.collection.persons().find(fixture.owner, fixture.workspace, PERSON))
                .as("whose response was corrected, that is whose the correction is")
                .hasSize(3);
        assertThat(vectors(Optional.of(AuditFixture.START.plus(DAY)))).isEqualTo(2);
        assertThat(vectors(Optional.empty())).isEqualTo(2);
    }

    private long vectors(Optional<java.time.Instant> asOf) {
        return fixture.collection
                .responses()
                .vectors(
                        fixture.owner,
                        fixture.workspace,
                        fixture.campaign.id(),
                        new ResponseSelection(Optional.empty(), Optional.empty(), Optional.empty(), asOf),
                        (codes, from, length, submitted) -> {});
    }

    @Test
    void bothAreProvedAndTheReceiptsTellWhichCounts() throws Exception {
        ResponseId wrong = send(70);
        fixture.clock.set(AuditFixture.START.plus(DAY));
        ResponseId right = correct(wrong, 7);
        fixture.seal();
        fixture.audit.checkpoints().take(fixture.owner, fixture.workspace);

        ResponseReceipt before = fixture.audit.proofs().response(fixture.auditor, fixture.workspace, wrong);
        ResponseReceipt after = fixture.audit.proofs().response(fixture.auditor, fixture.workspace, right);
        assertThat(before.marks()).containsExactly(ResponseMark.SUPERSEDED);
        assertThat(before.supersededBy()).contains(right);
        assertThat(after.supersedes()).contains(wrong);
        assertThat(List.of(before, after)).allSatisfy(receipt -> assertThat(receipt.proof())
                .hasValueSatisfying(proof -> assertThat(proof.holds()).isTrue()));
        Verdict verdict = Archives.verify(Archives.export(fixture, EvidencePeriod.ALL));
        assertThat(Archives.faults(verdict)).isEmpty();
        assertThat(verdict.responses()).isEqualTo(2);
        assertThat(fixture.collection
                        .sealedResponses()
                        .compareVectors(fixture.owner, fixture.workspace, 10)
                        .count())
                .isZero();
        HistoryEntry entry = fixture.audit
                .history()
                .entries(
                        fixture.auditor,
                        fixture.workspace,
                        new HistoryFilter(
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of("response.corrected"),
                                Optional.empty(),
                                Optional.of(fixture.campaign.id()),
                                false),
                        Optional.empty(),
                        10)
                .entries()
                .get(0);
        assertThat(entry.entry().reason()).hasValue("Typed wrongly");
        assertThat(entry.entry().subject()).isEqualTo("response/" + wrong);
    }

    @Test
    void whoTampersWithCorrectionsIsFound() throws Exception {
        ResponseId wrong = send(70);
        ResponseId innocent = send(9);
        fixture.clock.set(AuditFixture.START.plus(DAY));
        ResponseId right = correct(wrong, 7);
        fixture.seal();
        fixture.audit.checkpoints().take(fixture.owner, fixture.workspace);

        fixture.behindTheBack("update response set withdrawn_at = null where id = '" + wrong + "'");
        assertThat(found()).containsExactly(Code.RESPONSE_NOT_SUPERSEDED);
        fixture.behindTheBack("update response set withdrawn_at = now() where id = '" + wrong + "'");
        assertThat(found()).containsExactly(Code.RESPONSE_WITHDRAWN);
        fixture.behindTheBack("update response set withdrawn_at = '2026-03-22T08:00:00Z' where id = '" + wrong + "'");
        assertThat(found()).isEmpty();
        fixture.behindTheBack("update response set withdrawn_at = now() where id = '" + innocent + "'");
        assertThat(found()).containsExactly(Code.RESPONSE_WITHDRAWN);
        fixture.behindTheBack("update response set withdrawn_at = null where id = '" + innocent + "'");
        fixture.behindTheBack("update response set supersedes = null where id = '" + right + "'");
        assertThat(found()).containsExactly(Code.RESPONSE_ALTERED);
        fixture.behindTheBack("update response set supersedes = '" + innocent + "' where id = '" + right + "'");
        assertThat(found()).contains(Code.RESPONSE_ALTERED, Code.RESPONSE_CORRECTION);
    }

    private List<Code> found() throws Exception {
        return Archives.faults(Archives.verify(Archives.export(fixture, EvidencePeriod.ALL)));
    }

    @Test
    void aCorrectionIsRefusedWhereItWouldCorrectNothing() {
        ResponseId wrong = send(70);
        ResponseId right = correct(wrong, 7);
        assertCode(() -> correct(wrong, 8), ErrorCode.STATE);
        assertCode(() -> correct(new ResponseId(fixture.ids.next()), 8), ErrorCode.NOT_FOUND);
        assertThatThrownBy(() -> rights.correct(
                        fixture.owner, fixture.workspace, right, Map.of("spent", TextNode.valueOf("much")), "x"))
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.violations())
                        .singleElement()
                        .satisfies(fault -> assertThat(fault.pointer()).startsWith("/answers/spent")));
        assertCode(
                () -> rights.correct(fixture.owner, fixture.workspace, right, spent(8), " "),
                ErrorCode.MALFORMED_PARAMETER);
        for (Role role : List.of(Role.ADMINISTRATOR, Role.ANALYST, Role.FRONTLINE, Role.AUDITOR)) {
            assertCode(
                    () -> rights.correct(
                            Callers.member(fixture.workspace, role), fixture.workspace, right, spent(8), "x"),
                    ErrorCode.FORBIDDEN);
        }
        assertThat(list(ResponseFilter.COUNTED)).extracting(StoredResponse::id).containsExactly(right);
    }

    @Test
    void ofManyCorrectionsAtOnceOneCountsAndACorrectionCanBeCorrected() throws Exception {
        ResponseId wrong = send(70);
        List<ResponseId> corrections = new CopyOnWriteArrayList<>();
        List<ErrorCode> refused = new CopyOnWriteArrayList<>();
        ExecutorService many = Executors.newFixedThreadPool(8);
        for (int i = 0; i < 8; i++) {
            int spent = i;
            many.execute(() -> {
                try {
                    corrections.add(correct(wrong, spent));
                } catch (Problem problem) {
                    refused.add(problem.code());
                }
            });
        }
        many.shutdown();
        assertThat(many.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
        assertThat(corrections).hasSize(1);
        assertThat(refused).hasSize(7).containsOnly(ErrorCode.STATE);
        ResponseId named = corrections.get(0);
        ResponseId last = correct(named, 6);
        assertThat(list(ResponseFilter.COUNTED)).extracting(StoredResponse::id).containsExactly(last);
        assertThat(list(ResponseFilter.SUPERSEDED))
                .extracting(StoredResponse::id)
                .containsExactlyInAnyOrder(wrong, named);
        assertThat(fixture.count("select count(*) from history_entry where action = 'response.corrected'"))
                .isEqualTo(2);
        fixture.seal();
        assertThat(found()).isEmpty();
    }

    @Test
    void whatWasErasedWholeIsMarkedSoOnItsReceipt() {
        ResponseId gone = send(7);
        rights.eraseWhole(fixture.owner, fixture.workspace, PERSON, "Asked for it");
        assertThat(fixture.audit
                        .proofs()
                        .response(fixture.auditor, fixture.workspace, gone)
                        .marks())
                .containsExactly(ResponseMark.ERASED);
    }
}
