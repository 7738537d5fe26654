package org.entezar.identity.internal.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReachTest {

    @ParameterizedTest
    @CsvSource({
        "/, OPEN",
        "/help/campaigns, OPEN",
        "/helping, MEMBERS",
        "/style-guide, OPEN",
        "/offline, OPEN",
        "/methods, OPEN",
        "/methods/servqual, OPEN",
        "/sign-out, OPEN",
        "/s/AbC123, BLIND",
        "/ready, BLIND",
        "/sign-in, BLIND",
        "/sign-in/callback, BLIND",
        "/assets/abc/css/entezar.css, BLIND",
        "/jakarta.faces.resource/components.js.xhtml, BLIND",
        "/api, API",
        "/api/v1/workspaces, API",
        "/api/v1/methods, OPEN_API",
        "/api/v1/methods/servqual_gap, OPEN_API",
        "/api/v1/openapi, OPEN_API",
        "/api/v1/methodsx, API",
        "/w/aria-hotel/, MEMBERS",
        "/workspaces, MEMBERS",
        "/console/landing.xhtml, MEMBERS",
        "/health, CLOSED",
        "/health/ready, CLOSED",
        "/metrics, CLOSED",
        "/openapi, CLOSED",
        "/sitemap, MEMBERS",
        "/sign-inside, MEMBERS",
        "/readyness, MEMBERS",
        "/anything/else, MEMBERS"
    })
    void what_is_not_listed_is_for_people_who_signed_in(String path, Reach reach) {
        assertThat(Reach.of(path)).isEqualTo(reach);
    }
}
