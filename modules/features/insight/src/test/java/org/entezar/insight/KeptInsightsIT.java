package org.entezar.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.entezar.fixtures.Callers;
import org.entezar.kernel.Caller;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.LocalizedText;
import org.entezar.kernel.Problem;
import org.entezar.kernel.Role;
import org.entezar.kernel.WorkspaceId;
import org.entezar.questionnaire.Category;
import org.entezar.questionnaire.CategoryTree;
import org.entezar.workspace.WorkspaceSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Kept insights come out the same for ever, and say so when somebody has been at the answers. */
class KeptInsightsIT {

    private static final String ALL_METHODS = """
        {'key':'stay','title':{'en':'Stay'},'languages':['en'],'sections':[{'key':'s','title':{'en':'S'},'items':[
         {'key':'sq01','category':'reliability','text':{'en':'Kept its word'},'facets':['expected','perceived'],'scale':{'min':1,'max':7}},
         {'key':'z01','category':'empathy','text':{'en':'Zone'},'facets':['minimum','desired','perceived'],'scale':{'min':1,'max':9}},
         {'key':'k01','text':{'en':'Kano'},'facets':['functional','dysfunctional'],'scale':{'preset':'kano'}},
         {'key':'nps','type':'nps','text':{'en':'Recommend?'}},
         {'key':'csat','type':'csat','text':{'en':'Satisfied?'}},
         {'key':'ces','type':'ces','text':{'en':'Easy?'}}]}]}\
        """;
    private static final String ANSWERS = "{'sq01':{'expected':7,'perceived':4},"
            + "'z01':{'minimum':3,'desired':8,'perceived':5},'k01':{'functional':1,'dysfunctional':5},"
            + "'nps':9,'csat':4,'ces':6}";
    private static final Instant MARCH = Instant.parse("2026-03-01T00:00:00Z");

    private InsightFixture fixture;

    @BeforeEach
    void start() {
        fixture = new InsightFixture(ALL_METHODS);
        fixture.send(9, MARCH, "", ANSWERS);
        fixture.send(4, MARCH.plusSeconds(100), "", ANSWERS.replace("'perceived':4", "'perceived':6"));
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    private KeptInsight keep(InsightMethod method) {
        return fixture.kept.keep(fixture.owner, fixture.workspace, fixture.campaign.id(), method, Selection.ALL);
    }

    private Recomputation recompute(KeptInsight kept) {
        return fixture.kept.recompute(fixture.member(Role.AUDITOR), fixture.workspace, kept.id());
    }

    @ParameterizedTest
    @EnumSource
    void whatIsKeptIsReadBackWhole(InsightMethod method) {
        Insight computed = fixture.compute(method, Selection.ALL);
        KeptInsight kept = keep(method);

        assertThat(kept.insight().saysTheSame(computed)).isTrue();
        assertThat(kept.insight().fingerprint()).isEqualTo(computed.fingerprint());
        assertThat(kept.source().responses()).isEqualTo(13);
        assertThat(kept.source().unsealed()).isZero();
        assertThat(kept.software()).isEqualTo("1.0");
        assertThat(fixture.kept.get(fixture.owner, fixture.workspace, kept.id()))
                .isEqualTo(kept);
        assertThat(recompute(kept).equal()).isTrue();
    }

    @Test
    void itComesOutTheSameWhateverHappensAfter() {
        KeptInsight kept = keep(InsightMethod.SERVQUAL);
        fixture.setTime(InsightFixture.NOW.plus(Duration.ofHours(1)));
        fixture.send(5, MARCH, "", ANSWERS.replace("'perceived':4", "'perceived':1"));
        fixture.categories.replace(
                fixture.owner,
                fixture.workspace,
                new CategoryTree(List.of(new Category(
                        "reliability", LocalizedText.of("en", "Other"), new BigDecimal("33.25"), List.of()))));
        fixture.workspaces.configure(
                fixture.owner,
                fixture.workspace,
                new WorkspaceSettings(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(50),
                        Optional.empty(),
                        Optional.empty()));

        Recomputation again = recompute(kept);

        assertThat(again.equal()).isTrue();
        assertThat(again.causes()).isEmpty();
        assertThat(again.insight()).isEqualTo(kept.insight());
        assertThat(again.source()).isEqualTo(kept.source());
        assertThat(fixture.kept.list(fixture.owner, fixture.workspace, Optional.empty(), Optional.empty(), 10))
                .containsExactly(kept);
    }

    @Test
    void anAlteredAnswerOrAMissingOneIsFound() throws SQLException {
        KeptInsight kept = keep(InsightMethod.NPS);
        behindTheProduct("update response_vector set codes = set_byte(codes, 7, 2)"
                + " where response_id = (select min(response_id::text)::uuid from response_vector)");
        Recomputation altered = recompute(kept);
        assertThat(altered.equal()).isFalse();
        assertThat(altered.causes()).extracting(Cause::kind).containsExactly(Cause.Kind.UNEXPLAINED);

        behindTheProduct("delete from response_vector"
                + " where response_id = (select min(response_id::text)::uuid from response_vector)");
        Recomputation missing = recompute(kept);
        assertThat(missing.equal()).isFalse();
        assertThat(missing.causes()).extracting(Cause::kind).containsExactly(Cause.Kind.RESPONSES_ALTERED);
        assertThat(missing.causes().get(0).count()).hasValue(1);
    }

    private void behindTheProduct(String sql) throws SQLException {
        try (Connection superuser = fixture.database.asSuperuser();
                Statement statement = superuser.createStatement()) {
            statement.execute("set search_path to entezar");
            assertThat(statement.executeUpdate(sql)).isEqualTo(1);
        }
    }

    @Test
    void analystsKeepAuditorsReadAndRecomputeOthersNeither() {
        Caller auditor = fixture.member(Role.AUDITOR);
        KeptInsight kept = fixture.kept.keep(
                fixture.member(Role.ANALYST),
                fixture.workspace,
                fixture.campaign.id(),
                InsightMethod.NPS,
                Selection.ALL);
        assertThat(fixture.kept.get(auditor, fixture.workspace, kept.id())).isEqualTo(kept);
        refused(
                ErrorCode.FORBIDDEN,
                () -> fixture.kept.keep(
                        auditor, fixture.workspace, fixture.campaign.id(), InsightMethod.NPS, Selection.ALL));
        Caller frontline = fixture.member(Role.FRONTLINE);
        everyCall(frontline, fixture.workspace, kept, ErrorCode.FORBIDDEN);
        WorkspaceId other = new WorkspaceId(fixture.ids.next());
        everyCall(Callers.owner(other), fixture.workspace, kept, ErrorCode.WORKSPACE_NOT_FOUND);
        refused(ErrorCode.NOT_FOUND, () -> fixture.kept.get(Callers.owner(other), other, kept.id()));
        refused(ErrorCode.NOT_FOUND, () -> fixture.kept.recompute(Callers.owner(other), other, kept.id()));
        assertThat(fixture.kept.list(Callers.owner(other), other, Optional.empty(), Optional.empty(), 10))
                .isEmpty();
    }

    private void everyCall(Caller caller, WorkspaceId workspace, KeptInsight kept, ErrorCode code) {
        refused(
                code,
                () -> fixture.kept.keep(caller, workspace, fixture.campaign.id(), InsightMethod.NPS, Selection.ALL));
        refused(code, () -> fixture.kept.get(caller, workspace, kept.id()));
        refused(code, () -> fixture.kept.recompute(caller, workspace, kept.id()));
        refused(code, () -> fixture.kept.list(caller, workspace, Optional.empty(), Optional.empty(), 10));
    }

    @Test
    void nothingToShowIsNotKept() {
        Selection nobody = new Selection(
                Optional.of(MARCH.minusSeconds(10)), Optional.of(MARCH), Optional.empty(), Optional.empty());
        refused(
                ErrorCode.STATE,
                () -> fixture.kept.keep(
                        fixture.owner, fixture.workspace, fixture.campaign.id(), InsightMethod.NPS, nobody));
    }

    private static void refused(ErrorCode code, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.code())
                .isEqualTo(code));
    }
}
