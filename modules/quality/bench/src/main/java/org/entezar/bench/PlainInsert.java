package org.entezar.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.entezar.postgres.TemporaryPostgres;

/**
 * The yardstick of the same run: one plain row with a JSON document of the same size inserted and committed by one
 * connection into a PostgreSQL of the same build and the same durable settings, and nothing else.
 */
final class PlainInsert {

    private PlainInsert() {}

    static Measurement measure(int counted, String document) throws SQLException {
        TemporaryPostgres postgres = TemporaryPostgres.shared();
        String url = postgres.createDatabase("yardstick");
        try (Connection connection = postgres.connect(url);
                Statement statement = connection.createStatement()) {
            statement.execute("create table plain (id uuid primary key, document jsonb not null)");
            long[] latencies = new long[counted];
            try (PreparedStatement insert = connection.prepareStatement("insert into plain values (?, ?::jsonb)")) {
                for (int i = 0; i < counted / 4; i++) {
                    insert(insert, document);
                }
                double before = CpuOfOwnPostgres.seconds();
                long began = System.nanoTime();
                for (int i = 0; i < counted; i++) {
                    long start = System.nanoTime();
                    insert(insert, document);
                    latencies[i] = System.nanoTime() - start;
                }
                double seconds = (System.nanoTime() - began) / 1e9;
                CpuTime cpu = new CpuTime(0, CpuOfOwnPostgres.seconds() - before);
                return new Measurement("plain PostgreSQL insert", counted, seconds, latencies, cpu, "yardstick");
            }
        }
    }

    private static void insert(PreparedStatement insert, String document) throws SQLException {
        insert.setObject(1, UUID.randomUUID());
        insert.setString(2, document);
        insert.executeUpdate();
    }

    /** Processor time of the PostgreSQL that this JVM itself started. */
    private static final class CpuOfOwnPostgres {
        static double seconds() {
            return ProcessHandle.current()
                    .descendants()
                    .filter(process -> process.info().command().orElse("").endsWith("/postgres"))
                    .filter(process -> !belongsToProduct(process))
                    .mapToDouble(process -> CpuTime.seconds(process.pid()))
                    .sum();
        }

        private static boolean belongsToProduct(ProcessHandle process) {
            return process.parent()
                    .map(parent -> parent.info().command().orElse("").endsWith("/java")
                            ? !parent.equals(ProcessHandle.current())
                            : belongsToProduct(parent))
                    .orElse(false);
        }
    }
}
