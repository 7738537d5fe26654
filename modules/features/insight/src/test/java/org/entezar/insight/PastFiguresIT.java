package org.entezar.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.entezar.insight.InsightMethod.SERVQUAL;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert;
import org.entezar.collection.ColumnTarget;
import org.entezar.collection.Import;
import org.entezar.collection.ImportId;
import org.entezar.collection.ImportMapping;
import org.entezar.collection.Imports;
import org.entezar.fixtures.Callers;
import org.entezar.kernel.Caller;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Problem;
import org.entezar.kernel.Role;
import org.entezar.kernel.WorkspaceId;
import org.entezar.platform.jobs.Job;
import org.entezar.questionnaire.Category;
import org.entezar.questionnaire.CategoryTree;
import org.entezar.questionnaire.Facet;
import org.entezar.workspace.WorkspaceSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Figures of the past stay what they were, whatever happens after, and what happened is named. */
class PastFiguresIT {

    private static final String STAY = """
        {'key':'stay','title':{'en':'Stay'},'languages':['en'],'sections':[{'key':'s','title':{'en':'S'},'items':[
         {'key':'sq01','category':'reliability','text':{'en':'Kept its word'},'facets':['expected','perceived'],'scale':{'min':1,'max':7}},
         {'key':'sq02','category':'empathy','text':{'en':'Friendly'},'facets':['expected','perceived'],'scale':{'min':1,'max':7}}]}]}\
        """;
    private static final String ANSWERS = "{'sq01':{'expected':7,'perceived':4},'sq02':{'expected':6,'perceived':5}}";
    private static final Instant MARCH = Instant.parse("2026-03-01T00:00:00Z");

    private InsightFixture fixture;
    private Instant now = InsightFixture.NOW;

    @BeforeEach
    void start() {
        fixture = new InsightFixture(STAY);
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    private Instant anHourPasses() {
        Instant before = now;
        now = now.plus(Duration.ofHours(1));
        fixture.setTime(now);
        return before;
    }

    private static Selection asOf(Instant time) {
        return Selection.ALL.asOf(Optional.of(time));
    }

    private Insight servqual(Selection selection) {
        return fixture.compute(SERVQUAL, selection);
    }

    private InsightComparison compare(Instant time) {
        return fixture.insights.compare(fixture.owner, fixture.workspace, fixture.campaign.id(), SERVQUAL, asOf(time));
    }

    private void weigh(double reliability, double empathy) {
        fixture.categories.replace(
                fixture.owner,
                fixture.workspace,
                new CategoryTree(CategoryTree.SERVICE_QUALITY.categories().stream()
                        .map(category -> switch (category.key()) {
                            case "reliability" -> weighing(category, reliability);
                            case "empathy" -> weighing(category, empathy);
                            default -> category;
                        })
                        .toList()));
    }

    private static Category weighing(Category category, double weight) {
        return new Category(category.key(), category.name(), BigDecimal.valueOf(weight), category.children());
    }

    /** Eight stays of March, brought an hour at a time too late. */
    private ImportId importLate() throws InterruptedException {
        StringBuilder file = new StringBuilder("id,when,e1,p1,e2,p2\n");
        for (int i = 0; i < 8; i++) {
            file.append("row").append(i).append(",2026-03-0").append(i + 1).append(",7,1,7,2\n");
        }
        Imports imports = fixture.collection.imports();
        Import made = imports.upload(
                fixture.owner,
                fixture.workspace,
                Optional.of(fixture.campaign.id()),
                "late.csv",
                new ByteArrayInputStream(file.toString().getBytes(StandardCharsets.UTF_8)));
        ImportMapping mapping = made.mapping()
                .with(0, ColumnTarget.ID)
                .with(1, ColumnTarget.SUBMITTED_AT)
                .with(2, ColumnTarget.answer("sq01", Facet.EXPECTED))
                .with(3, ColumnTarget.answer("sq01", Facet.PERCEIVED))
                .with(4, ColumnTarget.answer("sq02", Facet.EXPECTED))
                .with(5, ColumnTarget.answer("sq02", Facet.PERCEIVED));
        imports.map(fixture.owner, fixture.workspace, made.id(), mapping);
        Job job = imports.start(fixture.owner, fixture.workspace, made.id(), false);
        CountDownLatch ended = new CountDownLatch(1);
        fixture.jobs.follow(fixture.owner, fixture.workspace, job.id(), state -> {
            if (state.state().isEnd()) {
                ended.countDown();
            }
        });
        assertThat(ended.await(60, TimeUnit.SECONDS)).isTrue();
        assertThat(imports.get(fixture.owner, fixture.workspace, made.id()).counts())
                .isEqualTo(new Import.Counts(8, 8, 0, 0));
        return made.id();
    }

    @Test
    void figuresOfThePastAreWhatTheyWere() {
        fixture.send(9, MARCH, "", ANSWERS);
        Insight first = servqual(Selection.ALL);
        Instant atFirst = anHourPasses();

        weigh(75, 25.5);
        Insight weighed = servqual(Selection.ALL);
        Instant atWeighed = anHourPasses();

        fixture.send(3, MARCH, "", ANSWERS.replace("4", "6"));
        Insight late = servqual(Selection.ALL);
        Instant atLate = anHourPasses();

        fixture.workspaces.configure(
                fixture.owner,
                fixture.workspace,
                new WorkspaceSettings(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(20),
                        Optional.empty(),
                        Optional.empty()));
        assertThat(servqual(Selection.ALL).reason()).contains(Absence.SUPPRESSED);

        assertThat(servqual(asOf(atFirst)).saysTheSame(first)).isTrue();
        assertThat(servqual(asOf(atFirst)).fingerprint()).isEqualTo(first.fingerprint());
        assertThat(servqual(asOf(atWeighed)).saysTheSame(weighed)).isTrue();
        assertThat(servqual(asOf(atWeighed)).fingerprint()).isEqualTo(weighed.fingerprint());
        assertThat(weighed.saysTheSame(first)).isFalse();
        assertThat(servqual(asOf(atLate)).saysTheSame(late)).isTrue();
    }

    @Test
    void whatMadeAFigureDifferIsNamed() throws InterruptedException {
        fixture.send(9, MARCH, "", ANSWERS);
        Insight first = servqual(Selection.ALL);
        Instant atFirst = anHourPasses();
        assertThat(compare(atFirst)).satisfies(same -> {
            assertThat(same.equal()).isTrue();
            assertThat(same.causes()).isEmpty();
        });

        weigh(75, 25);
        ImportId late = importLate();
        fixture.send(2, atFirst.plusSeconds(60), "", ANSWERS);
        Insight full = servqual(Selection.ALL);
        Instant atFull = anHourPasses();
        fixture.collection.imports().undo(fixture.owner, fixture.workspace, late, "the wrong file");
        Insight today = servqual(Selection.ALL);

        InsightComparison sinceFirst = compare(atFirst);
        assertThat(sinceFirst.then()).isEqualTo(at(first, atFirst));
        assertThat(sinceFirst.now()).isEqualTo(today);
        assertThat(sinceFirst.equal()).isFalse();
        assertThat(kinds(sinceFirst)).containsExactly(Cause.Kind.NEW_RESPONSES, Cause.Kind.WEIGHTS_CHANGED);
        assertThat(sinceFirst.causes().get(0).count()).hasValue(2);
        Cause weights = sinceFirst.causes().get(1);
        assertThat(weights.changes())
                .contains(new Cause.ValueChange("reliability", Optional.of("20"), Optional.of("75")));
        assertThat(weights.entries()).hasSize(1);
        assertThat(weights.entries().get(0).actor()).isEqualTo(fixture.owner.displayName());

        InsightComparison sinceFull = compare(atFull);
        assertThat(sinceFull.then()).isEqualTo(at(full, atFull));
        assertThat(kinds(sinceFull)).containsExactly(Cause.Kind.UNDONE_RESPONSES);
        assertThat(sinceFull.causes().get(0).count()).hasValue(8);
        assertThat(sinceFull.causes().get(0).subject()).contains("import/" + late);
        assertThat(sinceFull.causes().get(0).entries()).hasSize(1);
    }

    @Test
    void lateResponsesAreToldFromNewOnes() throws InterruptedException {
        fixture.send(9, MARCH, "", ANSWERS);
        Instant atFirst = anHourPasses();
        ImportId late = importLate();
        fixture.send(4, MARCH, "", ANSWERS);

        List<Cause> causes = compare(atFirst).causes();

        assertThat(causes).extracting(Cause::kind).containsOnly(Cause.Kind.LATE_RESPONSES);
        assertThat(causes).extracting(cause -> cause.count().getAsLong()).containsExactly(4L, 8L);
        assertThat(causes.get(1).subject()).contains("import/" + late);
        assertThat(causes.get(1).entries()).hasSize(1);
    }

    @Test
    void thePastIsForThoseWhoMayReadSingleResponses() {
        fixture.send(9, MARCH, "", ANSWERS);
        Instant past = anHourPasses();
        Insight byAuditor = fixture.insights.compute(
                fixture.member(Role.AUDITOR), fixture.workspace, fixture.campaign.id(), SERVQUAL, asOf(past));
        assertThat(byAuditor.n()).hasValue(9);
        refused(fixture.member(Role.FRONTLINE), fixture.workspace, asOf(past), ErrorCode.FORBIDDEN);
        WorkspaceId other = new WorkspaceId(fixture.ids.next());
        refused(Callers.owner(other), fixture.workspace, asOf(past), ErrorCode.WORKSPACE_NOT_FOUND);
        refused(Callers.owner(other), other, asOf(past), ErrorCode.NOT_FOUND);
        refused(fixture.owner, fixture.workspace, asOf(now.plusSeconds(1)), ErrorCode.MALFORMED_PARAMETER);
    }

    private void refused(Caller caller, WorkspaceId workspace, Selection selection, ErrorCode code) {
        for (ThrowableAssert.ThrowingCallable call : List.<ThrowableAssert.ThrowingCallable>of(
                () -> fixture.insights.compute(caller, workspace, fixture.campaign.id(), SERVQUAL, selection),
                () -> fixture.insights.compare(caller, workspace, fixture.campaign.id(), SERVQUAL, selection))) {
            assertThatThrownBy(call).isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.code())
                    .isEqualTo(code));
        }
    }

    /** The same figures as the answer to another question. */
    private static Insight at(Insight insight, Instant time) {
        return new Insight(
                insight.method(),
                insight.methodVersion(),
                insight.n(),
                asOf(time),
                insight.result(),
                insight.reason(),
                insight.warnings(),
                insight.fingerprint());
    }

    private static List<Cause.Kind> kinds(InsightComparison comparison) {
        return comparison.causes().stream().map(Cause::kind).toList();
    }
}
