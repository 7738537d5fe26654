package org.entezar.kernel.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class SettingsPageTest {
    @Test
    void theOperatorsPageIsUpToDate() {
        Path page = Path.of("../../docs/operate/settings.md");

        assertThat(page)
                .as("stale: write it anew with org.entezar.kernel.settings.SettingsPage docs/operate/settings.md")
                .hasContent(SettingsPage.markdown());
    }
}
