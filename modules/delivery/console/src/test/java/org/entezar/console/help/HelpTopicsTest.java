package org.entezar.console.help;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.entezar.console.Area;
import org.entezar.kernel.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class HelpTopicsTest {

    private final HelpTopics topics = new HelpTopics();

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyTopicStandsInEveryLanguage(Language language) {
        HelpTopics.ALL.forEach(
                topic -> assertThat(topics.page(topic, language)).as(topic).hasValueSatisfying(page -> {
                    assertThat(page.title()).isNotEqualTo(topic).isNotBlank();
                    assertThat(page.html())
                            .doesNotContain("<h1", ".md", "**")
                            .containsPattern(
                                    switch (language) {
                                        case ENGLISH -> "[a-z]{4}";
                                        case PERSIAN -> "[\\u0600-\\u06ff]{4}";
                                        case CHINESE -> "[\\u4e00-\\u9fff]{4}";
                                    });
                }));
    }

    @Test
    void linksLeadToTopicsThatExist() {
        for (Language language : Language.values()) {
            for (String topic : HelpTopics.ALL) {
                String html = topics.page(topic, language).orElseThrow().html();
                assertThat(java.util.regex.Pattern.compile("href=\"/help/([a-z-]+)\"")
                                .matcher(html)
                                .results())
                        .allSatisfy(link -> assertThat(HelpTopics.ALL).contains(link.group(1)));
            }
        }
    }

    @Test
    void nothingInAPageRuns() {
        String html = topics.render(
                        "x",
                        "# T\n\n<script>alert(1)</script>\n\n<img src=x onerror=alert(1)>\n\n[a](javascript:alert(1)) [b](data:text/html,x)")
                .html();
        assertThat(html).doesNotContain("<script", "<img", "javascript:", "data:text");
    }

    @ParameterizedTest
    @CsvSource({
        "campaigns, campaigns",
        "campaigns/0199-x/sheet, campaigns",
        "history/verification, history-verification",
        "history/entries/7, history",
        "insights/0199/kano, insights",
        "people/members/x, people"
    })
    void aPageIsExplainedByTheNearestTopic(String path, String topic) {
        assertThat(HelpTopics.of(path)).contains(topic);
    }

    @Test
    void everyAreaIsExplained() {
        assertThat(Arrays.stream(Area.values()).map(area -> switch (area) {
                    case INSIGHT -> "insights";
                    case COMMITMENTS -> "standards";
                    default -> area.key();
                }))
                .allSatisfy(path -> assertThat(HelpTopics.of(path)).isPresent());
    }
}
