package org.entezar.identity.internal.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DoorTextsTest {

    @ParameterizedTest
    @ValueSource(strings = {"door_fa", "door_zh_Hans"})
    void every_text_exists_in_every_language(String bundle) throws IOException {
        Properties english = texts("door");
        Properties other = texts(bundle);

        assertThat(other.keySet()).isEqualTo(english.keySet());
        english.forEach((key, text) -> assertThat(other.get(key)).as("%s", key).isNotEqualTo(text));
    }

    private static Properties texts(String bundle) throws IOException {
        Properties texts = new Properties();
        try (var in = Objects.requireNonNull(
                DoorTextsTest.class.getResourceAsStream("/org/entezar/identity/" + bundle + ".properties"))) {
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        return texts;
    }
}
