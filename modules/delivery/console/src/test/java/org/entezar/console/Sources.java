package org.entezar.console;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;

/**
 * Files of all modules as they were written. What is built of them is passed over: it comes and goes while this is read,
 * since Maven builds other modules at the same time.
 */
public final class Sources {

    private static final Path MODULES = Path.of("../..");
    private static final Path BUILT = Path.of("target");

    private Sources() {}

    /** Those below any folder of that name, such as {@code src/main/java}. */
    public static List<Path> below(String folder) throws IOException {
        List<Path> found = new ArrayList<>();
        Files.walkFileTree(MODULES, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path visited, BasicFileAttributes attributes) {
                return visited.endsWith(BUILT) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (file.toString().contains("/" + folder + "/")) {
                    found.add(file);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                if (file.endsWith(BUILT)) {
                    return FileVisitResult.CONTINUE;
                }
                throw failure;
            }
        });
        return found;
    }
}
