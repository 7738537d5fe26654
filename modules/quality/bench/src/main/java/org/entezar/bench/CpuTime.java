package org.entezar.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.entezar.fixtures.Product;

/**
 * Processor time of the server and of the database, from {@code /proc/<pid>/stat}: user and system time of every process
 * and of its children that have ended.
 *
 * @param server seconds of the application server
 * @param database seconds of PostgreSQL with all its workers
 */
record CpuTime(double server, double database) {

    private static final double TICKS_PER_SECOND = 100;
    private static final int USER = 11;
    private static final int CHILDREN_SYSTEM = 14;

    static CpuTime of(Product product) {
        double server = 0;
        double database = 0;
        for (ProcessHandle process : product.processes()) {
            String command = commandLine(process.pid());
            if (command.contains("launch-micro")) {
                server += seconds(process.pid());
            } else if (command.contains("postgres") && !command.contains("java")) {
                database += seconds(process.pid());
            }
        }
        return new CpuTime(server, database);
    }

    CpuTime since(CpuTime earlier) {
        return new CpuTime(server - earlier.server, database - earlier.database);
    }

    private static String commandLine(long pid) {
        try {
            return Files.readString(Path.of("/proc/" + pid + "/cmdline")).replace('\0', ' ');
        } catch (NoSuchFileException ended) {
            return "";
        } catch (IOException ended) {
            return "";
        }
    }

    static double seconds(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
            List<String> fields =
                    List.of(stat.substring(stat.lastIndexOf(')') + 2).split(" "));
            double ticks = 0;
            for (int i = USER; i <= CHILDREN_SYSTEM; i++) {
                ticks += Long.parseLong(fields.get(i));
            }
            return ticks / TICKS_PER_SECOND;
        } catch (NoSuchFileException ended) {
            return 0;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
