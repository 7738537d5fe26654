package org.entezar.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entezar.collection.Campaign;
import org.entezar.collection.NewCampaign;
import org.entezar.collection.NewResponse;
import org.entezar.fixtures.Callers;
import org.entezar.insight.SatisfactionHistory.Measure;
import org.entezar.insight.SatisfactionHistory.Point;
import org.entezar.insight.SatisfactionHistory.Series;
import org.entezar.kernel.Caller;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.LocalizedText;
import org.entezar.kernel.Problem;
import org.entezar.kernel.Role;
import org.entezar.kernel.WorkspaceId;
import org.entezar.platform.json.Json;
import org.entezar.questionnaire.Questionnaire;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Satisfaction over months, against what each month alone comes to. */
class SatisfactionHistoriesIT {

    private static final ZoneId TEHRAN = ZoneId.of("Asia/Tehran");
    private static final String STAY = """
            {'key':'stay','title':{'en':'Your stay'},'languages':['en'],'sections':[{'key':'s1','items':[
             {'key':'sq01','category':'reliability','text':{'en':'Kept its word'},
              'facets':['expected','perceived'],'scale':{'min':1,'max':7}},
             {'key':'sq02','category':'empathy','text':{'en':'Cold'},'facets':['minimum','desired','perceived'],
              'scale':{'min':1,'max':7},'reverse':true},
             {'key':'nps','type':'nps','text':{'en':'Recommend?'}}]}]}""";

    private InsightFixture fixture;

    @BeforeEach
    void start() {
        fixture = new InsightFixture(STAY);
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    private static HistoryQuestion by(HistoryGrain grain, HistoryCalendar calendar) {
        return new HistoryQuestion("stay", grain, calendar, Optional.empty(), Optional.empty(), Optional.empty());
    }

    private SatisfactionHistory history(HistoryGrain grain, HistoryCalendar calendar) {
        return fixture.histories.of(fixture.owner, fixture.workspace, by(grain, calendar));
    }

    private static Series series(SatisfactionHistory history, Measure measure, String key) {
        return history.series().stream()
                .filter(series -> series.measure() == measure && series.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private static String answers(int perceived, int recommend) {
        return "{'sq01':{'expected':6,'perceived':" + perceived + "},'sq02':{'minimum':5,'desired':2,'perceived':"
                + perceived + "},'nps':" + recommend + "}";
    }

    private static Instant noon(int year, int month) {
        return LocalDate.of(year, month, 15).atTime(12, 0).atZone(TEHRAN).toInstant();
    }

    /** One pass over all gives for each month what the method gives for the month alone. */
    @Test
    void everyPointIsWhatItsMonthAloneComesTo() {
        for (int month = 1; month <= 3; month++) {
            fixture.send(6 + month, noon(2025, month), "", answers(2 + month, 7 + month % 2));
            fixture.send(4, noon(2025, month), "", answers(1 + month, 10));
        }
        SatisfactionHistory history = history(HistoryGrain.MONTH, HistoryCalendar.GREGORIAN);
        assertThat(history.periods()).hasSize(3);
        for (int i = 0; i < 3; i++) {
            SatisfactionHistory.Period period = history.periods().get(i);
            Selection month = new Selection(
                    Optional.of(period.from()), Optional.of(period.to()), Optional.empty(), Optional.empty());
            ServqualResult gaps = (ServqualResult)
                    fixture.compute(InsightMethod.SERVQUAL, month).result().orElseThrow();
            Point point = series(history, Measure.GAP, "reliability").points().get(i);
            assertThat(point.value()).isEqualTo(gaps.categories().get(0).gap());
            assertThat(point.expected())
                    .isEqualTo(gaps.categories().get(0).expected().mean());
            ZoneResult zones = (ZoneResult)
                    fixture.compute(InsightMethod.ZONE, month).result().orElseThrow();
            Point zone = series(history, Measure.ZONE, "empathy").points().get(i);
            ZoneResult.ItemZone alone = zones.items().get(0);
            assertThat(zone.value().mean().orElseThrow())
                    .isCloseTo(
                            alone.adequacy().estimate().mean().orElseThrow(),
                            org.assertj.core.data.Offset.offset(1e-12));
            assertThat(zone.value().low().orElseThrow())
                    .isCloseTo(
                            alone.adequacy().estimate().low().orElseThrow(), org.assertj.core.data.Offset.offset(1e-9));
            assertThat(zone.minimum()).isEqualTo(alone.minimum());
            NpsResult nps = (NpsResult)
                    fixture.compute(InsightMethod.NPS, month).result().orElseThrow();
            assertThat(series(history, Measure.NPS, "nps")
                            .points()
                            .get(i)
                            .value()
                            .mean())
                    .isEqualTo(nps.items().get(0).score().value());
        }
        assertThat(history(HistoryGrain.QUARTER, HistoryCalendar.GREGORIAN).periods())
                .hasSize(1);
    }

    @Test
    void aSmallMonthShowsNothingAtAll() {
        fixture.send(8, noon(2025, 1), "", answers(4, 9));
        fixture.send(4, noon(2025, 2), "", answers(7, 10));
        fixture.send(8, noon(2025, 4), "", answers(4, 9));
        SatisfactionHistory history = history(HistoryGrain.MONTH, HistoryCalendar.GREGORIAN);
        assertThat(history.periods()).hasSize(4);
        for (Series series : history.series()) {
            assertThat(series.points()).extracting(Point::period).containsExactly(0, 1, 3);
            Point small = series.points().get(1);
            assertThat(small.value()).isEqualTo(Estimate.absent(Absence.SUPPRESSED));
            assertThat(small.expected()).isEmpty();
            assertThat(small.perceived()).isEmpty();
            assertThat(small.minimum()).isEmpty();
            assertThat(small.superiority()).isEmpty();
        }
    }

    @Test
    void yearsOfThePersianCalendarBeginAtTheEquinoxInTehran() {
        fixture.send(5, Instant.parse("2025-03-20T20:29:50Z"), "", answers(3, 9));
        fixture.send(5, Instant.parse("2025-03-20T20:30:00Z"), "", answers(5, 9));
        SatisfactionHistory months = history(HistoryGrain.MONTH, HistoryCalendar.PERSIAN);
        assertThat(months.periods())
                .extracting(SatisfactionHistory.Period::year, SatisfactionHistory.Period::number)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(1403, 12), org.assertj.core.groups.Tuple.tuple(1404, 1));
        assertThat(months.periods().get(1).from()).isEqualTo(Instant.parse("2025-03-20T20:30:00Z"));
        assertThat(months.periods().get(1).to()).isEqualTo(Instant.parse("2025-04-20T20:30:00Z"));
        assertThat(history(HistoryGrain.YEAR, HistoryCalendar.PERSIAN).periods())
                .hasSize(2);
        assertThat(history(HistoryGrain.YEAR, HistoryCalendar.GREGORIAN).periods())
                .hasSize(1);
    }

    private Campaign published(String document, int version) {
        Questionnaire draft =
                Json.readInput(document.replace('\'', '"').getBytes(StandardCharsets.UTF_8), Questionnaire.class);
        String state = fixture.questionnaires
                .draft(fixture.owner, fixture.workspace, "stay")
                .etag();
        fixture.questionnaires.save(fixture.owner, fixture.workspace, draft, state);
        fixture.questionnaires.publish(fixture.owner, fixture.workspace, "stay");
        return fixture.collection
                .campaigns()
                .create(
                        fixture.owner,
                        fixture.workspace,
                        NewCampaign.of("stay", version, LocalizedText.of("en", "Version " + version)));
    }

    private void send(Campaign campaign, int count, Instant at, String answers) {
        for (int i = 0; i < count; i++) {
            fixture.collection
                    .responses()
                    .submitMany(
                            fixture.owner,
                            fixture.workspace,
                            campaign.id(),
                            List.of(new NewResponse(
                                    Optional.empty(),
                                    Optional.of(at.plusSeconds(i)),
                                    Optional.empty(),
                                    Map.of(),
                                    InsightFixture.answers(answers))));
        }
    }

    /** Another wording and order goes on; another scale begins anew, and the trend knows nothing of before. */
    @Test
    void versionsThatMeasureOtherwiseAreNotMixed() {
        for (int month = 1; month <= 9; month++) {
            fixture.send(5, noon(2024, month), "", answers(month > 7 ? 7 : month, 9));
        }
        Campaign reworded = published(
                STAY.replace("Kept its word", "Kept its promises")
                        .replace("'text':{'en':'Cold'},", "'text':{'en':'Cold!'},"),
                2);
        send(reworded, 5, noon(2024, 9), answers(1, 9));
        Campaign rescaled = published(STAY.replaceFirst("'max':7", "'max':10"), 3);
        send(rescaled, 5, noon(2025, 1), answers(6, 9));
        SatisfactionHistory history = history(HistoryGrain.MONTH, HistoryCalendar.GREGORIAN);
        assertThat(history.breaks())
                .containsExactly(
                        new SatisfactionHistory.Break(8, 2, true), new SatisfactionHistory.Break(12, 3, false));
        Series gap = series(history, Measure.GAP, "reliability");
        Point shared = gap.points().get(8);
        assertThat(shared.n()).hasValue(10);
        assertThat(shared.value().mean()).hasValue(-2);
        assertThat(gap.points().get(9).run()).isEqualTo(1);
        assertThat(gap.trend()).isEmpty();
    }

    @Test
    void aTrendIsFoundAndAPeriodOutOfTheUsualIsNamed() {
        int[] levels = {3, 4, 3, 4, 3, 4, 6, 6, 7, 7};
        for (int month = 1; month <= levels.length; month++) {
            fixture.send(6, noon(2025, month), "", answers(levels[month - 1], 9));
        }
        Series gap = series(history(HistoryGrain.MONTH, HistoryCalendar.GREGORIAN), Measure.GAP, "reliability");
        assertThat(gap.trend().orElseThrow().verdict()).contains("RISING");
        assertThat(gap.trend().orElseThrow().slope().orElseThrow()).isBetween(0.3, 0.6);
        SatisfactionHistory.Control control = gap.control().orElseThrow();
        assertThat(control.from()).isZero();
        assertThat(control.until()).isEqualTo(4);
        assertThat(control.target()).isCloseTo(-2.6, org.assertj.core.data.Offset.offset(1e-12));
        assertThat(control.first().orElseThrow()).isBetween(6, 9);
        Series recommend = series(history(HistoryGrain.MONTH, HistoryCalendar.GREGORIAN), Measure.NPS, "nps");
        assertThat(recommend.trend().orElseThrow().verdict()).contains("NO_TREND");
    }

    @Test
    void onlyThoseWhoMaySeeFiguresSeeThem() {
        fixture.send(6, noon(2025, 1), "", answers(4, 9));
        HistoryQuestion question = by(HistoryGrain.YEAR, HistoryCalendar.GREGORIAN);
        for (Role role : Role.values()) {
            assertThat(fixture.histories
                            .of(fixture.member(role), fixture.workspace, question)
                            .periods())
                    .hasSize(1);
        }
        WorkspaceId other = new WorkspaceId(fixture.ids.next());
        refused(Callers.owner(other), ErrorCode.WORKSPACE_NOT_FOUND);
        refused(Caller.respondent(fixture.workspace), ErrorCode.FORBIDDEN);
        assertThatThrownBy(() -> fixture.histories.of(
                        fixture.owner,
                        fixture.workspace,
                        new HistoryQuestion(
                                "other",
                                HistoryGrain.YEAR,
                                HistoryCalendar.GREGORIAN,
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty())))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(ErrorCode.NOT_FOUND));
    }

    private void refused(Caller caller, ErrorCode code) {
        assertThatThrownBy(() -> fixture.histories.of(
                        caller, fixture.workspace, by(HistoryGrain.YEAR, HistoryCalendar.GREGORIAN)))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(code));
    }
}
