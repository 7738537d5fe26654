package org.entezar.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.entezar.fixtures.Product;

/** Resident memory of the product's processes; what PostgreSQL's workers share is counted once (proportional size). */
final class Memory {

    private Memory() {}

    static String of(Product product) {
        double server = 0;
        double database = 0;
        double identity = 0;
        for (ProcessHandle process : product.processes()) {
            String command = process.info().commandLine().orElse("");
            double size = mebibytes(process.pid());
            if (command.contains("launch-micro")) {
                server += size;
            } else if (command.contains("quarkus")) {
                identity += size;
            } else if (!command.contains("java")) {
                database += size;
            }
        }
        return String.format(
                Locale.ROOT, "server %.0f MiB, database %.0f MiB, Keycloak %.0f MiB", server, database, identity);
    }

    private static double mebibytes(long pid) {
        try {
            return Files.readAllLines(Path.of("/proc/" + pid + "/smaps_rollup")).stream()
                    .filter(line -> line.startsWith("Pss:"))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D+", "")) / 1024)
                    .findFirst()
                    .orElse(0);
        } catch (IOException ended) {
            return 0;
        }
    }
}
