package org.entezar.audit.internal.reading;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entezar.audit.HistoryEntry;
import org.entezar.audit.HistoryFilter;
import org.entezar.evidence.Entry;
import org.entezar.evidence.Hash;
import org.entezar.platform.tenancy.Tx;
import org.jdbi.v3.core.statement.Query;

/** Entries of history out of their table. */
public final class EntryRows {

    private static final int MOST_ACTORS = 500;

    private EntryRows() {}

    /**
     * The entries that fit, at most {@code limit}, from where the page before ended. A period is read in the order of
     * time, along the index of that, and all else in the order of the sequence; the two differ only between transactions
     * that ran at once.
     */
    public static List<HistoryEntry> page(Tx tx, HistoryFilter filter, Optional<Long> after, int limit) {
        Map<String, Object> bound = new LinkedHashMap<>();
        StringBuilder sql = new StringBuilder("select entry, hash from history_entry where workspace_id = :workspace");
        boolean inTime = filter.from().isPresent() || filter.to().isPresent();
        String beyond = filter.oldestFirst() ? " > " : " < ";
        after.ifPresent(sequence -> {
            Optional<Instant> time = inTime ? at(tx, sequence) : Optional.empty();
            sql.append(
                    time.isPresent()
                            ? " and (at, sequence)" + beyond + "(:afterAt, :after)"
                            : " and sequence" + beyond + ":after");
            bound.put("after", sequence);
            time.ifPresent(at -> bound.put("afterAt", at.atOffset(ZoneOffset.UTC)));
        });
        filter.from().ifPresent(time -> {
            sql.append(" and at >= :from");
            bound.put("from", time.atOffset(ZoneOffset.UTC));
        });
        filter.to().ifPresent(time -> {
            sql.append(" and at < :to");
            bound.put("to", time.atOffset(ZoneOffset.UTC));
        });
        filter.actor().ifPresent(actor -> {
            sql.append(" and actor = :actor");
            bound.put("actor", actor);
        });
        filter.action().ifPresent(action -> {
            sql.append(action.endsWith(".") ? " and starts_with(action, :action)" : " and action = :action");
            bound.put("action", action);
        });
        filter.subject().ifPresent(subject -> {
            sql.append(subject.endsWith("/") ? " and starts_with(subject, :subject)" : " and subject = :subject");
            bound.put("subject", subject);
        });
        filter.campaign().ifPresent(campaign -> {
            sql.append(" and campaign_id = :campaign");
            bound.put("campaign", campaign.value());
        });
        String direction = filter.oldestFirst() ? "" : " desc";
        sql.append(" order by ")
                .append(inTime ? "at" + direction + ", " : "")
                .append("sequence")
                .append(direction);
        sql.append(" limit :limit");
        Query query = tx.handle()
                .createQuery(sql.toString())
                .bind("workspace", tx.workspace().value())
                .bind("limit", limit);
        bound.forEach(query::bind);
        return query.map((rows, context) -> entry(rows)).list();
    }

    /** Of each of these actions the latest entries within a period, all in the order in which they were written. */
    public static List<HistoryEntry> ofActions(Tx tx, List<String> actions, Instant from, Instant to, int most) {
        return tx.handle()
                .createQuery("""
                        select latest.entry, latest.hash from unnest(:actions) as wanted (action)
                        cross join lateral (
                            select e.sequence, e.entry, e.hash from history_entry e
                            where e.workspace_id = :workspace and e.action = wanted.action
                              and e.at >= :from and e.at < :to
                            order by e.sequence desc limit :most) latest
                        order by latest.sequence""")
                .bind("workspace", tx.workspace().value())
                .bindArray("actions", String.class, actions)
                .bind("from", from.atOffset(ZoneOffset.UTC))
                .bind("to", to.atOffset(ZoneOffset.UTC))
                .bind("most", most)
                .map((rows, context) -> entry(rows))
                .list();
    }

    /** One entry. */
    public static Optional<HistoryEntry> find(Tx tx, long sequence) {
        return tx.handle()
                .createQuery("""
                        select entry, hash from history_entry
                        where workspace_id = :workspace and sequence = :sequence""")
                .bind("workspace", tx.workspace().value())
                .bind("sequence", sequence)
                .map((rows, context) -> entry(rows))
                .findOne();
    }

    private static HistoryEntry entry(ResultSet rows) throws SQLException {
        String text = rows.getString(1);
        return new HistoryEntry(Entry.parse(text), Hash.parse(rows.getString(2)), text);
    }

    /** How many entries there are; the sequence of the last. */
    public static long size(Tx tx) {
        return tx.handle()
                .createQuery("select coalesce(max(sequence), 0) from history_entry where workspace_id = :workspace")
                .bind("workspace", tx.workspace().value())
                .mapTo(Long.class)
                .one();
    }

    /** When the entry was written. */
    public static Optional<Instant> at(Tx tx, long sequence) {
        return tx.handle()
                .createQuery("select at from history_entry where workspace_id = :workspace and sequence = :sequence")
                .bind("workspace", tx.workspace().value())
                .bind("sequence", sequence)
                .map((rows, context) -> rows.getObject(1, OffsetDateTime.class).toInstant())
                .findOne();
    }

    /** Whether an entry about this subject was written since. */
    public static boolean isThereSince(Tx tx, String subject, Instant since) {
        return tx.handle()
                .createQuery("""
                        select at from history_entry where workspace_id = :workspace and subject = :subject
                        order by sequence desc limit 1""")
                .bind("workspace", tx.workspace().value())
                .bind("subject", subject)
                .map((rows, context) -> rows.getObject(1, OffsetDateTime.class).toInstant())
                .findOne()
                .filter(at -> !at.isBefore(since))
                .isPresent();
    }

    /** Who acted, each under the name of the latest entry. Walks the index from actor to actor. */
    public static List<Entry.Actor> actors(Tx tx) {
        return tx
                .handle()
                .createQuery("""
                        with recursive actors as (
                            (select actor from history_entry where workspace_id = :workspace order by actor limit 1)
                            union all
                            select (select e.actor from history_entry e
                                    where e.workspace_id = :workspace and e.actor > actors.actor
                                    order by e.actor limit 1)
                            from actors where actors.actor is not null)
                        select last.entry from actors
                        cross join lateral (select entry from history_entry e
                            where e.workspace_id = :workspace and e.actor = actors.actor
                            order by e.sequence desc limit 1) last
                        where actors.actor is not null limit :most""")
                .bind("workspace", tx.workspace().value())
                .bind("most", MOST_ACTORS)
                .map((rows, context) -> Entry.parse(rows.getString(1)).actor())
                .list()
                .stream()
                .sorted(java.util.Comparator.comparing(Entry.Actor::name).thenComparing(Entry.Actor::subject))
                .toList();
    }

    /** What was done, sorted. */
    public static List<String> actions(Tx tx) {
        return tx.handle()
                .createQuery("""
                        with recursive actions as (
                            (select action from history_entry where workspace_id = :workspace order by action limit 1)
                            union all
                            select (select e.action from history_entry e
                                    where e.workspace_id = :workspace and e.action > actions.action
                                    order by e.action limit 1)
                            from actions where actions.action is not null)
                        select action from actions where action is not null""")
                .bind("workspace", tx.workspace().value())
                .mapTo(String.class)
                .list();
    }
}
