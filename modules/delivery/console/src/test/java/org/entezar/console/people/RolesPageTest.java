package org.entezar.console.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.entezar.console.Text;
import org.entezar.kernel.Language;
import org.junit.jupiter.api.Test;

class RolesPageTest {

    @Test
    void thePageSaysWhatTheTableSays() throws IOException {
        assertThat(Files.readString(Path.of("../../../docs/guide/roles.md")))
                .as("stale: write it anew with org.entezar.console.people.RolesPage docs/guide/roles.md")
                .isEqualTo(RolesPage.markdown());
    }

    @Test
    void everyPermissionHasWordsInEveryLanguage() {
        for (Language language : Language.values()) {
            assertThat(new RoleMatrix().getPermissions()).allSatisfy(permission -> {
                String key = "people.permission." + permission.name();
                assertThat(Text.in(language, key)).isNotEqualTo(key);
            });
        }
    }
}
