package org.entezar.bench;

import java.util.Arrays;
import java.util.Locale;

/**
 * What one operation cost.
 *
 * @param name of the operation
 * @param operations how many were counted
 * @param seconds they took together on the wall
 * @param latencies of each, in nanoseconds, sorted
 * @param cpu processor time of server and database together for all of them
 * @param target of DESIGN §11 in CPU milliseconds an operation, or empty
 */
record Measurement(String name, long operations, double seconds, long[] latencies, CpuTime cpu, String target) {

    Measurement {
        Arrays.sort(latencies);
    }

    static String header() {
        return "| operation | n | per second | p50 ms | p99 ms | server CPU-ms | database CPU-ms | both | target |\n"
                + "|---|---:|---:|---:|---:|---:|---:|---:|---|";
    }

    String row() {
        double server = cpu.server() * 1000 / operations;
        double database = cpu.database() * 1000 / operations;
        return String.format(
                Locale.ROOT,
                "| %s | %d | %.0f | %.2f | %.2f | %.3f | %.3f | %.3f | %s |",
                name,
                operations,
                operations / seconds,
                quantile(0.50),
                quantile(0.99),
                server,
                database,
                server + database,
                target);
    }

    private double quantile(double share) {
        return latencies[(int) Math.min(latencies.length - 1L, Math.round(share * latencies.length))] / 1e6;
    }
}
