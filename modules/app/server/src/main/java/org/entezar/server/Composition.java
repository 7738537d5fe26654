package org.entezar.server;

import java.time.Clock;
import org.entezar.identity.Identity;
import org.entezar.identity.IdentitySettings;
import org.entezar.kernel.Uuids;
import org.entezar.platform.database.Database;
import org.entezar.platform.database.DatabaseSettings;
import org.entezar.platform.history.HistoryWriter;
import org.entezar.platform.tenancy.Work;

/**
 * The product as plain objects: every facade with what it needs, made once at start and closed at the end. CDI only
 * hands out what stands here ({@link Wiring}), so that tests can build the same product without a container.
 */
public final class Composition implements AutoCloseable {

    private final Clock clock;
    private final Uuids ids;
    private final Database database;
    private final Work work;
    private final Identity identity;

    public Composition(DatabaseSettings databaseSettings, IdentitySettings identitySettings, Clock clock) {
        this.clock = clock;
        this.ids = new Uuids(clock);
        this.database = Database.open(databaseSettings);
        this.work = new Work(database, new HistoryWriter(), clock);
        this.identity = new Identity(identitySettings, clock);
    }

    public Clock clock() {
        return clock;
    }

    public Uuids ids() {
        return ids;
    }

    public Database database() {
        return database;
    }

    public Work work() {
        return work;
    }

    public Identity identity() {
        return identity;
    }

    @Override
    public void close() {
        database.close();
    }
}
