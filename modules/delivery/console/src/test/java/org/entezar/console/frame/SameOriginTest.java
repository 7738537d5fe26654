package org.entezar.console.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SameOriginTest {

    private static boolean accepts(String method, Map<String, String> headers) {
        return SameOrigin.accepts(Requests.request(method, "/w/demo", headers, Requests.notes()));
    }

    @ParameterizedTest
    @CsvSource({"same-origin, true", "none, true", "same-site, false", "cross-site, false", "anything, false"})
    void whatTheBrowserSaysOfTheSiteDecides(String site, boolean accepted) {
        assertThat(accepts("POST", Map.of("Sec-Fetch-Site", site))).isEqualTo(accepted);
        assertThat(accepts(
                        "POST",
                        Map.of("Sec-Fetch-Site", site, "Origin", "https://ours.example", "Host", "ours.example")))
                .isEqualTo(accepted);
    }

    @ParameterizedTest
    @CsvSource({
        "https://ours.example, true",
        "http://ours.example, true",
        "https://ours.example:8443, false",
        "https://ours.example.evil.example, false",
        "https://evil.example/ours.example, false",
        "https://ours.example@evil.example, false",
        "null, false",
        "not a uri, false"
    })
    void anOlderBrowserIsKnownByTheOrigin(String origin, boolean accepted) {
        Map<String, String> headers = new HashMap<>();
        headers.put("Origin", origin);
        headers.put("Host", "ours.example");
        assertThat(accepts("POST", headers)).isEqualTo(accepted);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "DELETE", "PATCH", "TRACE", "post"})
    void everyMethodThatMayChangeSomethingIsHeldToIt(String method) {
        assertThat(accepts(method, Map.of("Sec-Fetch-Site", "cross-site"))).isFalse();
    }

    @Test
    void lookingIsAllowedFromAnywhere() {
        assertThat(accepts("GET", Map.of("Sec-Fetch-Site", "cross-site"))).isTrue();
        assertThat(accepts("HEAD", Map.of("Origin", "https://evil.example", "Host", "ours.example")))
                .isTrue();
    }

    @Test
    void whatSaysNothingOfWhereItComesFromIsRefused() {
        assertThat(accepts("POST", Map.of("Host", "ours.example"))).isFalse();
    }
}
