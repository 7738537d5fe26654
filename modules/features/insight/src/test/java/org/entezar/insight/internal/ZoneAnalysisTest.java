package org.entezar.insight.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.entezar.insight.InsightMethod.ZONE;

import java.util.List;
import java.util.Map;
import org.entezar.insight.Absence;
import org.entezar.insight.Notice;
import org.entezar.insight.ZoneResult;
import org.junit.jupiter.api.Test;

class ZoneAnalysisTest {

    private static final String ITEM =
            "{'key':'z','facets':['minimum','desired','perceived'],'scale':{'min':1,'max':9}}";

    @Test
    void positionIsTheRatioOfMeansAndTheJudgementRestsOnTheInterval() {
        ZoneResult.ItemZone zone = Survey.of(ZONE, ITEM)
                .times(10, 4, 8, 5)
                .times(10, 4, 8, 7)
                .times(2, 4, -1, 7)
                .result(ZoneResult.class)
                .items()
                .get(0);

        assertThat(zone.n()).hasValue(20);
        assertThat(zone.minimum()).hasValue(4);
        assertThat(zone.desired()).hasValue(8);
        assertThat(zone.perceived()).hasValue(6);
        assertThat(zone.position().getAsDouble()).isCloseTo(0.5, within(1e-12));
        assertThat(zone.adequacy().judgement()).isEqualTo("ADEQUATE");
        assertThat(zone.superiority().judgement()).isEqualTo("NOT_SUPERIOR");
        assertThat(zone.respondents().orElseThrow()).isEqualTo(new ZoneResult.Respondents(0, 20, 0, 2, 0));
    }

    @Test
    void aReversedItemIsTurnedBeforeTheZoneIsBuilt() {
        String reversed = ITEM.replace("{'key'", "{'reverse':true,'key'");
        ZoneResult.ItemZone zone = Survey.of(ZONE, reversed)
                .times(8, 6, 2, 4)
                .result(ZoneResult.class)
                .items()
                .get(0);

        assertThat(zone.minimum()).hasValue(4);
        assertThat(zone.desired()).hasValue(8);
        assertThat(zone.perceived()).hasValue(6);
        assertThat(zone.respondents().orElseThrow().inverted()).isZero();
    }

    @Test
    void aZoneWithoutWidthHasNoPosition() {
        ZoneResult.ItemZone zone = Survey.of(ZONE, ITEM)
                .times(8, 5, 5, 6)
                .result(ZoneResult.class)
                .items()
                .get(0);

        assertThat(zone.position()).isEmpty();
        assertThat(zone.positionRange().reason()).contains(Absence.ZERO_WIDTH);
    }

    @Test
    void manyInvertedAnswersSayThatTheQuestionWasMisunderstood() {
        assertThat(Survey.of(ZONE, ITEM)
                        .times(30, 4, 8, 5)
                        .times(5, 8, 4, 5)
                        .insight()
                        .warnings())
                .contains(Notice.of(Notice.Code.QUESTION_MISUNDERSTOOD, "z"));
    }

    @Test
    void aHiddenItemGivesNothingAway() {
        ZoneResult.ItemZone zone = Survey.of(ZONE, ITEM)
                .times(10, -1, -1, -1)
                .times(3, 4, 8, 5)
                .result(ZoneResult.class)
                .items()
                .get(0);

        assertThat(zone.n()).isEmpty();
        assertThat(zone.minimum()).isEmpty();
        assertThat(zone.respondents()).isEmpty();
        assertThat(zone.adequacy().judgement()).isEqualTo("UNDECIDED");
        assertThat(zone.adequacy().estimate().reason()).contains(Absence.SUPPRESSED);
    }

    @Test
    void theShapeIsThatOfTheContract() {
        Map<?, ?> result = (Map<?, ?>)
                Survey.json(Survey.of(ZONE, ITEM).times(6, 4, 8, 5).insight()).get("result");
        Map<?, ?> item = (Map<?, ?>) ((List<?>) result.get("items")).get(0);

        assertThat(item)
                .extracting("key", "n", "minimum", "desired", "perceived", "position")
                .containsExactly("z", 6, 4.0, 8.0, 5.0, 0.25);
        assertThat((Map<?, ?>) item.get("adequacy"))
                .extracting("mean", "low", "high", "judgement")
                .containsExactly(1.0, 1.0, 1.0, "ADEQUATE");
    }
}
