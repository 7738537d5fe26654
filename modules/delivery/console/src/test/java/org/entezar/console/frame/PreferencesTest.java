package org.entezar.console.frame;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class PreferencesTest {

    @ParameterizedTest
    @CsvSource({
        "/, /",
        "/w/demo/campaigns, /w/demo/campaigns",
        "/w/demo?from=2026-01-01&to=2, /w/demo?from=2026-01-01&to=2"
    })
    void leadsBackToWhereOneWas(String back, String to) {
        assertThat(Preferences.local(back)).isEqualTo(to);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "//evil.example",
                "/\\evil.example",
                "https://evil.example",
                "javascript:alert(1)",
                "w/demo",
                "/a\nSet-Cookie: x=1",
                "/a b"
            })
    void neverLeadsOutOfTheProduct(String back) {
        assertThat(Preferences.local(back)).isEqualTo("/");
    }
}
