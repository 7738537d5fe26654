package org.entezar.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.entezar.collection.PersonalKeys;
import org.entezar.questionnaire.Categories;
import org.entezar.relationship.CaseKind;
import org.entezar.relationship.CaseStep;
import org.entezar.relationship.Cases;
import org.entezar.relationship.NewCase;
import org.entezar.relationship.ServiceCase;
import org.entezar.relationship.Severity;
import org.entezar.workspace.Members;
import org.entezar.workspace.OwnRoleDoor;
import org.entezar.workspace.OwnRoles;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Cases in history: their words are sealed there too, and to erase them touches no proof. */
class CaseWordsIT {

    private AuditFixture fixture;
    private Cases cases;

    @BeforeEach
    void start() {
        fixture = new AuditFixture();
        cases = new Cases(
                fixture.work,
                new Members(fixture.work, AuditFixture.nobody()),
                new OwnRoles(fixture.work, AuditFixture.nobody(), new OwnRoleDoor(fixture.work)),
                new Categories(fixture.work),
                fixture.collection,
                new PersonalKeys(new byte[PersonalKeys.KEY_BYTES]),
                fixture.ids);
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    private ServiceCase resolved() {
        ServiceCase opened = cases.open(
                fixture.owner,
                fixture.workspace,
                NewCase.of(CaseKind.COMPLAINT, Severity.HIGH, "The porter shouted at Sara"));
        cases.note(fixture.owner, fixture.workspace, opened.id(), "Sara was called back");
        return cases.progress(
                fixture.owner,
                fixture.workspace,
                opened.id(),
                CaseStep.resolved("The porter said sorry to Sara"),
                Cases.ANY_STATE);
    }

    private List<HistoryEntry> entries(String subject) {
        return fixture.audit
                .history()
                .entries(
                        fixture.auditor,
                        fixture.workspace,
                        new HistoryFilter(
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of(subject),
                                Optional.empty(),
                                false),
                        Optional.empty(),
                        100)
                .entries();
    }

    @Test
    void anErasedCaseLeavesEveryProofValid() throws Exception {
        ServiceCase told = resolved();
        fixture.audit.checkpoints().take(fixture.owner, fixture.workspace);
        cases.erase(fixture.owner, fixture.workspace, told.id(), "She asked for it on 3 April");
        fixture.audit.checkpoints().take(fixture.owner, fixture.workspace);

        assertThat(entries("case/" + told.id()))
                .extracting(entry -> entry.entry().action())
                .containsExactlyInAnyOrder("case.opened", "case.noted", "case.resolved", "case.erased");
        assertThat(entries("case/" + told.id()))
                .allSatisfy(entry -> assertThat(entry.text()).doesNotContain("porter", "Sara"))
                .allSatisfy(entry -> assertThat(fixture.audit
                                .proofs()
                                .entry(
                                        fixture.auditor,
                                        fixture.workspace,
                                        entry.entry().sequence())
                                .entry())
                        .isEqualTo(entry.text()));
        assertThat(Archives.faults(Archives.verify(Archives.export(fixture, EvidencePeriod.ALL))))
                .isEmpty();
    }

    @Test
    void whatWasOpenedAndResolvedIsLaidUnderSatisfactionWithoutItsWords() {
        ServiceCase told = resolved();
        List<HistoryEntry> milestones = fixture.audit
                .history()
                .milestones(
                        fixture.auditor,
                        fixture.workspace,
                        AuditFixture.START.minusSeconds(60),
                        AuditFixture.START.plusSeconds(60));
        assertThat(milestones)
                .filteredOn(entry -> entry.entry().subject().equals("case/" + told.id()))
                .extracting(entry -> entry.entry().action())
                .containsExactly("case.opened", "case.resolved");
        assertThat(milestones).allSatisfy(entry -> assertThat(entry.text()).doesNotContain("porter", "Sara"));
    }
}
