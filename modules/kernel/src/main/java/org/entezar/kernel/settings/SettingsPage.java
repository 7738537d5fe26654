package org.entezar.kernel.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Writes the operator's page of all settings from the catalogue, so that it cannot go stale. */
public final class SettingsPage {
    private SettingsPage() {}

    /** The page in Markdown. */
    public static String markdown() {
        return """
                # Settings

                This page is generated from `org.entezar.kernel.settings.Setting`; a test fails when it is stale.

                A setting is an environment variable, or a line `NAME=value` in `config/entezar.properties` (another
                file: `ENTEZAR_CONFIG_FILE`). The environment goes before the file, the file before the default. An
                unknown name in the file and a malformed value are refused at the start with a message that names the
                setting. Relative paths are taken from the folder in which the command runs.

                | setting | default | what it does | must be | read by |
                |---|---|---|---|---|
                """ + Arrays.stream(Setting.values()).map(SettingsPage::row).collect(Collectors.joining("\n")) + """


                Secrets that are not set are generated at the first start and kept in `DATA_DIR/secrets`, readable for
                the account that runs Entezar only. Settings marked *secret* are never shown or logged.
                """;
    }

    private static String row(Setting setting) {
        return "| `" + setting.key() + "` | "
                + setting.defaultText().map(text -> "`" + text + "`").orElse("") + " | "
                + setting.description() + (setting.isSecret() ? " *Secret.*" : "") + " | "
                + setting.type().description() + " | "
                + setting.readers().stream()
                        .map(reader -> reader.name().toLowerCase(Locale.ROOT))
                        .sorted()
                        .collect(Collectors.joining(", "))
                + " |";
    }

    /** Writes the page to the file that the one argument names. */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 1) {
            throw new IllegalArgumentException("one argument: the file to write");
        }
        Files.writeString(Path.of(arguments[0]), markdown());
    }
}
