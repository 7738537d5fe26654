package org.entezar.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The plan of the house: which rooms there are, and from which room which other may be entered. */
final class House {

    static final String ROOT = "org.entezar.";

    private static final String POM = "pom.xml";

    /** Room to the rooms that it may use. A room may always use itself. */
    static final Map<String, Set<String>> MAY_USE = Map.ofEntries(
            Map.entry("kernel", Set.of()),
            Map.entry("methods", Set.of()),
            Map.entry("spi", Set.of()),
            Map.entry("evidence", Set.of()),
            Map.entry("platform", Set.of("kernel", "evidence")),
            Map.entry("postgres", Set.of()),
            Map.entry("workspace", Set.of("kernel", "platform")),
            Map.entry("questionnaire", Set.of("kernel", "platform", "workspace")),
            Map.entry("commitment", Set.of("kernel", "platform", "workspace", "questionnaire")),
            Map.entry("collection", Set.of("kernel", "platform", "evidence", "workspace", "questionnaire")),
            Map.entry("insight", Set.of("kernel", "platform", "workspace", "questionnaire", "collection", "methods")),
            Map.entry("relationship", Set.of("kernel", "platform", "workspace", "questionnaire", "collection")),
            Map.entry("template", Set.of("kernel", "platform", "workspace", "questionnaire", "spi")),
            Map.entry(
                    "audit",
                    Set.of(
                            "kernel",
                            "platform",
                            "evidence",
                            "workspace",
                            "questionnaire",
                            "commitment",
                            "collection",
                            "insight",
                            "relationship")),
            Map.entry("calculator", Set.of("kernel", "platform", "methods")),
            Map.entry("plugin", Set.of("spi")),
            Map.entry(
                    "demo",
                    Set.of(
                            "kernel",
                            "platform",
                            "workspace",
                            "questionnaire",
                            "commitment",
                            "collection",
                            "relationship",
                            "template",
                            "spi",
                            "methods")),
            Map.entry("identity", Set.of("kernel")),
            Map.entry(
                    "api",
                    Set.of(
                            "kernel",
                            "platform",
                            "workspace",
                            "questionnaire",
                            "commitment",
                            "collection",
                            "relationship",
                            "insight",
                            "audit",
                            "evidence",
                            "template",
                            "calculator",
                            "methods",
                            "identity",
                            "spi")),
            Map.entry(
                    "survey",
                    Set.of(
                            "kernel",
                            "platform",
                            "workspace",
                            "questionnaire",
                            "collection",
                            "audit",
                            "evidence",
                            "identity")),
            Map.entry(
                    "console",
                    Set.of(
                            "kernel",
                            "platform",
                            "workspace",
                            "questionnaire",
                            "commitment",
                            "collection",
                            "relationship",
                            "insight",
                            "audit",
                            "evidence",
                            "template",
                            "calculator",
                            "methods",
                            "identity",
                            "survey",
                            "spi")),
            Map.entry(
                    "server",
                    Set.of(
                            "kernel",
                            "platform",
                            "workspace",
                            "questionnaire",
                            "commitment",
                            "collection",
                            "relationship",
                            "insight",
                            "audit",
                            "evidence",
                            "template",
                            "calculator",
                            "methods",
                            "identity",
                            "survey",
                            "console",
                            "api",
                            "demo",
                            "spi")),
            Map.entry("verifier", Set.of("evidence")),
            Map.entry("launcher", Set.of("kernel", "postgres")));

    static final Set<String> FEATURES = Set.of(
            "workspace", "questionnaire", "commitment", "collection", "insight", "relationship", "template", "audit");

    private House() {}

    /** Folder of the project. */
    static Path root() {
        return Path.of(System.getProperty("entezar.root", "../../.."));
    }

    /** Compiled production classes of every module. */
    static JavaClasses classes() {
        return new ClassFileImporter().importPaths(modules("target/classes"));
    }

    /** The given folder of every module that has it; test kits left out. */
    static List<Path> modules(String folder) {
        return folders(root().resolve("modules"))
                .filter(group -> !group.endsWith("quality"))
                .flatMap(group -> Files.exists(group.resolve(POM)) ? Stream.of(group) : folders(group))
                .filter(module -> Files.exists(module.resolve(POM)))
                .map(module -> module.resolve(folder))
                .filter(Files::isDirectory)
                .sorted()
                .toList();
    }

    /** Read to its end at once: other modules may be built meanwhile. */
    private static Stream<Path> folders(Path parent) {
        try (Stream<Path> children = Files.list(parent)) {
            return children.filter(Files::isDirectory).toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The room of a class: the part of its package after the root. */
    static Optional<String> room(JavaClass type, String root) {
        String name = type.getPackageName();
        if (!name.startsWith(root)) {
            return Optional.empty();
        }
        String rest = name.substring(root.length());
        int dot = rest.indexOf('.');
        return Optional.of(dot < 0 ? rest : rest.substring(0, dot));
    }
}
