package org.entezar.insight.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.entezar.insight.InsightMethod.SERVQUAL;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.assertj.core.data.Offset;
import org.entezar.insight.Absence;
import org.entezar.insight.Insight;
import org.entezar.insight.Notice;
import org.entezar.insight.ServqualResult;
import org.entezar.insight.ServqualResult.CategoryGap;
import org.junit.jupiter.api.Test;

class ServqualAnalysisTest {

    private static final Offset<Double> EXACT = within(1e-12);
    private static final String TWO_ITEMS = """
            {'key':'a1','category':'a','facets':['expected','perceived'],'scale':{'min':1,'max':7}},
            {'key':'b1','category':'b','facets':['expected','perceived'],'scale':{'min':1,'max':7}}""";
    private static final String THREE_TO_ONE = "{'key':'a','weight':30},{'key':'b','weight':10}";

    @Test
    void gapIsPerceptionMinusExpectationOverThoseWhoAnsweredBoth() {
        ServqualResult result = Survey.of(SERVQUAL, TWO_ITEMS, THREE_TO_ONE)
                .times(5, 7, 4, 6, 6)
                .times(5, 5, 4, 6, 5)
                .times(3, 7, -1, -1, 1)
                .result(ServqualResult.class);

        ServqualResult.ItemGap first = result.items().get(0);
        assertThat(first.n()).hasValue(10);
        assertThat(first.expected().mean().getAsDouble()).isCloseTo(6, EXACT);
        assertThat(first.perceived().mean().getAsDouble()).isCloseTo(4, EXACT);
        assertThat(first.gap().mean().getAsDouble()).isCloseTo(-2, EXACT);
        // t(9, .975) = 2.2621571627 (R), s = 1.0540925534
        assertThat(first.gap().high().getAsDouble())
                .isCloseTo(-2 + 2.2621571627 * 1.0540925534 / Math.sqrt(10), within(1e-9));
        assertThat(result.overall().cells()).hasValue(20);
    }

    @Test
    void overallWeighsTheCategoriesAndShowsTheRawPerceptionBeside() {
        ServqualResult result = Survey.of(SERVQUAL, TWO_ITEMS, THREE_TO_ONE)
                .times(6, 7, 5, 6, 5)
                .times(6, 7, 3, 6, 7)
                .result(ServqualResult.class);

        assertThat(result.categories()).extracting(CategoryGap::key).containsExactly("a", "b");
        assertThat(result.categories().get(0).weight()).hasValue(30);
        assertThat(result.categories().get(0).share().getAsDouble()).isCloseTo(0.75, EXACT);
        assertThat(result.overall().unweighted().mean().getAsDouble()).isCloseTo((-3.0 + 0.0) / 2, EXACT);
        assertThat(result.overall().weighted().mean().getAsDouble()).isCloseTo(-3.0 * 0.75, EXACT);
        assertThat(result.overall().performance().mean().getAsDouble()).isCloseTo((4.0 + 6.0) / 2, EXACT);
        assertThat(result.overall().weightedPerformance().mean().getAsDouble()).isCloseTo(4 * 0.75 + 6 * 0.25, EXACT);
    }

    @Test
    void reverseKeyedItemsAreRecodedFirst() {
        ServqualResult result = Survey.of(
                        SERVQUAL,
                        "{'key':'r','facets':['expected','perceived'],'scale':{'min':1,'max':7},'reverse':true}")
                .times(8, 1, 3)
                .result(ServqualResult.class);

        assertThat(result.items().get(0).expected().mean()).hasValue(7);
        assertThat(result.items().get(0).perceived().mean()).hasValue(5);
        assertThat(result.items().get(0).gap().mean()).hasValue(-2);
        assertThat(result.overall().unweighted().reason()).contains(Absence.NO_CATEGORIES);
        assertThat(result.overall().expected().mean()).hasValue(7);
    }

    @Test
    void sharesMultiplyDownTheTreeAndWiderCategoriesCoverAllBelow() {
        String items = """
                {'key':'x','category':'rooms','facets':['expected','perceived'],'scale':{'min':1,'max':7}},
                {'key':'y','category':'lobby','facets':['expected','perceived'],'scale':{'min':1,'max':7}},
                {'key':'z','category':'staff','facets':['expected','perceived'],'scale':{'min':1,'max':7}}""";
        String tree = """
                {'key':'house','weight':50,'children':[{'key':'rooms','weight':3},{'key':'lobby','weight':1}]},
                {'key':'staff','weight':50},{'key':'unasked','weight':900}""";
        ServqualResult result =
                Survey.of(SERVQUAL, items, tree).times(6, 7, 3, 7, 7, 7, 5).result(ServqualResult.class);

        assertThat(result.categories())
                .extracting(CategoryGap::key)
                .containsExactly("house", "rooms", "lobby", "staff");
        assertThat(result.categories().get(0).gap().mean()).hasValue(-2);
        assertThat(result.categories().get(0).share()).isEmpty();
        assertThat(result.categories().get(1).parent()).contains("house");
        assertThat(result.categories().get(1).share().getAsDouble()).isCloseTo(0.375, EXACT);
        assertThat(result.overall().weighted().mean().getAsDouble()).isCloseTo(-4 * 0.375 + 0 * 0.125 - 2 * 0.5, EXACT);
    }

    @Test
    void withoutWeightsTheWeightedScoreHasAReasonAndNoValue() {
        ServqualResult result = Survey.of(SERVQUAL, TWO_ITEMS, "{'key':'a'},{'key':'b'}")
                .times(6, 7, 5, 6, 5)
                .result(ServqualResult.class);

        assertThat(result.overall().weighted().mean()).isEmpty();
        assertThat(result.overall().weighted().reason()).contains(Absence.NO_WEIGHTS);
        assertThat(result.overall().unweighted().mean()).hasValue(-1.5);
    }

    @Test
    void scalesAreNotAveragedTogether() {
        String items = """
                {'key':'a1','category':'a','facets':['expected','perceived'],'scale':{'min':1,'max':7}},
                {'key':'a2','category':'a','facets':['expected','perceived'],'scale':{'min':1,'max':5}},
                {'key':'b1','category':'b','facets':['should','perceived'],'scale':{'min':1,'max':5}}""";
        Survey survey = Survey.of(SERVQUAL, items, THREE_TO_ONE).times(6, 7, 5, 5, 4, 5, 3);
        ServqualResult result = survey.result(ServqualResult.class);

        assertThat(result.items())
                .allSatisfy(item -> assertThat(item.gap().mean()).isPresent());
        assertThat(result.categories().get(0).gap().reason()).contains(Absence.MIXED_SCALES);
        assertThat(result.categories().get(1).gap().mean()).hasValue(-2);
        assertThat(result.overall().weighted().reason()).contains(Absence.MIXED_SCALES);
        assertThat(survey.insight().warnings()).contains(Notice.of(Notice.Code.MIXED_SCALES));
    }

    @Test
    void aCategoryThatTheTreeLostIsKeptAndNamed() {
        Survey survey = Survey.of(SERVQUAL, TWO_ITEMS, "{'key':'a','weight':1}").times(6, 7, 5, 6, 5);

        assertThat(survey.result(ServqualResult.class).categories())
                .extracting(CategoryGap::key)
                .containsExactly("a", "b");
        assertThat(survey.insight().warnings()).contains(Notice.of(Notice.Code.UNKNOWN_CATEGORY, "b"));
    }

    @Test
    void aSmallGroupShowsAReasonAndNothingElse() {
        Insight insight = Survey.of(SERVQUAL, TWO_ITEMS, THREE_TO_ONE)
                .times(4, 7, 5, 6, 5)
                .insight(5);

        assertThat(insight.n()).isEmpty();
        assertThat(insight.result()).isEmpty();
        assertThat(insight.reason()).contains(Absence.SUPPRESSED);
        assertThat(insight.fingerprint()).isEmpty();
        Map<?, ?> json = Survey.json(insight);
        assertThat(json.get("n")).isNull();
        assertThat(json.containsKey("result")).isTrue();
    }

    @Test
    void anItemThatFewAnsweredIsHiddenInALargerGroup() {
        ServqualResult result = Survey.of(SERVQUAL, TWO_ITEMS, THREE_TO_ONE)
                .times(20, 7, 5, -1, -1)
                .times(4, 7, 5, 6, 1)
                .result(ServqualResult.class);

        ServqualResult.ItemGap few = result.items().get(1);
        assertThat(few.n()).isEmpty();
        assertThat(few.perceived().mean()).isEmpty();
        assertThat(few.gap().reason()).contains(Absence.SUPPRESSED);
        assertThat(result.categories().get(1).gap().reason()).contains(Absence.SUPPRESSED);
        assertThat(result.categories().get(1).perceived().mean()).isEmpty();
        assertThat(result.overall().weighted().reason()).contains(Absence.SUPPRESSED);
        assertThat(result.overall().perceived().mean()).isEmpty();
        assertThat(result.items().get(0).n()).isEqualTo(OptionalLong.of(24));
    }

    @Test
    void belowFiveThereIsNoIntervalWhateverTheWorkspaceAllows() {
        Insight insight = Survey.of(SERVQUAL, TWO_ITEMS, THREE_TO_ONE)
                .answer(7, 5, 6, 5)
                .answer(7, 4, 6, 5)
                .insight(1);
        ServqualResult result = (ServqualResult) insight.result().orElseThrow();

        assertThat(result.items().get(0).gap().mean()).hasValue(-2.5);
        assertThat(result.items().get(0).gap().low()).isEmpty();
        assertThat(result.items().get(0).gap().reason()).contains(Absence.TOO_FEW);
        assertThat(insight.warnings()).contains(Notice.of(Notice.Code.TOO_FEW_TO_SHOW));
    }

    @Test
    void belowThirtyTheInsightIsIndicative() {
        assertThat(Survey.of(SERVQUAL, TWO_ITEMS)
                        .times(29, 7, 5, 6, 5)
                        .insight()
                        .warnings())
                .contains(Notice.of(Notice.Code.INDICATIVE));
        assertThat(Survey.of(SERVQUAL, TWO_ITEMS)
                        .times(30, 7, 5, 6, 5)
                        .insight()
                        .warnings())
                .doesNotContain(Notice.of(Notice.Code.INDICATIVE));
    }

    @Test
    void withoutAResponseEveryFigureSaysNoData() {
        Insight insight = Survey.of(SERVQUAL, TWO_ITEMS, THREE_TO_ONE).insight();
        ServqualResult result = (ServqualResult) insight.result().orElseThrow();

        assertThat(insight.n()).hasValue(0);
        assertThat(insight.reason()).contains(Absence.NO_DATA);
        assertThat(result.items().get(0).gap().reason()).contains(Absence.NO_DATA);
        assertThat(result.items().get(0).gap().mean()).isEmpty();
        assertThat(result.overall().unweighted().reason()).contains(Absence.NO_DATA);
    }

    @Test
    void aQuestionnaireWithoutPairsIsNotAsked() {
        Insight insight =
                Survey.of(SERVQUAL, "{'key':'why','type':'nps'}").times(9, 10).insight();

        assertThat(insight.reason()).contains(Absence.NOT_ASKED);
        assertThat(insight.result()).isEqualTo(Optional.empty());
        assertThat(insight.n()).hasValue(9);
    }

    @Test
    void theShapeIsThatOfTheContract() {
        Map<?, ?> json = Survey.json(Survey.of(SERVQUAL, TWO_ITEMS, "{'key':'a'},{'key':'b'}")
                .times(6, 7, 5, 6, 5)
                .insight());

        assertThat(json.keySet().stream().map(Object::toString))
                .contains("method", "methodVersion", "n", "selection", "result", "warnings", "fingerprint");
        assertThat(json.get("method")).isEqualTo("servqual");
        Map<?, ?> result = (Map<?, ?>) json.get("result");
        Map<?, ?> item = (Map<?, ?>) ((java.util.List<?>) result.get("items")).get(0);
        assertThat(item.get("n")).isEqualTo(6);
        assertThat((Map<?, ?>) item.get("expected")).extracting("mean", "sd").containsExactly(7.0, 0.0);
        assertThat((Map<?, ?>) item.get("gap"))
                .extracting("mean", "low", "high")
                .containsExactly(-2.0, -2.0, -2.0);
        Map<?, ?> weighted = (Map<?, ?>) ((Map<?, ?>) result.get("overall")).get("weighted");
        assertThat(weighted.containsKey("mean")).isTrue();
        assertThat(weighted.get("mean")).isNull();
        assertThat(weighted.get("reason")).isEqualTo("NO_WEIGHTS");
    }
}
