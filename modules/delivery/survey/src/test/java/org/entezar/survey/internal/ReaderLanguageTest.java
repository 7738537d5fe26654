package org.entezar.survey.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReaderLanguageTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "- | - | en",
                "fa | - | fa",
                "fa | en | fa",
                "xx | fa | fa",
                "- | fa-IR,fa;q=0.9,en;q=0.8 | fa",
                "- | zh-CN,zh;q=0.9 | zh-Hans",
                "- | de,fr;q=0.5 | en",
                "- | *;q=0.1, fa;q=0 | en",
                "- | ;;;=broken | en",
                "FA | - | fa",
                "zh | - | zh-Hans"
            })
    void theOneAskedForElseTheBrowsersElseTheFirst(String asked, String accepted, String expected) {
        assertThat(ReaderLanguage.choose(
                        List.of("en", "fa", "zh-Hans"), Optional.ofNullable(asked), Optional.ofNullable(accepted)))
                .isEqualTo(expected);
    }
}
