package org.entezar.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchWordsTest {

    @ParameterizedTest
    @CsvSource({
        "stay, Your stay with us",
        "STAY your, Your stay with us",
        "cafe, Café at the harbour",
        "پرسشنامه, پرسش‌نامهٔ مهمان",
        "كيفيت, کیفیت خدمت",
        "1405, بهار ۱۴۰۵",
        "۱۴۰۵, Spring 1405",
        "期望, 顾客期望调查",
        "fi, ﬁrst"
    })
    void aTextIsFoundHoweverItIsTyped(String typed, String text) {
        assertThat(SearchWords.of(typed).in(text)).isTrue();
    }

    @Test
    void everyWordMustBeThere() {
        assertThat(SearchWords.of("stay abroad").in("Your stay with us")).isFalse();
        assertThat(SearchWords.of("stay").in(LocalizedText.of("en", "Your stay", "fa", "اقامت", "zh-Hans", "住宿")))
                .isTrue();
        assertThat(SearchWords.of("stay 住宿").in(LocalizedText.of("en", "Your stay", "fa", "اقامت", "zh-Hans", "住宿")))
                .isFalse();
    }

    @Test
    void whatIsTooLongIsCut() {
        assertThat(SearchWords.of("a ".repeat(1_000)).words()).hasSize(8);
        assertThat(SearchWords.of("a".repeat(1_000)).words().get(0)).hasSize(SearchWords.LONGEST);
        assertThat(SearchWords.of("  ‌ ").isEmpty()).isTrue();
    }
}
