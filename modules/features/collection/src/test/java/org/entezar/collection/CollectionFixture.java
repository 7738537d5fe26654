package org.entezar.collection;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.entezar.fixtures.Callers;
import org.entezar.fixtures.TestDatabase;
import org.entezar.kernel.Caller;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.LocalizedText;
import org.entezar.kernel.Problem;
import org.entezar.kernel.Uuids;
import org.entezar.kernel.WorkspaceId;
import org.entezar.platform.jobs.Jobs;
import org.entezar.platform.tenancy.Work;
import org.entezar.questionnaire.Questionnaire;

/** The feature over a database of its own, at a time that the test sets. */
final class CollectionFixture implements AutoCloseable {

    static final Instant START = Instant.parse("2026-03-21T08:00:00Z");

    final TestDatabase database = TestDatabase.create();
    final SetClock clock = new SetClock();
    final Work work = database.work(clock);
    final Uuids ids = new Uuids(Clock.systemUTC());
    final Jobs jobs = new Jobs(work, ids, 1);
    final Collection collection = new Collection(
            work,
            this::document,
            this::published,
            workspace -> ZoneId.of("Asia/Tehran"),
            jobs,
            new PersonalKeys(new byte[PersonalKeys.KEY_BYTES]),
            ids,
            clock);
    private volatile Questionnaire document;

    CollectionFixture() {
        this(Stay.DOCUMENT);
    }

    CollectionFixture(Questionnaire document) {
        this.document = document;
    }

    private int published(Caller caller, WorkspaceId workspace, Questionnaire made) {
        publish(made);
        return 1;
    }

    /** Takes another questionnaire's place as the only published one. */
    void publish(Questionnaire published) {
        document = published;
    }

    /** A clock that stands until it is set. */
    static final class SetClock extends Clock {
        private volatile Instant now = START;

        void set(Instant time) {
            now = time;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    private Questionnaire document(WorkspaceId workspace, String key, int version) {
        if (version != 1 || !key.equals(document.key())) {
            throw new Problem(ErrorCode.NOT_FOUND);
        }
        return document;
    }

    /** A workspace with one member, its owner. */
    record Tenant(WorkspaceId workspace, Caller owner) {}

    Tenant tenant() {
        WorkspaceId workspace = new WorkspaceId(ids.next());
        return new Tenant(workspace, Callers.owner(workspace));
    }

    Campaign campaign(Tenant tenant) {
        return collection
                .campaigns()
                .create(
                        tenant.owner(),
                        tenant.workspace(),
                        NewCampaign.of(document.key(), 1, LocalizedText.of("en", "Spring")));
    }

    ResponseId id() {
        return new ResponseId(ids.next());
    }

    /** A number out of the database, seen by the superuser, who sees every workspace. */
    long count(String sql) throws SQLException {
        try (Connection connection = database.asSuperuser();
                Statement statement = connection.createStatement()) {
            statement.execute("set search_path to entezar");
            try (ResultSet rows = statement.executeQuery(sql)) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    void execute(String sql) throws SQLException {
        try (Connection connection = database.asSuperuser();
                Statement statement = connection.createStatement()) {
            statement.execute("set search_path to entezar");
            statement.execute(sql);
        }
    }

    @Override
    public void close() {
        jobs.close();
        collection.close();
        database.close();
    }
}
