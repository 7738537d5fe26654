package org.entezar.insight.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.entezar.insight.InsightMethod;
import org.entezar.insight.KanoResult;
import org.entezar.insight.ServqualResult;
import org.junit.jupiter.api.Test;

/** Figures of a real survey, as computed from its file by an independent program; four digits are known. */
class KioskSurveyTest {

    private static final Offset<Double> FOUR_DIGITS = within(0.00005);

    @Test
    void gapsOfTheRealSurvey() throws IOException {
        ServqualResult result = KioskSurvey.answered(InsightMethod.SERVQUAL).result(ServqualResult.class);

        assertThat(result.items()).hasSize(24);
        assertThat(result.overall().expected().mean().getAsDouble()).isCloseTo(5.9539, FOUR_DIGITS);
        assertThat(result.overall().perceived().mean().getAsDouble()).isCloseTo(4.9794, FOUR_DIGITS);
        assertThat(gap(result, 1)).isCloseTo(-0.4175, FOUR_DIGITS);
        assertThat(gap(result, 7)).isCloseTo(-1.6214, FOUR_DIGITS);
        assertThat(gap(result, 15)).isCloseTo(-1.9417, FOUR_DIGITS);
        assertThat(gap(result, 24)).isCloseTo(-0.7864, FOUR_DIGITS);
        assertThat(result.categories()).hasSize(8);
        assertThat(result.overall().unweighted().high().getAsDouble()).isNegative();
    }

    private static double gap(ServqualResult result, int item) {
        return result.items().get(item - 1).gap().mean().getAsDouble();
    }

    @Test
    void kanoClassesOfTheRealSurvey() throws IOException {
        KanoResult result = KioskSurvey.answered(InsightMethod.KANO).result(KanoResult.class);

        KanoResult.ItemClass second = result.items().get(1);
        assertThat(second.counts().orElseThrow())
                .isEqualTo(Map.of("M", 55L, "O", 34L, "A", 6L, "I", 5L, "R", 1L, "Q", 2L));
        assertThat(second.better().value().getAsDouble()).isCloseTo(0.400, within(0.0005));
        assertThat(second.worse().value().getAsDouble()).isCloseTo(-0.890, within(0.0005));
        assertThat(result.items().get(26).counts().orElseThrow()).containsEntry("A", 77L);
        assertThat(result.items().get(26).tier()).contains("exciting");
    }
}
