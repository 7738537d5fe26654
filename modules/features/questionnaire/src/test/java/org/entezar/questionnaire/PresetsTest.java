package org.entezar.questionnaire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.entezar.kernel.Problem;
import org.entezar.questionnaire.internal.DocumentRules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PresetsTest {

    static List<String> names() {
        return Presets.names();
    }

    @ParameterizedTest
    @MethodSource("names")
    void canBePublishedAtOnceInThreeLanguages(String name) {
        Questionnaire preset = Presets.of(name);
        assertThat(preset.key()).isEqualTo(name);
        assertThat(preset.languages()).containsExactly("en", "fa", "zh-Hans");
        assertThat(DocumentRules.obstacles(preset, CategoryTree.SERVICE_QUALITY))
                .isEmpty();
        assertThat(Questionnaires.untranslated(preset)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("names")
    void persianIsWrittenWithPersianLetters(String name) {
        Presets.of(name).items().forEach(item -> assertThat(item.text().in("fa").orElseThrow())
                .doesNotContain("ي", "ك")
                .containsPattern("[\\u0600-\\u06ff]"));
    }

    @Test
    void serviceQualityHasItsTwentyTwoItemsInFiveDimensions() {
        Questionnaire preset = Presets.of(Presets.SERVICE_QUALITY);
        Map<String, Long> counts = preset.items()
                .collect(Collectors.groupingBy(item -> item.category().orElseThrow(), Collectors.counting()));
        assertThat(counts)
                .isEqualTo(Map.of(
                        "tangibles", 4L, "reliability", 5L, "responsiveness", 4L, "assurance", 4L, "empathy", 5L));
        assertThat(Codebook.of(preset).size()).isEqualTo(44);
    }

    @Test
    void aKeyOfOnesOwnAndNoOtherName() {
        assertThat(Presets.of(Presets.KANO, "wishes").key()).isEqualTo("wishes");
        assertThatThrownBy(() -> Presets.of("../secrets")).isInstanceOf(Problem.class);
    }
}
