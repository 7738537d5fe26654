package org.entezar.insight.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.entezar.insight.InsightMethod.KANO;

import java.util.List;
import java.util.Map;
import org.entezar.insight.Absence;
import org.entezar.insight.KanoResult;
import org.entezar.insight.Notice;
import org.junit.jupiter.api.Test;

class KanoAnalysisTest {

    private static final String ITEM =
            "{'key':'k','category':'c','facets':['functional','dysfunctional'],'scale':{'preset':'kano'}}";

    @Test
    void classFollowsFromTheMostFrequentPair() {
        KanoResult.ItemClass item = Survey.of(KANO, ITEM)
                .times(12, 2, 5)
                .times(5, 1, 5)
                .times(2, 1, 3)
                .times(1, 3, 3)
                .times(4, 1, -1)
                .result(KanoResult.class)
                .items()
                .get(0);

        assertThat(item.n()).hasValue(20);
        assertThat(item.counts().orElseThrow())
                .isEqualTo(Map.of("M", 12L, "O", 5L, "A", 2L, "I", 1L, "R", 0L, "Q", 0L));
        assertThat(item.category()).contains("M");
        assertThat(item.tier()).contains("basic");
        assertThat(item.better().value().getAsDouble()).isCloseTo(7 / 20.0, within(1e-12));
        assertThat(item.worse().value().getAsDouble()).isCloseTo(-17 / 20.0, within(1e-12));
        assertThat(item.worse().low().getAsDouble())
                .isLessThan(item.worse().high().getAsDouble());
    }

    @Test
    void withoutACleanAnswerBetterAndWorseAreUndefined() {
        KanoResult.ItemClass item = Survey.of(KANO, ITEM)
                .times(6, 5, 1)
                .result(KanoResult.class)
                .items()
                .get(0);

        assertThat(item.category()).contains("R");
        assertThat(item.tier()).contains("none");
        assertThat(item.better().value()).isEmpty();
        assertThat(item.better().reason()).contains(Absence.NO_DATA);
    }

    @Test
    void contradictionsAreNoticed() {
        assertThat(Survey.of(KANO, ITEM)
                        .times(8, 1, 1)
                        .times(30, 1, 5)
                        .insight()
                        .warnings())
                .contains(Notice.of(Notice.Code.QUESTIONABLE_ANSWERS, "k"));
    }

    @Test
    void aHiddenItemGivesNothingAway() {
        KanoResult.ItemClass item = Survey.of(KANO, ITEM)
                .times(10, -1, 5)
                .times(4, 1, 5)
                .result(KanoResult.class)
                .items()
                .get(0);

        assertThat(item.n()).isEmpty();
        assertThat(item.counts()).isEmpty();
        assertThat(item.reason()).contains(Absence.SUPPRESSED);
    }

    @Test
    void theShapeIsThatOfTheContract() {
        Map<?, ?> result = (Map<?, ?>)
                Survey.json(Survey.of(KANO, ITEM).times(40, 2, 5).insight()).get("result");
        Map<?, ?> item = (Map<?, ?>) ((List<?>) result.get("items")).get(0);

        assertThat(item)
                .extracting("key", "n", "category", "tier", "clear")
                .containsExactly("k", 40, "M", "basic", true);
        assertThat((Map<?, ?>) item.get("counts")).extracting("M", "Q").containsExactly(40, 0);
        assertThat((Map<?, ?>) item.get("worse")).extracting("value", "low").containsExactly(-1.0, -1.0);
    }
}
