package org.entezar.launcher;

import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The Java that runs this command and all of its children. */
final class JavaRuntime {
    /** What Payara, Keycloak and Liquibase want beyond {@code java.base}; a stripped-down runtime may lack some. */
    static final List<String> REQUIRED_MODULES = List.of(
            "java.compiler",
            "java.desktop",
            "java.instrument",
            "java.logging",
            "java.management",
            "java.naming",
            "java.net.http",
            "java.prefs",
            "java.rmi",
            "java.scripting",
            "java.security.jgss",
            "java.security.sasl",
            "java.sql",
            "java.transaction.xa",
            "java.xml",
            "java.xml.crypto",
            "jdk.crypto.ec",
            "jdk.management",
            "jdk.naming.dns",
            "jdk.unsupported",
            "jdk.zipfs");

    private JavaRuntime() {}

    /** Refuses a runtime in which some part would fail later with a riddle. */
    static void check() {
        check(ModuleFinder.ofSystem().findAll().stream()
                .map(ModuleReference::descriptor)
                .map(descriptor -> descriptor.name())
                .collect(Collectors.toSet()));
    }

    static void check(Set<String> present) {
        Set<String> missing = new TreeSet<>(REQUIRED_MODULES);
        missing.removeAll(present);
        if (!missing.isEmpty()) {
            throw new LaunchFailure(
                    ExitCode.JAVA,
                    "the Java in " + System.getProperty("java.home") + " lacks " + String.join(", ", missing)
                            + ": use a complete JDK or JRE, 17 or later (Debian: openjdk-17-jre), or add the modules"
                            + " with jlink --add-modules");
        }
    }

    /** The program that starts a child on the same Java. */
    static String program() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
