package org.entezar.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.entezar.insight.InsightMethod.SERVQUAL;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.entezar.fixtures.Callers;
import org.entezar.insight.SideBySide.Level;
import org.entezar.kernel.Caller;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Problem;
import org.entezar.kernel.Role;
import org.entezar.kernel.WorkspaceId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two selections beside each other: the figures of both, what their difference allows to say, and what is not told. */
class SideBySideIT {

    private static final String STAY = """
            {'key':'stay','title':{'en':'Stay'},'languages':['en'],'sections':[{'key':'s','title':{'en':'S'},'items':[
             {'key':'sq01','text':{'en':'Kept its word'},'facets':['expected','perceived'],'scale':{'min':1,'max':7}}]}]}""";
    private static final Instant MARCH = Instant.parse("2026-03-01T00:00:00Z");
    private static final Instant TENTH = MARCH.plus(Duration.ofDays(9));

    private static InsightFixture fixture;

    @BeforeAll
    static void start() {
        fixture = new InsightFixture(STAY);
        send(6, MARCH, "business", 4);
        send(6, TENTH, "business", 5);
        send(8, MARCH, "families", 2);
        send(8, TENTH, "families", 3);
        send(4, MARCH, "vip", 1);
        send(9, MARCH, "teens", 4);
        send(2, TENTH, "teens", 1);
    }

    @AfterAll
    static void stop() {
        fixture.close();
    }

    private static void send(int times, Instant at, String segment, int perceived) {
        fixture.send(times, at, segment, "{'sq01':{'expected':6,'perceived':" + perceived + "}}");
    }

    private SideBySide beside(Caller caller, Selection first, Selection second) {
        return fixture.insights.sideBySide(caller, fixture.workspace, fixture.campaign.id(), SERVQUAL, first, second);
    }

    private SideBySide beside(Selection first, Selection second) {
        return beside(fixture.owner, first, second);
    }

    private static Selection segment(String name) {
        return new Selection(Optional.empty(), Optional.empty(), Optional.of(name), Optional.empty());
    }

    private static Selection until(String segment) {
        return new Selection(Optional.empty(), Optional.of(TENTH), Optional.of(segment), Optional.empty());
    }

    private static Selection since(String segment) {
        return new Selection(Optional.of(TENTH), Optional.empty(), Optional.of(segment), Optional.empty());
    }

    @Test
    void segmentsAreSetBesideEachOtherWithTheirDifference() {
        SideBySide found = beside(segment("business"), segment("families"));

        assertThat(found.apart()).isTrue();
        SideBySide.Figure item = found.figures().get(0);
        assertThat(item.level()).isEqualTo(Level.ITEM);
        assertThat(item.first().value().orElseThrow()).isEqualTo(-1.5, within(1e-9));
        assertThat(item.second().n()).hasValue(16);
        assertThat(item.difference().orElseThrow()).isEqualTo(-2, within(1e-9));
        assertThat(item.interval().orElseThrow().isBeyondDoubt()).isTrue();
    }

    @Test
    void selectionsThatOverlapHaveNoIntervalOfTheirDifference() {
        assertThat(beside(segment("business"), since("business")).apart()).isFalse();
        assertThat(beside(until("business"), since("business")).apart()).isTrue();
        assertThat(beside(Selection.ALL, segment("families")).apart()).isFalse();
    }

    @Test
    void eachSideIsHeldToTheSmallestGroup() {
        SideBySide found = beside(segment("business"), segment("vip"));

        assertThat(found.second().reason()).contains(Absence.SUPPRESSED);
        assertThat(found.tooAlike()).isFalse();
        assertThat(found.figures().get(0).first().value()).isPresent();
        assertThat(found.figures()).allSatisfy(figure -> {
            assertThat(figure.second().value()).isEmpty();
            assertThat(figure.difference()).isEmpty();
        });
    }

    @Test
    void selectionsThatDifferByAFewTellNeither() {
        SideBySide found = beside(segment("teens"), until("teens"));

        assertThat(found.tooAlike()).isTrue();
        assertThat(found.figures()).isEmpty();
        assertThat(beside(segment("business"), until("business")).tooAlike()).isFalse();
        assertThat(beside(segment("teens"), segment("teens")).tooAlike()).isFalse();
    }

    @Test
    void anotherWorkspaceSeesNothingAndThePastNeedsSingleResponses() {
        WorkspaceId elsewhere = new WorkspaceId(fixture.ids.next());
        assertThatThrownBy(() -> beside(Callers.owner(elsewhere), Selection.ALL, segment("business")))
                .isInstanceOf(Problem.class);
        assertThatThrownBy(() -> fixture.insights.sideBySide(
                        Callers.owner(elsewhere),
                        elsewhere,
                        fixture.campaign.id(),
                        SERVQUAL,
                        Selection.ALL,
                        Selection.ALL))
                .isInstanceOf(Problem.class);
        Selection then = Selection.ALL.asOf(Optional.of(InsightFixture.NOW));
        assertThatThrownBy(() -> beside(fixture.member(Role.FRONTLINE), then, then))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(ErrorCode.FORBIDDEN));
        assertThatThrownBy(() -> beside(then, Selection.ALL)).isInstanceOf(Problem.class);
    }
}
