package org.entezar.relationship;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.entezar.fixtures.Problems.assertCode;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.entezar.collection.Campaign;
import org.entezar.collection.ResponseId;
import org.entezar.fixtures.Callers;
import org.entezar.kernel.Caller;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.LocalizedText;
import org.entezar.kernel.Permission;
import org.entezar.kernel.Problem;
import org.entezar.kernel.Role;
import org.entezar.kernel.Violation;
import org.entezar.kernel.WorkspaceId;
import org.entezar.questionnaire.CategoryTree;
import org.entezar.relationship.CaseEntry.Fact;
import org.entezar.workspace.OwnRoleDraft;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The life of a case, who may do what with it, and where its words stand. */
class CasesIT {

    private static final String TITLE = "The porter lost a suitcase";
    private static final String NOTE = "Madam Rostami called twice about the porter";
    private static final String OUTCOME = "The porter found it and we paid the taxi";

    private RelationshipFixture fixture;
    private Cases cases;
    private WorkspaceId here;
    private Caller worker;

    @BeforeEach
    void start() {
        fixture = new RelationshipFixture();
        cases = fixture.cases;
        here = fixture.workspace;
        worker = fixture.frontline;
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    private ServiceCase open() {
        return cases.open(worker, here, NewCase.of(CaseKind.COMPLAINT, Severity.MEDIUM, TITLE));
    }

    private ServiceCase step(CaseId id, CaseStep step) {
        return cases.progress(worker, here, id, step, Cases.ANY_STATE);
    }

    private String history() throws Exception {
        return fixture.read("select entry from history_entry order by sequence");
    }

    private List<String> actions() throws Exception {
        return List.of(fixture.read("select action from history_entry where action like 'case.%' order by sequence")
                .strip()
                .split("\n"));
    }

    @Test
    void livesFromItsOpeningToItsClosingAndMayBeReopened() throws Exception {
        ResponseId response = fixture.send(here, fixture.campaign);
        ServiceCase opened = cases.open(
                worker,
                here,
                new NewCase(
                        CaseKind.COMPLAINT,
                        Severity.HIGH,
                        Optional.of("reliability"),
                        Optional.of(response),
                        "  " + TITLE + " ",
                        Optional.of(worker.subject()),
                        Optional.of(LocalDate.parse("2026-04-02"))));
        assertThat(opened.state()).isEqualTo(CaseState.OPEN);
        assertThat(opened.title()).contains(TITLE);
        assertThat(opened.campaign()).contains(fixture.campaign.id());
        assertThat(opened.assignee()).contains(new Assignee(worker.subject(), "frontline"));
        assertThat(opened.isOverdue(LocalDate.parse("2026-04-02"))).isFalse();
        assertThat(opened.isOverdue(LocalDate.parse("2026-04-03"))).isTrue();
        assertThat(cases.find(worker, here, opened.id()).facts()).isEqualTo(opened);

        assertThat(step(opened.id(), CaseStep.to(CaseState.IN_PROGRESS)).state())
                .isEqualTo(CaseState.IN_PROGRESS);
        cases.note(worker, here, opened.id(), NOTE);
        ServiceCase resolved = step(opened.id(), CaseStep.resolved(OUTCOME));
        assertThat(resolved.outcome()).contains(OUTCOME);
        assertThat(resolved.resolvedAt()).isPresent();
        assertThat(resolved.isOverdue(LocalDate.parse("2026-05-01"))).isFalse();
        ServiceCase closed = step(opened.id(), CaseStep.to(CaseState.CLOSED));
        assertThat(closed.outcome()).contains(OUTCOME);
        assertThat(cases.find(worker, here, opened.id()).facts()).isEqualTo(closed);
        ServiceCase again = step(opened.id(), CaseStep.to(CaseState.OPEN));
        assertThat(again.outcome()).isEmpty();
        assertThat(again.resolvedAt()).isEmpty();

        WorkedCase worked = cases.find(worker, here, opened.id());
        assertThat(worked.facts()).isEqualTo(again);
        assertThat(worked.log())
                .extracting(CaseEntry::kind)
                .containsExactly(
                        CaseEntry.Kind.OPENED,
                        CaseEntry.Kind.CHANGED,
                        CaseEntry.Kind.NOTED,
                        CaseEntry.Kind.RESOLVED,
                        CaseEntry.Kind.CLOSED,
                        CaseEntry.Kind.REOPENED);
        assertThat(worked.log().get(2).words()).contains(NOTE);
        assertThat(worked.log().get(3).words()).contains(OUTCOME);
        assertThat(actions())
                .containsExactly(
                        "case.opened", "case.changed", "case.noted", "case.resolved", "case.closed", "case.reopened");
    }

    @Test
    void onlyTheWayForwardIsOpen() {
        CaseId id = open().id();
        for (CaseState shut : List.of(CaseState.OPEN, CaseState.CLOSED)) {
            assertCode(() -> step(id, CaseStep.to(shut)), ErrorCode.STATE);
        }
        assertThatThrownBy(() -> step(id, CaseStep.to(CaseState.RESOLVED)))
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.violations())
                        .containsExactly(Violation.at("/outcome", ErrorCode.REQUIRED)));
        assertCode(() -> step(id, new CaseStep(CaseState.IN_PROGRESS, Optional.of("Nothing yet"))), ErrorCode.INVALID);
        step(id, CaseStep.resolved("Settled on the spot"));
        assertCode(() -> step(id, CaseStep.to(CaseState.IN_PROGRESS)), ErrorCode.STATE);
        step(id, CaseStep.to(CaseState.CLOSED));
        assertCode(() -> cases.note(worker, here, id, "Too late"), ErrorCode.STATE);
        assertCode(
                () -> cases.change(
                        worker,
                        here,
                        id,
                        new CaseChange(Severity.LOW, Optional.empty(), Optional.empty(), Optional.empty()),
                        Cases.ANY_STATE),
                ErrorCode.STATE);
    }

    @Test
    void allFaultsAreNamedAtTheirPlaces() {
        NewCase wrong = new NewCase(
                CaseKind.RECOVERY,
                Severity.LOW,
                Optional.of("no-such"),
                Optional.of(new ResponseId(fixture.ids.next())),
                " ",
                Optional.of("nobody"),
                Optional.empty());
        assertThatThrownBy(() -> cases.open(worker, here, wrong))
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.violations())
                        .extracting(Violation::pointer)
                        .containsExactly("/title", "/category", "/response", "/assignee"));
        assertCode(
                () -> cases.open(worker, here, NewCase.of(CaseKind.COMPLAINT, Severity.LOW, "x".repeat(201))),
                ErrorCode.INVALID);
        CaseId id = open().id();
        assertCode(() -> cases.note(worker, here, id, " "), ErrorCode.INVALID);
        assertCode(() -> cases.note(worker, here, id, "x".repeat(4_001)), ErrorCode.INVALID);
        assertCode(() -> cases.find(worker, here, new CaseId(fixture.ids.next())), ErrorCode.NOT_FOUND);
        assertCode(() -> cases.list(worker, here, CaseFilter.ALL, Optional.empty(), 0), ErrorCode.MALFORMED_PARAMETER);
    }

    @Test
    void aChangeTellsWhatDiffersAndHoldsOnlyOnTheStateThatItIsBasedOn() throws Exception {
        ServiceCase opened = open();
        CaseChange change = new CaseChange(
                Severity.HIGH,
                Optional.of("empathy"),
                Optional.of(fixture.owner.subject()),
                Optional.of(LocalDate.parse("2026-04-09")));
        ServiceCase changed = cases.change(worker, here, opened.id(), change, opened.etag());
        assertThat(changed.revision()).isEqualTo(2);
        assertThat(cases.find(worker, here, opened.id()).facts()).isEqualTo(changed);
        assertCode(() -> cases.change(worker, here, opened.id(), change, opened.etag()), ErrorCode.STALE);
        assertCode(
                () -> cases.progress(worker, here, opened.id(), CaseStep.to(CaseState.IN_PROGRESS), opened.etag()),
                ErrorCode.STALE);
        assertThat(cases.change(worker, here, opened.id(), change, changed.etag()))
                .as("the same again changes nothing")
                .isEqualTo(changed);

        fixture.categories.replace(
                fixture.owner,
                here,
                new CategoryTree(CategoryTree.SERVICE_QUALITY.categories().subList(0, 1)));
        fixture.people.put(here, List.of());
        ServiceCase lighter = cases.change(
                worker,
                here,
                opened.id(),
                new CaseChange(Severity.LOW, change.category(), change.assignee(), Optional.empty()),
                changed.etag());
        assertThat(lighter.category()).as("what it has may stay").contains("empathy");
        assertThat(lighter.assignee()).contains(new Assignee(fixture.owner.subject(), "owner"));

        List<CaseEntry> log = cases.find(worker, here, opened.id()).log();
        assertThat(log.get(1).differences())
                .containsExactly(
                        new CaseEntry.Difference(Fact.SEVERITY, Optional.of("MEDIUM"), Optional.of("HIGH")),
                        new CaseEntry.Difference(Fact.CATEGORY, Optional.empty(), Optional.of("empathy")),
                        new CaseEntry.Difference(Fact.ASSIGNEE, Optional.empty(), Optional.of("owner")),
                        new CaseEntry.Difference(Fact.DUE, Optional.empty(), Optional.of("2026-04-09")));
        assertThat(actions()).containsExactly("case.opened", "case.changed", "case.changed");
    }

    @Test
    void wordsAreSealedInTheTablesAndInHistory() throws Exception {
        CaseId id = open().id();
        cases.note(worker, here, id, NOTE);
        step(id, CaseStep.resolved(OUTCOME));
        String stored = fixture.read("select c::text from service_case c")
                + fixture.read("select l::text from service_case_log l")
                + history();
        assertThat(stored).doesNotContain("porter").doesNotContain("Rostami").contains("sealed");
        assertThat(cases.list(worker, here, CaseFilter.ALL, Optional.empty(), 10)
                        .cases())
                .singleElement()
                .satisfies(one -> assertThat(one.title()).contains(TITLE));
    }

    @Test
    void erasingDestroysTheKeyAndClosesForGood() throws Exception {
        CaseId id = open().id();
        cases.note(worker, here, id, NOTE);
        assertCode(() -> cases.erase(worker, here, id, "Asked"), ErrorCode.FORBIDDEN);
        assertCode(() -> cases.erase(fixture.owner, here, id, " "), ErrorCode.MALFORMED_PARAMETER);

        ServiceCase erased = cases.erase(fixture.owner, here, id, "She asked for it on 3 April");
        assertThat(erased.isErased()).isTrue();
        assertThat(erased.state()).isEqualTo(CaseState.CLOSED);
        WorkedCase read = cases.find(worker, here, id);
        assertThat(read.facts()).isEqualTo(erased);
        assertThat(read.facts().title()).isEmpty();
        assertThat(read.log()).allSatisfy(entry -> assertThat(entry.words()).isEmpty());
        assertThat(read.log().get(2).kind()).isEqualTo(CaseEntry.Kind.ERASED);
        assertThat(fixture.read("select count(*) from service_case where sealed_key is null")
                        .strip())
                .isEqualTo("1");
        assertThat(actions()).endsWith("case.erased");
        assertThat(history()).contains("She asked for it on 3 April");
        assertCode(() -> cases.erase(fixture.owner, here, id, "Again"), ErrorCode.STATE);
        assertCode(() -> cases.note(worker, here, id, "More"), ErrorCode.STATE);
        assertCode(() -> step(id, CaseStep.to(CaseState.OPEN)), ErrorCode.STATE);
    }

    @Test
    void aHoldKeepsTheWords() {
        CaseId plain = open().id();
        CaseId told = cases.open(
                        worker,
                        here,
                        NewCase.of(CaseKind.COMPLAINT, Severity.LOW, TITLE).from(fixture.send(here, fixture.campaign)))
                .id();
        var hold =
                fixture.collection.holds().place(fixture.owner, here, Optional.of(fixture.campaign.id()), "A lawsuit");
        assertCode(() -> cases.erase(fixture.owner, here, told, "Asked"), ErrorCode.ON_HOLD);
        cases.erase(fixture.owner, here, plain, "Asked");
        fixture.collection.holds().release(fixture.owner, here, hold.id(), "It is over");
        CaseId late = open().id();
        fixture.collection.holds().place(fixture.owner, here, Optional.empty(), "An inquiry");
        assertCode(() -> cases.erase(fixture.owner, here, late, "Asked"), ErrorCode.ON_HOLD);
    }

    @Test
    void listsAreNarrowedAndCutIntoParts() {
        List<CaseId> made = IntStream.range(0, 5)
                .mapToObj(index -> cases.open(
                                worker,
                                here,
                                new NewCase(
                                        CaseKind.RECOVERY,
                                        Severity.LOW,
                                        index % 2 == 0 ? Optional.of("empathy") : Optional.empty(),
                                        Optional.empty(),
                                        "Case " + index,
                                        index == 4 ? Optional.of(worker.subject()) : Optional.empty(),
                                        Optional.empty()))
                        .id())
                .toList();
        step(made.get(0), CaseStep.resolved("Done"));
        CasePage first = cases.list(worker, here, CaseFilter.ALL, Optional.empty(), 3);
        assertThat(ids(first)).containsExactly(made.get(4), made.get(3), made.get(2));
        CasePage second = cases.list(worker, here, CaseFilter.ALL, first.next(), 3);
        assertThat(ids(second)).containsExactly(made.get(1), made.get(0));
        assertThat(second.next()).isEmpty();
        assertThat(ids(list(new CaseFilter(CaseState.WORKED, false, Optional.of("empathy"), Optional.empty()))))
                .containsExactly(made.get(4), made.get(2));
        assertThat(ids(list(new CaseFilter(Set.of(), true, Optional.empty(), Optional.empty()))))
                .containsExactly(made.get(4));
        assertThat(ids(list(new CaseFilter(Set.of(CaseState.RESOLVED), false, Optional.empty(), Optional.empty()))))
                .containsExactly(made.get(0));
        ResponseId response = fixture.send(here, fixture.campaign);
        CaseId from = cases.open(
                        worker,
                        here,
                        NewCase.of(CaseKind.COMPLAINT, Severity.LOW, TITLE).from(response))
                .id();
        assertThat(ids(list(CaseFilter.of(response)))).containsExactly(from);
    }

    private CasePage list(CaseFilter filter) {
        return cases.list(worker, here, filter, Optional.empty(), 10);
    }

    private static List<CaseId> ids(CasePage page) {
        return page.cases().stream().map(ServiceCase::id).toList();
    }

    @Test
    void anotherWorkspaceSeesNothingAndItsResponsesAreUnknown() {
        CaseId id = open().id();
        WorkspaceId there = new WorkspaceId(fixture.ids.next());
        ResponseId foreign = fixture.send(there, fixture.enter(there, "harbour"));
        Caller stranger = Callers.owner(there);
        assertCode(() -> cases.find(stranger, here, id), ErrorCode.WORKSPACE_NOT_FOUND);
        assertCode(() -> cases.find(stranger, there, id), ErrorCode.NOT_FOUND);
        assertCode(() -> cases.note(stranger, there, id, "Mine"), ErrorCode.NOT_FOUND);
        assertCode(() -> cases.erase(stranger, there, id, "Mine"), ErrorCode.NOT_FOUND);
        assertThat(cases.list(stranger, there, CaseFilter.ALL, Optional.empty(), 10)
                        .cases())
                .isEmpty();
        assertCode(
                () -> cases.open(
                        worker,
                        here,
                        NewCase.of(CaseKind.COMPLAINT, Severity.LOW, TITLE).from(foreign)),
                ErrorCode.INVALID);
    }

    @Test
    void everyRoleDoesWhatItMay() {
        CaseId id = open().id();
        for (Role role : Role.values()) {
            Caller caller = Callers.member(here, role);
            assertThat(cases.find(caller, here, id).facts().title())
                    .as(role.key())
                    .isPresent();
            boolean works = role == Role.OWNER || role == Role.ADMINISTRATOR || role == Role.FRONTLINE;
            assertThat(role.permissions().contains(Permission.CASE_WORK)).isEqualTo(works);
            if (works) {
                cases.note(caller, here, id, role.key());
                cases.change(
                        caller,
                        here,
                        id,
                        new CaseChange(
                                Severity.HIGH, Optional.empty(), Optional.of(caller.subject()), Optional.empty()),
                        Cases.ANY_STATE);
            } else {
                assertCode(() -> cases.workers(caller, here), ErrorCode.FORBIDDEN);
                assertCode(() -> cases.note(caller, here, id, role.key()), ErrorCode.FORBIDDEN);
                assertCode(
                        () -> cases.progress(caller, here, id, CaseStep.to(CaseState.IN_PROGRESS), Cases.ANY_STATE),
                        ErrorCode.FORBIDDEN);
                assertCode(
                        () -> cases.open(caller, here, NewCase.of(CaseKind.RECOVERY, Severity.LOW, "No")),
                        ErrorCode.FORBIDDEN);
            }
        }
        assertThat(cases.workers(worker, here))
                .extracting(Assignee::name)
                .containsExactly("administrator", "frontline", "owner");
    }

    /** Own roles take the place of what the built-in role gives. */
    @Test
    void whoMayWorkCasesByARoleOfTheWorkspaceIsOffered() {
        fixture.ownRoles.create(
                fixture.owner,
                here,
                new OwnRoleDraft("desk", LocalizedText.of("en", "Desk"), Set.of(Permission.CASE_WORK)));
        fixture.ownRoles.create(
                fixture.owner,
                here,
                new OwnRoleDraft("reader", LocalizedText.of("en", "Reader"), Set.of(Permission.CAMPAIGN_READ)));
        fixture.ownRoles.hold(
                fixture.owner, here, Callers.member(here, Role.ANALYST).subject(), List.of("desk"));
        fixture.ownRoles.hold(fixture.owner, here, worker.subject(), List.of("reader"));
        assertThat(cases.workers(fixture.owner, here))
                .extracting(Assignee::name)
                .containsExactly("administrator", "analyst", "owner");
    }

    /** Somebody who sees shared campaigns only, as the door makes them. */
    private Caller bound(Role role, Campaign... campaigns) {
        Map<WorkspaceId, Caller.Membership> left = Map.of(
                here,
                new Caller.Membership(
                        "aria-hotel",
                        Set.of(role),
                        Set.of(Permission.WORKSPACE_READ),
                        new Caller.Shared(
                                List.of(campaigns).stream()
                                        .map(campaign -> campaign.id().value())
                                        .collect(java.util.stream.Collectors.toSet()),
                                Set.of(Permission.CASE_READ, Permission.CASE_WORK))));
        return Callers.member(here, role).with(left);
    }

    @Test
    void whoSeesSharedCampaignsOnlySeesTheirCasesAndThoseOfNone() {
        Campaign hidden = fixture.campaign(here);
        Map<String, CaseId> made = new java.util.HashMap<>();
        made.put("none", open().id());
        NewCase plain = NewCase.of(CaseKind.COMPLAINT, Severity.LOW, TITLE);
        made.put(
                "shared",
                cases.open(worker, here, plain.from(fixture.send(here, fixture.campaign)))
                        .id());
        ResponseId secret = fixture.send(here, hidden);
        made.put("hidden", cases.open(worker, here, plain.from(secret)).id());
        Caller analyst = bound(Role.ANALYST, fixture.campaign);
        assertThat(ids(cases.list(analyst, here, CaseFilter.ALL, Optional.empty(), 10)))
                .containsExactlyInAnyOrder(made.get("none"), made.get("shared"));
        assertThat(cases.find(analyst, here, made.get("shared")).facts().title())
                .isPresent();
        assertCode(() -> cases.find(analyst, here, made.get("hidden")), ErrorCode.NOT_FOUND);
        Caller desk = bound(Role.FRONTLINE, fixture.campaign);
        cases.note(desk, here, made.get("shared"), "Seen");
        assertCode(() -> cases.note(desk, here, made.get("hidden"), "Not seen"), ErrorCode.NOT_FOUND);
        assertCode(() -> cases.open(desk, here, plain.from(secret)), ErrorCode.INVALID);
        assertThat(ids(cases.list(bound(Role.ANALYST), here, CaseFilter.ALL, Optional.empty(), 10)))
                .containsExactly(made.get("none"));
    }

    @Test
    void statesLeadWhereTheyLead() {
        Map<CaseState, Set<CaseState>> ways = new EnumMap<>(CaseState.class);
        ways.put(CaseState.OPEN, Set.of(CaseState.IN_PROGRESS, CaseState.RESOLVED));
        ways.put(CaseState.IN_PROGRESS, Set.of(CaseState.RESOLVED));
        ways.put(CaseState.RESOLVED, Set.of(CaseState.CLOSED, CaseState.OPEN));
        ways.put(CaseState.CLOSED, Set.of(CaseState.OPEN));
        for (CaseState from : CaseState.values()) {
            for (CaseState to : CaseState.values()) {
                assertThat(from.leadsTo(to))
                        .as(from + " to " + to)
                        .isEqualTo(ways.get(from).contains(to));
            }
        }
    }
}
