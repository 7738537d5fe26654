package org.entezar.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalizedTextTest {

    @Test
    void namesEachFaultWithItsPlace() {
        LocalizedText text =
                new LocalizedText(Map.of("en", "a\u0000b", "fa", "سلام", "zh-Hans", "你好吗", "English", "x"));
        assertThat(text.faults("/title", 2))
                .extracting(Violation::pointer, Violation::code)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("/title", ErrorCode.UNKNOWN_LANGUAGE),
                        org.assertj.core.groups.Tuple.tuple("/title/en", ErrorCode.TOO_LONG),
                        org.assertj.core.groups.Tuple.tuple("/title/fa", ErrorCode.TOO_LONG),
                        org.assertj.core.groups.Tuple.tuple("/title/zh-Hans", ErrorCode.TOO_LONG));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nul\u0000", "bell\u0007", "half\ud83d", "next line\u0085", "none\uffff"})
    void refusesWhatCannotBeStoredOrShown(String hostile) {
        assertThat(LocalizedText.of("en", hostile).faults("", 100))
                .extracting(Violation::code)
                .containsExactly(ErrorCode.FORBIDDEN_CHARACTER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"می‌روم", "<script>alert(1)</script>", "two\nlines", "👍", "ﷺ"})
    void takesTextAsText(String plain) {
        assertThat(LocalizedText.of("fa", plain).faults("", 100)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fa", "zh-Hans", "de-CH", "pt-BR", "fa-IR-u-ca-persian"})
    void knowsLanguageTags(String tag) {
        assertThat(Language.isTag(tag)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "und", "EN", "zh-hans", "en_US", "in English", "a", "en/../x"})
    void knowsWhatIsNoLanguageTag(String text) {
        assertThat(Language.isTag(text)).isFalse();
    }
}
