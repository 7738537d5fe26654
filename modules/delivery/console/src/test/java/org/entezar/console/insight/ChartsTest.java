package org.entezar.console.insight;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.entezar.insight.Absence;
import org.entezar.insight.InsightMethod;
import org.entezar.insight.KanoResult;
import org.entezar.kernel.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ChartsTest {

    private static List<Chart> english(org.entezar.insight.Insight insight) {
        return new Charts(new Wording(Language.ENGLISH)).of(insight);
    }

    private static JsonNode series(Chart chart, String name) {
        for (JsonNode one : chart.option().get("series")) {
            if (one.path("name").asText().equals(name)) {
                return one.get("data");
            }
        }
        throw new AssertionError("no series " + name);
    }

    @Test
    void gapsAreDrawnFromExpectedToFoundTheLargestShortfallFirst() {
        Chart chart = english(
                        Sample.gaps(Sample.gap("a", 6, 5.5, 0.2), Sample.gap("b", 6.5, 4.25, 0.25), Sample.hidden("c")))
                .get(0);

        assertThat(chart.option().at("/yAxis/data")).hasSize(2);
        // Isolated, so that a full stop or bracket stays on its side of a Persian label.
        assertThat(chart.option().at("/yAxis/data/0").asText()).isEqualTo("\u2068Statement b\u2069");
        assertThat(series(chart, "Expected").at("/0/value/0").asDouble()).isEqualTo(6.5);
        assertThat(series(chart, "Found").at("/0/value/0").asDouble()).isEqualTo(4.25);
        assertThat(chart.option().at("/xAxis/min").asDouble()).isEqualTo(4);
        assertThat(chart.alternative()).contains("2 rows").contains("Statement b");
    }

    @Test
    void nothingThatIsHiddenIsDrawn() {
        assertThat(english(Sample.gaps(Sample.hidden("c")))).isEmpty();
        assertThat(english(Sample.without(Absence.SUPPRESSED))).isEmpty();
    }

    @Test
    void theZoneReachesFromMinimumToDesired() {
        Chart chart = english(Sample.zone(5, 8, 6)).get(0);
        JsonNode zone = chart.option().at("/series/0/data");
        assertThat(zone.at("/0/0").asDouble()).isEqualTo(5);
        assertThat(zone.at("/1/0").asDouble()).isEqualTo(8);
        assertThat(series(chart, "Found").at("/0/value/0").asDouble()).isEqualTo(6);
    }

    @Test
    void thePlaneShowsWorseAsItsSize() {
        Chart chart = english(Sample.of(
                        InsightMethod.KANO, new KanoResult(List.of(Sample.kano("k2", "M", "basic", 0.4, -0.89)))))
                .get(0);
        assertThat(series(chart, "Basic").at("/0/value/0").asDouble()).isEqualTo(0.89);
        assertThat(series(chart, "Basic").at("/0/value/1").asDouble()).isEqualTo(0.4);
    }

    @Test
    void theScoreStandsOnItsIntervalUnderTheAnswers() {
        Chart chart = english(Sample.nps(50, 30, 20)).get(0);
        assertThat(chart.option().at("/series/0/data/9/value").asDouble()).isEqualTo(0.5);
        assertThat(chart.option().at("/series/1/data/0/0").asDouble()).isEqualTo(21);
        assertThat(chart.option().at("/series/2/data/0/value/0").asDouble()).isEqualTo(30);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void noTextIsMissingAndNoMarkupCanBegin(Language language) {
        Charts charts = new Charts(new Wording(language));
        List<Chart> all = List.of(
                charts.of(Sample.gaps(Sample.gap("</script>", 6, 5, 0.2))).get(0),
                charts.of(Sample.zone(5, 8, 6)).get(0),
                charts.of(Sample.nps(50, 30, 20)).get(0),
                charts.of(Sample.of(
                                InsightMethod.KANO,
                                new KanoResult(List.of(Sample.kano("k2", "O", "expected", 0.4, -0.5)))))
                        .get(0));
        assertThat(all).allSatisfy(chart -> {
            assertThat(chart.json()).doesNotContain("<").doesNotContain("insight.");
            assertThat(chart.title() + chart.reading() + chart.alternative())
                    .isNotBlank()
                    .doesNotContain("insight.");
        });
    }

    @Test
    void persianLabelsStandAtTheRight() {
        Chart chart = new Charts(new Wording(Language.PERSIAN))
                .of(Sample.gaps(Sample.gap("a", 6, 5, 0.2)))
                .get(0);
        assertThat(chart.option().at("/yAxis/position").asText()).isEqualTo("right");
        assertThat(chart.option().at("/yAxis/axisLabel/align").asText()).isEqualTo("right");
    }
}
