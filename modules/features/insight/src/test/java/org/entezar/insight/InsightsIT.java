package org.entezar.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.entezar.insight.InsightMethod.KANO;
import static org.entezar.insight.InsightMethod.NPS;
import static org.entezar.insight.InsightMethod.SERVQUAL;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.entezar.collection.CampaignId;
import org.entezar.fixtures.Callers;
import org.entezar.kernel.Caller;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Problem;
import org.entezar.kernel.Role;
import org.entezar.kernel.WorkspaceId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Insights over responses that were handed in, in a real database. */
class InsightsIT {

    private static final String STAY = """
            {'key':'stay','title':{'en':'Stay'},'languages':['en'],'sections':[{'key':'s','title':{'en':'S'},'items':[
             {'key':'sq01','category':'reliability','text':{'en':'Kept its word'},'facets':['expected','perceived'],'scale':{'min':1,'max':7}},
             {'key':'sq02','category':'empathy','text':{'en':'Unfriendly'},'facets':['expected','perceived'],'scale':{'min':1,'max':7},'reverse':true},
             {'key':'nps','type':'nps','text':{'en':'Recommend?'}}]}]}""";
    private static final String ANSWERS =
            "{'sq01':{'expected':7,'perceived':4},'sq02':{'expected':1,'perceived':3},'nps':9}";
    private static final Instant MARCH = Instant.parse("2026-03-01T00:00:00Z");

    private InsightFixture fixture;

    @BeforeEach
    void start() {
        fixture = new InsightFixture(STAY);
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    private static ServqualResult gaps(Insight insight) {
        return (ServqualResult) insight.result().orElseThrow();
    }

    private Insight servqual(Selection selection) {
        return fixture.compute(SERVQUAL, selection);
    }

    private static Selection segment(String name) {
        return new Selection(Optional.empty(), Optional.empty(), Optional.of(name), Optional.empty());
    }

    @Test
    void anAnswerMovesTheGapAndTheFingerprint() {
        fixture.send(9, MARCH, "", ANSWERS);
        Insight before = servqual(Selection.ALL);
        assertThat(gaps(before).items().get(0).gap().mean()).hasValue(-3);
        assertThat(gaps(before).items().get(1).gap().mean()).hasValue(-2);
        assertThat(servqual(Selection.ALL)).isEqualTo(before);

        fixture.send(1, MARCH, "", "{'sq01':{'expected':7,'perceived':7}}");
        Insight after = servqual(Selection.ALL);

        assertThat(after.n()).hasValue(10);
        assertThat(gaps(after).items().get(0).gap().mean()).hasValue(-2.7);
        assertThat(gaps(after).items().get(1).n()).hasValue(9);
        assertThat(after.fingerprint()).isPresent().isNotEqualTo(before.fingerprint());
    }

    @Test
    void periodAndSegmentSelect() {
        fixture.send(6, MARCH, "business", ANSWERS);
        fixture.send(7, MARCH.plus(Duration.ofDays(9)), "leisure", ANSWERS.replace("4", "6"));

        assertThat(gaps(servqual(segment("leisure"))).items().get(0).gap().mean())
                .hasValue(-1);
        Selection firstDays = new Selection(
                Optional.of(MARCH), Optional.of(MARCH.plus(Duration.ofDays(9))), Optional.empty(), Optional.empty());
        assertThat(servqual(firstDays).n()).hasValue(6);
        assertThat(gaps(servqual(firstDays)).items().get(0).gap().mean()).hasValue(-3);
    }

    @Test
    void thePastIsComputedAsItStood() {
        fixture.send(6, MARCH, "", ANSWERS);
        Insight then = servqual(Selection.ALL);
        Instant between = InsightFixture.NOW.plus(Duration.ofHours(1));
        fixture.setTime(InsightFixture.NOW.plus(Duration.ofHours(2)));
        fixture.send(6, MARCH, "", ANSWERS.replace("4", "6"));

        Insight asOf =
                servqual(new Selection(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(between)));

        assertThat(asOf.result()).isEqualTo(then.result());
        assertThat(asOf.fingerprint()).isEqualTo(then.fingerprint());
        assertThat(servqual(Selection.ALL).n()).hasValue(12);
    }

    @Test
    void aSegmentBelowTheMinimumGroupIsHiddenAndNotOffered() {
        fixture.send(6, MARCH, "business", ANSWERS);
        fixture.send(4, MARCH, "vip", ANSWERS);

        Insight vip = servqual(segment("vip"));

        assertThat(vip.reason()).contains(Absence.SUPPRESSED);
        assertThat(vip.result()).isEmpty();
        assertThat(vip.n()).isEmpty();
        assertThat(fixture.insights.segments(fixture.owner, fixture.workspace, fixture.campaign.id(), Optional.empty()))
                .containsExactly("business");
    }

    @Test
    void onlyMethodsThatAreAskedAreOffered() {
        assertThat(fixture.insights.methods(fixture.owner, fixture.workspace, fixture.campaign.id()))
                .containsExactly(SERVQUAL, NPS);
        fixture.send(6, MARCH, "", ANSWERS);
        assertThat(fixture.compute(KANO, Selection.ALL).reason()).contains(Absence.NOT_ASKED);
        NpsResult nps = (NpsResult) fixture.compute(NPS, Selection.ALL).result().orElseThrow();
        assertThat(nps.items().get(0).score().value()).hasValue(100);
    }

    @Test
    void peopleOfTheFrontSeeFiguresWithoutSeeingQuestionnaires() {
        fixture.send(6, MARCH, "", ANSWERS);
        Caller frontline = fixture.member(Role.FRONTLINE);

        assertThat(fixture.insights
                        .compute(frontline, fixture.workspace, fixture.campaign.id(), SERVQUAL, Selection.ALL)
                        .n())
                .hasValue(6);
        assertThatThrownBy(() -> fixture.questionnaires.version(frontline, fixture.workspace, "stay", 1))
                .isInstanceOf(Problem.class);
    }

    @Test
    void othersAreRefused() {
        assertCode(Caller.respondent(fixture.workspace), ErrorCode.FORBIDDEN);
        assertCode(Caller.ANONYMOUS, ErrorCode.WORKSPACE_NOT_FOUND);
        assertCode(Callers.owner(new WorkspaceId(fixture.ids.next())), ErrorCode.WORKSPACE_NOT_FOUND);
    }

    private void assertCode(Caller caller, ErrorCode code) {
        assertThatThrownBy(() -> fixture.insights.compute(
                        caller, fixture.workspace, fixture.campaign.id(), SERVQUAL, Selection.ALL))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(code));
    }

    @Test
    void aForeignCampaignIsNotFound() {
        WorkspaceId other = new WorkspaceId(fixture.ids.next());
        assertThatThrownBy(() -> fixture.insights.compute(
                        Callers.owner(other), other, fixture.campaign.id(), SERVQUAL, Selection.ALL))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(ErrorCode.NOT_FOUND));
        assertThatThrownBy(() -> fixture.insights.compute(
                        fixture.owner, fixture.workspace, new CampaignId(fixture.ids.next()), SERVQUAL, Selection.ALL))
                .isInstanceOf(Problem.class);
    }
}
