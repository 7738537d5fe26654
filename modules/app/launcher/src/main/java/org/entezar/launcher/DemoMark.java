package org.entezar.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Whether a data folder holds the demo, decided at its first start: the demo's people have a password that everybody
 * knows, so they are never added to real data, and never forgotten where they are.
 */
final class DemoMark {
    private DemoMark() {}

    static boolean decide(DataFolder data, boolean wanted, Progress progress) throws IOException {
        Path mark = data.folder().resolve("demo");
        if (!Files.exists(mark)) {
            if (Files.exists(data.database()) && wanted) {
                throw new LaunchFailure(ExitCode.SETTING, mixed(data));
            }
            Files.writeString(mark, wanted + "\n");
            return wanted;
        }
        boolean kept = Boolean.parseBoolean(Files.readString(mark).strip());
        if (wanted && !kept) {
            throw new LaunchFailure(ExitCode.SETTING, mixed(data));
        }
        if (kept && !wanted) {
            progress.say("this data folder holds the demo, whose password everybody knows: not for real use");
        }
        return kept;
    }

    private static String mixed(DataFolder data) {
        return data.folder() + " was made without the demo, whose people have a password that everybody knows: set"
                + " ENTEZAR_DATA_DIR to another folder for the demo, or start without --demo";
    }
}
