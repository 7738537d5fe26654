package org.entezar.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

/** What auditors see, and who may look. */
class TimelineIT {

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
}
