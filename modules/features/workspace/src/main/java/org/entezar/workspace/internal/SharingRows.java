package org.entezar.workspace.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.entezar.platform.tenancy.Tx;
import org.jdbi.v3.core.statement.Query;

/** Who sees only the campaigns that are shared with them, and which those are, in their table. */
public final class SharingRows {

    private static final String SELECT =
            "select subject, campaigns from shared_campaigns" + " where workspace_id = :workspace and ";
    private static final String OF_ONE = SELECT + "subject = :subject and ended_at is null";

    /** All who are bound, by subject. */
    public Map<String, Set<UUID>> all(Tx tx) {
        return bySubject(query(tx, SELECT + "ended_at is null"));
    }

    /** The same, and with nothing those whose membership ended since then. */
    public Map<String, Set<UUID>> all(Tx tx, Instant endedSince) {
        return bySubject(query(tx, SELECT + "(ended_at is null or ended_at > :since)")
                .bind("since", endedSince.atOffset(ZoneOffset.UTC)));
    }

    private static Map<String, Set<UUID>> bySubject(Query query) {
        return query.map((row, context) -> Map.entry(row.getString("subject"), campaigns(row))).stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** What is shared with a person; empty for somebody who is not bound. */
    public Optional<Set<UUID>> of(Tx tx, String subject) {
        return one(tx, subject, OF_ONE);
    }

    /** The same; until the end of the transaction nobody else changes it, and {@link #put} or {@link #remove} follows. */
    public Optional<Set<UUID>> lock(Tx tx, String subject) {
        boolean fresh = tx.handle()
                        .createUpdate("insert into shared_campaigns (workspace_id, subject, campaigns, set_at, set_by)"
                                + " values (:workspace, :subject, '{}', :at, :by) on conflict do nothing")
                        .bind("workspace", tx.workspace().value())
                        .bind("subject", subject)
                        .bind("at", tx.now().atOffset(ZoneOffset.UTC))
                        .bind("by", tx.caller().subject())
                        .execute()
                == 1;
        return fresh ? Optional.empty() : one(tx, subject, OF_ONE + " for update");
    }

    private static Optional<Set<UUID>> one(Tx tx, String subject, String sql) {
        return query(tx, sql)
                .bind("subject", subject)
                .map((row, context) -> campaigns(row))
                .findOne();
    }

    private static Query query(Tx tx, String sql) {
        return tx.handle().createQuery(sql).bind("workspace", tx.workspace().value());
    }

    private static Set<UUID> campaigns(ResultSet row) throws SQLException {
        return Set.copyOf(Arrays.asList((UUID[]) row.getArray("campaigns").getArray()));
    }

    /** Binds a person, whose row is locked, to these. */
    public void put(Tx tx, String subject, Set<UUID> campaigns) {
        tx.handle()
                .createUpdate("update shared_campaigns set campaigns = :campaigns, set_at = :at, set_by = :by,"
                        + " ended_at = null where workspace_id = :workspace and subject = :subject")
                .bind("workspace", tx.workspace().value())
                .bind("subject", subject)
                .bindArray("campaigns", UUID.class, campaigns.stream().sorted().toList())
                .bind("at", tx.now().atOffset(ZoneOffset.UTC))
                .bind("by", tx.caller().subject())
                .execute();
    }

    /** Nothing binds the person any more. */
    public void remove(Tx tx, String subject) {
        update(tx, subject, "delete from shared_campaigns where workspace_id = :workspace and subject = :subject");
    }

    /** Takes what is shared from a person who is removed, and forgets those who were before then. */
    public void end(Tx tx, String subject, Instant before) {
        tx.handle()
                .createUpdate("update shared_campaigns set campaigns = '{}', ended_at = :at"
                        + " where workspace_id = :workspace and subject = :subject and ended_at is null")
                .bind("workspace", tx.workspace().value())
                .bind("subject", subject)
                .bind("at", tx.now().atOffset(ZoneOffset.UTC))
                .execute();
        tx.handle()
                .createUpdate("delete from shared_campaigns where workspace_id = :workspace and ended_at < :before")
                .bind("workspace", tx.workspace().value())
                .bind("before", before.atOffset(ZoneOffset.UTC))
                .execute();
    }

    /** Whether what was shared with the person was ended since then. */
    public boolean isEnded(Tx tx, String subject, Instant since) {
        List<String> ended = tx.handle()
                .createQuery("select subject from shared_campaigns"
                        + " where workspace_id = :workspace and subject = :subject and ended_at > :since")
                .bind("workspace", tx.workspace().value())
                .bind("subject", subject)
                .bind("since", since.atOffset(ZoneOffset.UTC))
                .mapTo(String.class)
                .list();
        return !ended.isEmpty();
    }

    /** Forgets what was ended of somebody who comes in again. */
    public void forgetEnded(Tx tx, String subject) {
        update(
                tx,
                subject,
                "delete from shared_campaigns where workspace_id = :workspace and subject = :subject"
                        + " and ended_at is not null");
    }

    private static void update(Tx tx, String subject, String sql) {
        tx.handle()
                .createUpdate(sql)
                .bind("workspace", tx.workspace().value())
                .bind("subject", subject)
                .execute();
    }
}
