package org.entezar.platform.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import javax.sql.DataSource;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Problem;
import org.jdbi.v3.core.Jdbi;

/**
 * A pool of connections under the server's role. Refuses to start with a role that could pass row-level security, so
 * that a slip in the settings cannot take the second wall down.
 */
public final class Database implements AutoCloseable {

    /** Schema of all of Entezar's tables. */
    public static final String SCHEMA = "entezar";

    /** It is stopping or starting; its disk is full, its memory or its connections are used up. */
    private static final Set<String> UNREACHABLE = Set.of("57P01", "57P02", "57P03", "53100", "53200", "53300");

    private final HikariDataSource pool;
    private final Jdbi jdbi;

    private Database(HikariDataSource pool) {
        this.pool = pool;
        this.jdbi = Jdbi.create(pool);
    }

    /**
     * Opens the pool.
     *
     * @throws IllegalStateException when the role is a superuser, bypasses row-level security or owns a table
     */
    public static Database open(DatabaseSettings settings) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("entezar");
        config.setJdbcUrl(settings.url());
        // Payara takes the driver out of DriverManager when it closes the class loader that it scans the WAR with.
        config.setDriverClassName(org.postgresql.Driver.class.getName());
        config.setUsername(settings.user());
        config.setPassword(settings.password());
        config.setMaximumPoolSize(settings.maximumConnections());
        config.setMinimumIdle(2);
        config.setConnectionTimeout(10_000);
        config.addDataSourceProperty("currentSchema", SCHEMA);
        config.setAutoCommit(false);
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        config.addDataSourceProperty("ApplicationName", "entezar");
        Database database = new Database(new HikariDataSource(config));
        try {
            database.refusePowerfulRole();
            return database;
        } catch (RuntimeException refused) {
            database.close();
            throw refused;
        }
    }

    private void refusePowerfulRole() {
        boolean powerful = jdbi.withHandle(handle -> handle.createQuery("""
                        select r.rolsuper or r.rolbypassrls or exists (
                                 select 1 from pg_class c join pg_namespace n on n.oid = c.relnamespace
                                 where n.nspname = :schema and c.relowner = r.oid)
                        from pg_roles r where r.rolname = current_user""")
                .bind("schema", SCHEMA)
                .mapTo(Boolean.class)
                .one());
        if (powerful) {
            throw new IllegalStateException("The server's database role is a superuser, bypasses row-level security or"
                    + " owns tables; give ENTEZAR_DATABASE_USER a role that can do none of these");
        }
    }

    public DataSource dataSource() {
        return pool;
    }

    public Jdbi jdbi() {
        return jdbi;
    }

    /** A connection of the pool, outside any unit of work; automatic commit is off. */
    public Connection connection() {
        try {
            return pool.getConnection();
        } catch (SQLException unreachable) {
            throw new Problem(ErrorCode.DATABASE_UNAVAILABLE);
        }
    }

    /** Whether the failure means that the database is away or full, rather than that a statement was wrong. */
    public static boolean isUnreachable(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLTransientConnectionException) {
                return true;
            }
            if (cause instanceof SQLException sql
                    && sql.getSQLState() != null
                    && (sql.getSQLState().startsWith("08") || UNREACHABLE.contains(sql.getSQLState()))) {
                return true;
            }
        }
        return false;
    }

    /** Whether the failure is the violation of a unique key. */
    public static boolean isDuplicate(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && "23505".equals(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void close() {
        pool.close();
    }
}
