package org.entezar.console.methods;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.entezar.console.Text;
import org.entezar.kernel.Language;
import org.entezar.methods.InvalidInputException;
import org.entezar.methods.Reason;
import org.entezar.methods.Warning;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every code that a method can give has words in every language, and no words speak of a code that is gone. */
class NotesTest {

    private static final List<String> KEYS = Stream.of(
                    names("warning.", Warning.values()),
                    names("reason.", Reason.values()),
                    names("refusal.", InvalidInputException.Code.values()))
            .flatMap(stream -> stream)
            .toList();

    private static Stream<String> names(String prefix, Enum<?>[] codes) {
        return Arrays.stream(codes).map(code -> prefix + code.name());
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyCodeHasWordsAndEveryWordACode(Language language) {
        ResourceBundle notes = ResourceBundle.getBundle("org.entezar.console.notes", language.locale());
        assertThat(notes.keySet()).containsExactlyInAnyOrderElementsOf(KEYS);
        assertThat(KEYS).allSatisfy(key -> assertThat(Text.in(language, "notes." + key))
                .as("%s in %s", key, language)
                .isNotBlank()
                .isNotEqualTo("notes." + key));
    }
}
