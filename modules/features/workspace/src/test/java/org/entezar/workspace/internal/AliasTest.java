package org.entezar.workspace.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AliasTest {

    @ParameterizedTest
    @ValueSource(strings = {"aria-hotel", "abc", "a1-b2-c3", "hotel2026"})
    void allowed(String alias) {
        assertThat(Alias.isAllowed(alias)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ab",
                "api",
                "sign-in",
                "Aria",
                "1hotel",
                "-hotel",
                "hotel-",
                "a--b",
                "a_b",
                "هتل",
                "a/b",
                "a.b",
                "a\nb",
                "0199a000-0000-7000-8000-000000000001",
                "a2345678901234567890123456789012345678901"
            })
    void refused(String alias) {
        assertThat(Alias.isAllowed(alias)).isFalse();
    }
}
