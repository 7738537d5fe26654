package org.entezar.platform.database;

/**
 * Where the database is and as whom the server works there.
 *
 * @param url JDBC address, {@code jdbc:postgresql://127.0.0.1:5433/entezar}
 * @param user the server's role, which owns nothing and cannot pass row-level security
 * @param password its secret; never logged
 * @param maximumConnections size of the pool
 */
public record DatabaseSettings(String url, String user, String password, int maximumConnections) {

    @Override
    public String toString() {
        return "DatabaseSettings[" + url + ", " + user + ", " + maximumConnections + "]";
    }
}
