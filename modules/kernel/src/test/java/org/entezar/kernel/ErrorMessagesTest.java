package org.entezar.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ErrorMessagesTest {

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyErrorHasATextOfItsOwnInEveryLanguage(Language language) {
        Messages messages = Messages.errors();
        assertThat(ErrorCode.values()).allSatisfy(code -> {
            String text = messages.text(language, code.name(), "a", "b");
            assertThat(text).isNotBlank().isNotEqualTo(code.name());
            if (language != Language.ENGLISH) {
                assertThat(text).isNotEqualTo(messages.text(Language.ENGLISH, code.name(), "a", "b"));
            }
        });
        assertThat(Arrays.stream(ErrorCode.values()).map(Enum::name)).doesNotHaveDuplicates();
    }
}
