package org.entezar.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.entezar.postgres.KeptFolder;

/** Keeps the data folder tidy from run to run. */
final class KeptRun {
    private KeptRun() {}

    /** Empties the folder that lives for one run only. */
    static void prepare(DataFolder data) throws IOException {
        KeptFolder.remove(data.run());
        DataFolder.makePrivate(data.run());
    }

    /** Removes web applications, servers and archives of their classes that an upgrade or a change of plugins has replaced. */
    static void removeOldPrograms(DataFolder data, List<String> inUse) {
        try (Stream<Path> folders = Files.list(data.programs())) {
            folders.filter(folder -> folder.getFileName().toString().matches("(entezar|payara|classes)-[0-9a-f]{12}"))
                    .filter(folder -> !inUse.contains(folder.getFileName().toString()))
                    .forEach(KeptFolder::remove);
        } catch (IOException | UncheckedIOException untidy) {
            // Costs room only; the next start tries again.
        }
    }
}
