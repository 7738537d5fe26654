package org.entezar.kernel.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {
    @TempDir
    private Path folder;

    @Test
    void theEnvironmentGoesBeforeTheFileAndTheFileBeforeTheDefault() throws Exception {
        write("config/entezar.properties", "ENTEZAR_HTTP_PORT=8081\nENTEZAR_KEYCLOAK_PORT=8181\n");

        Settings settings = Settings.read(Map.of("ENTEZAR_HTTP_PORT", "8082"), folder);

        assertThat(settings.number(Setting.HTTP_PORT)).isEqualTo(8082);
        assertThat(settings.number(Setting.KEYCLOAK_PORT)).isEqualTo(8181);
        assertThat(settings.number(Setting.DATABASE_PORT)).isEqualTo(5433);
        assertThat(settings.isGiven(Setting.KEYCLOAK_PORT)).isTrue();
        assertThat(settings.isGiven(Setting.DATABASE_PORT)).isFalse();
    }

    @Test
    void anotherFileCanBeNamedAndMustThenBeThere() throws Exception {
        write("mine.properties", "ENTEZAR_DATA_DIR = kept\n");

        assertThat(Settings.read(Map.of("ENTEZAR_CONFIG_FILE", "mine.properties"), folder)
                        .path(Setting.DATA_DIR))
                .isEqualTo(folder.resolve("kept"));
        assertThatThrownBy(() -> Settings.read(Map.of("ENTEZAR_CONFIG_FILE", "absent.properties"), folder))
                .isInstanceOf(SettingRefused.class)
                .hasMessageContaining("absent.properties");
    }

    @Test
    void anUnknownNameInTheFileIsRefusedWithItsNameAndTheFile() throws Exception {
        write("config/entezar.properties", "ENTEZAR_HTPP_PORT=8081\n");

        assertThatThrownBy(() -> Settings.read(Map.of(), folder))
                .isInstanceOf(SettingRefused.class)
                .hasMessageContaining("ENTEZAR_HTPP_PORT")
                .hasMessageContaining("entezar.properties");
    }

    @Test
    void misspeltVariablesAreFound() {
        assertThat(Settings.unknownNames(Map.of("ENTEZAR_HTPP_PORT", "1", "ENTEZAR_CONFIG_FILE", "x", "PATH", "/")))
                .containsExactly("ENTEZAR_HTPP_PORT");
    }

    @ParameterizedTest
    @CsvSource({
        "ENTEZAR_HTTP_PORT, 0",
        "ENTEZAR_HTTP_PORT, 65536",
        "ENTEZAR_HTTP_PORT, eighty",
        "ENTEZAR_DEMO, yes",
        "ENTEZAR_SERVER_MEMORY, 256",
        "ENTEZAR_PUBLIC_URL, https://example.org/",
        "ENTEZAR_PUBLIC_URL, example.org",
        "ENTEZAR_DATABASE_URL, jdbc:mysql://localhost/entezar",
    })
    void aMalformedValueIsRefusedWithTheNameTheValueAndWhatItMustBe(String name, String value) {
        assertThatThrownBy(() -> Settings.read(Map.of(name, value), folder))
                .isInstanceOf(SettingRefused.class)
                .hasMessageContaining(name)
                .hasMessageContaining(value)
                .hasMessageContaining(Setting.of(name).orElseThrow().type().description());
    }

    @Test
    void whatHasNoDefaultMustBeSet() {
        Settings settings = Settings.read(Map.of(), folder);

        assertThat(settings.find(Setting.DATABASE_URL)).isEmpty();
        assertThatThrownBy(() -> settings.text(Setting.DATABASE_URL))
                .isInstanceOf(SettingRefused.class)
                .hasMessageContaining("ENTEZAR_DATABASE_URL is not set");
    }

    @Test
    void secretsAreNotShown() {
        Settings settings = Settings.read(Map.of("ENTEZAR_OIDC_CLIENT_SECRET", "hush"), folder);

        assertThat(settings.toString()).doesNotContain("hush").contains("ENTEZAR_OIDC_CLIENT_SECRET=(secret)");
        assertThat(settings.text(Setting.OIDC_CLIENT_SECRET)).isEqualTo("hush");
    }

    @Test
    void everyDefaultIsAccepted() {
        for (Setting setting : Setting.values()) {
            setting.defaultText().ifPresent(text -> assertThat(setting.type().refusal(text))
                    .as(setting.key())
                    .isEmpty());
        }
    }

    private void write(String name, String text) throws Exception {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
