package org.entezar.console.insight;

import static org.assertj.core.api.Assertions.assertThat;

import org.entezar.console.Text;
import org.entezar.insight.Absence;
import org.entezar.insight.Notice;
import org.entezar.kernel.Language;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WordingTest {

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyReasonAndNoticeHasWords(Language language) {
        Wording words = new Wording(language);
        for (Absence absence : Absence.values()) {
            assertThat(words.reason(absence.name())).isNotBlank().doesNotContain(absence.name());
        }
        for (Notice.Code code : Notice.Code.values()) {
            boolean ofOne = !Text.in(language, "insight.notice." + code).equals("insight.notice." + code)
                    && Text.in(language, "insight.notice." + code).contains("{0}");
            assertThat(words.notice(code.name(), ofOne ? "q7" : ""))
                    .isNotBlank()
                    .doesNotContain(code.name());
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void whatAMethodSaysIsSaidInTheSameWordsAsInTheCalculator(Language language) {
        assertThat(new Wording(language).reason("TOO_FEW")).isEqualTo(Text.filled(language, "notes.reason.TOO_FEW"));
        assertThat(new Wording(language).notice("INDICATIVE", ""))
                .isEqualTo(Text.filled(language, "notes.warning.INDICATIVE"));
    }
}
