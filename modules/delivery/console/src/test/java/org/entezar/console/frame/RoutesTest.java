package org.entezar.console.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class RoutesTest {

    private static Routes<String> routes(String... paths) {
        Routes<String> routes = new Routes<>();
        for (String path : paths) {
            routes.add(path, path);
        }
        return routes;
    }

    @Test
    void aLiteralPartGoesBeforeAParameterWhateverTheOrderTheyWereHungIn() {
        Routes<String> routes = routes("campaigns/{campaign}", "campaigns/new", "{area}/{thing}");
        assertThat(routes.find("campaigns/new")).map(Routes.Found::target).contains("campaigns/new");
        assertThat(routes.find("campaigns/0199"))
                .hasValueSatisfying(found -> assertThat(found.parameters()).containsEntry("campaign", "0199"));
        assertThat(routes.find("other/new")).map(Routes.Found::target).contains("{area}/{thing}");
    }

    @Test
    void aPathMatchesAsAWholeOrNotAtAll() {
        Routes<String> routes = routes("", "campaigns", "campaigns/{campaign}/qr.svg");
        assertThat(routes.find("")).isPresent();
        assertThat(routes.find("campaigns/")).isEmpty();
        assertThat(routes.find("campaigns//qr.svg"))
                .as("an empty part names nothing")
                .isEmpty();
        assertThat(routes.find("campaigns/1/qr.svg/x")).isEmpty();
        assertThat(routes.find("campaigns/1/qrXsvg")).isEmpty();
        assertThat(routes.find("Campaigns")).isEmpty();
    }

    @Test
    void twoPagesAtOneAddressAreNoticedAtTheStart() {
        assertThatThrownBy(() -> routes("campaigns/{campaign}", "campaigns/{id}"))
                .isInstanceOf(IllegalStateException.class);
    }
}
