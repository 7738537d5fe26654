package org.entezar.launcher;

import java.util.List;

/**
 * Options of the Java machines that the launcher starts. The serial collector suits small heaps on few cores: less
 * memory, fewer threads. The optimising compiler begins later than usual, so that it is busy with what runs often rather
 * than with the start, of which it would take a third (docs/adr/0042): the same code in the end.
 */
final class JavaTuning {
    /** For the server: ten times later. */
    static final List<String> SERVER = later(10);

    /** For Keycloak, which people meet when they sign in: twenty times later. */
    static final List<String> KEYCLOAK = later(20);

    private JavaTuning() {}

    private static List<String> later(int times) {
        return List.of(
                "-XX:+UseSerialGC",
                "-XX:Tier4InvocationThreshold=" + 5_000 * times,
                "-XX:Tier4MinInvocationThreshold=" + 600 * times,
                "-XX:Tier4CompileThreshold=" + 15_000 * times,
                "-XX:Tier4BackEdgeThreshold=" + 40_000 * times);
    }
}
