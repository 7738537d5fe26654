package org.entezar.identity.internal.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReturnPathTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/w/aria-hotel/",
                "/w/aria-hotel/campaigns?after=x&limit=20",
                "/w/a/insights/servqual?from=2026-01-01#overall",
                "/w/a/%D9%85%D8%B1%DB%8C%D9%85"
            })
    void pages_of_the_product_are_kept(String asked) {
        assertThat(ReturnPath.of(asked).value()).isEqualTo(asked);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "https://evil.example/",
                "//evil.example/",
                "/\\evil.example/",
                "\\\\evil.example/",
                "/\t/evil.example",
                "/w/a\r\nSet-Cookie: x=y",
                "javascript:alert(1)",
                "w/relative",
                "/w/مریم",
                "/sign-in?return=/",
                "/sign-in/callback?code=x",
                "/sign-out",
                "/api/v1/workspaces"
            })
    void everything_else_leads_to_the_start_page(String asked) {
        assertThat(ReturnPath.of(asked).value()).isEqualTo("/");
    }

    @ParameterizedTest
    @ValueSource(ints = {1_501, 100_000})
    void what_no_cookie_could_hold_leads_to_the_start_page(int length) {
        assertThat(ReturnPath.of("/" + "x".repeat(length - 1)).value()).isEqualTo("/");
    }
}
