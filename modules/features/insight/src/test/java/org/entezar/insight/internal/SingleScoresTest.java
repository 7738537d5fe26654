package org.entezar.insight.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.entezar.insight.Absence;
import org.entezar.insight.CesResult;
import org.entezar.insight.CsatResult;
import org.entezar.insight.InsightMethod;
import org.entezar.insight.NpsResult;
import org.junit.jupiter.api.Test;

class SingleScoresTest {

    @Test
    void netPromoterScoreCountsTheGroups() {
        NpsResult.ItemScore item = Survey.of(InsightMethod.NPS, "{'key':'nps','type':'nps'}")
                .times(5, 10)
                .times(3, 8)
                .times(2, 0)
                .times(4, -1)
                .result(NpsResult.class)
                .items()
                .get(0);

        assertThat(item.n()).hasValue(10);
        assertThat(item.counts()).contains(new NpsResult.Counts(5, 3, 2));
        assertThat(item.distribution().orElseThrow()).containsExactly(2L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 3L, 0L, 5L);
        assertThat(item.score().value().getAsDouble()).isCloseTo(30, within(1e-12));
        assertThat(item.score().low().getAsDouble()).isLessThan(30);
    }

    @Test
    void aHiddenScoreGivesNothingAway() {
        NpsResult.ItemScore item = Survey.of(InsightMethod.NPS, "{'key':'nps','type':'nps'}")
                .times(4, 10)
                .times(10, -1)
                .result(NpsResult.class)
                .items()
                .get(0);

        assertThat(item.n()).isEmpty();
        assertThat(item.counts()).isEmpty();
        assertThat(item.distribution()).isEmpty();
        assertThat(item.score().reason()).contains(Absence.SUPPRESSED);
    }

    @Test
    void satisfactionIsTheShareOfTheTwoHighestSteps() {
        CsatResult.ItemSatisfaction item = Survey.of(InsightMethod.CSAT, "{'key':'s','type':'csat'}")
                .times(6, 5)
                .times(2, 4)
                .times(2, 1)
                .result(CsatResult.class)
                .items()
                .get(0);

        assertThat(item.satisfied().value().getAsDouble()).isCloseTo(0.8, within(1e-12));
        assertThat(item.mean().mean().getAsDouble()).isCloseTo(4, within(1e-12));
    }

    @Test
    void easeIsAMeanWithTheShareThatAgreed() {
        CesResult.ItemEase item = Survey.of(InsightMethod.CES, "{'key':'e','type':'ces'}")
                .times(5, 7)
                .times(5, 4)
                .result(CesResult.class)
                .items()
                .get(0);

        assertThat(item.mean().mean().getAsDouble()).isCloseTo(5.5, within(1e-12));
        assertThat(item.agree().value().getAsDouble()).isCloseTo(0.5, within(1e-12));
    }
}
