package org.entezar.launcher;

import java.util.List;

/** Options of the Java machines that the launcher starts. */
final class JavaTuning {
    /**
     * The serial collector suits small heaps on few cores: less memory, fewer threads. The optimising compiler begins
     * six times later than usual, so that it is busy with what runs often rather than with the start: a quarter less
     * CPU time until ready, the same code in the end (docs/adr/0042).
     */
    static final List<String> QUICK_START = List.of(
            "-XX:+UseSerialGC",
            "-XX:Tier4InvocationThreshold=30000",
            "-XX:Tier4MinInvocationThreshold=5000",
            "-XX:Tier4CompileThreshold=60000",
            "-XX:Tier4BackEdgeThreshold=200000");

    private JavaTuning() {}
}
