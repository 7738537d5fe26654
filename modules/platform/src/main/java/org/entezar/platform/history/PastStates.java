package org.entezar.platform.history;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.entezar.platform.json.Json;
import org.entezar.platform.tenancy.Tx;

/**
 * Past states of things, read from the entries that made them so. Two changes of one thing are ordered by their
 * sequence, since the one that was recorded later decided; the time only says which of them had begun.
 */
public final class PastStates {

    private static final int MOST = 1_000;
    private static final String EXACT = "$number";

    private PastStates() {}

    /**
     * The entry that made the subject what it was.
     *
     * @param actions those that tell the whole state; other entries on the subject are passed over
     * @return empty when nothing had been recorded
     */
    public static Optional<Recorded> latest(Tx tx, String subject, Set<String> actions, Moment moment) {
        return tx.handle()
                .createQuery("""
                        select entry from history_entry
                        where workspace_id = :workspace and subject = :subject and action = any (:actions)
                          and at <= :at and sequence <= :upTo
                        order by sequence desc limit 1""")
                .bind("workspace", tx.workspace().value())
                .bind("subject", subject)
                .bindArray("actions", String.class, actions.toArray())
                .bind("at", moment.at().atOffset(ZoneOffset.UTC))
                .bind("upTo", moment.upTo())
                .mapTo(String.class)
                .findOne()
                .map(Recorded::parse);
    }

    /**
     * For each subject of a kind, the entry that made it what it was; those that had ended by then are left out.
     *
     * @param prefix beginning of the subjects with its slash, {@code standard/}
     * @param actions those that tell the whole state; other entries on the subjects are passed over
     * @param ends those of them that end a subject
     * @return by subject
     */
    public static Map<String, Recorded> latestOfEach(
            Tx tx, String prefix, Set<String> actions, Set<String> ends, Moment moment) {
        return tx.handle()
                .createQuery("""
                        select subject, entry from (
                            select distinct on (subject) subject, action, entry from history_entry
                            where workspace_id = :workspace and starts_with(subject, :prefix)
                              and action = any (:actions) and at <= :at and sequence <= :upTo
                            order by subject, sequence desc) latest
                        where action <> all (:ends)""")
                .bind("workspace", tx.workspace().value())
                .bind("prefix", prefix)
                .bindArray("actions", String.class, actions.toArray())
                .bindArray("ends", String.class, ends.toArray())
                .bind("at", moment.at().atOffset(ZoneOffset.UTC))
                .bind("upTo", moment.upTo())
                .map((row, context) -> Map.entry(row.getString(1), Recorded.parse(row.getString(2))))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** The entries on the subject that were written after the one moment and by the other, the oldest first. */
    public static List<Recorded> between(Tx tx, String subject, Set<String> actions, Moment after, Moment until) {
        return tx
                .handle()
                .createQuery("""
                        select entry from history_entry
                        where workspace_id = :workspace and subject = :subject and action = any (:actions)
                          and not (at <= :after and sequence <= :afterUpTo) and at <= :at and sequence <= :upTo
                        order by sequence limit :most""")
                .bind("workspace", tx.workspace().value())
                .bind("subject", subject)
                .bindArray("actions", String.class, actions.toArray())
                .bind("after", after.at().atOffset(ZoneOffset.UTC))
                .bind("afterUpTo", after.upTo())
                .bind("at", until.at().atOffset(ZoneOffset.UTC))
                .bind("upTo", until.upTo())
                .bind("most", MOST)
                .mapTo(String.class)
                .list()
                .stream()
                .map(Recorded::parse)
                .toList();
    }

    /**
     * Entries of an action that were begun by a time and recorded only after a sequence: what was at work just then.
     */
    public static List<Recorded> overtaken(Tx tx, String action, Instant at, long upTo) {
        return tx
                .handle()
                .createQuery("""
                        select entry from history_entry
                        where workspace_id = :workspace and action = :action and at <= :at and sequence > :upTo
                        order by sequence limit :most""")
                .bind("workspace", tx.workspace().value())
                .bind("action", action)
                .bind("at", at.atOffset(ZoneOffset.UTC))
                .bind("upTo", upTo)
                .bind("most", MOST)
                .mapTo(String.class)
                .list()
                .stream()
                .map(Recorded::parse)
                .toList();
    }

    /** One entry. */
    public static Optional<Recorded> entry(Tx tx, long sequence) {
        return tx.handle()
                .createQuery("select entry from history_entry where workspace_id = :workspace and sequence = :sequence")
                .bind("workspace", tx.workspace().value())
                .bind("sequence", sequence)
                .mapTo(String.class)
                .findOne()
                .map(Recorded::parse);
    }

    /** The moment that this transaction stands in: all that it sees recorded. */
    public static Moment present(Tx tx) {
        return new Moment(
                tx.now(),
                tx.handle()
                        .createQuery("select sequence from history_head where workspace_id = :workspace")
                        .bind("workspace", tx.workspace().value())
                        .mapTo(Long.class)
                        .findOne()
                        .orElse(0L));
    }

    /** When the workspace's history begins; empty before its first entry. */
    public static Optional<Instant> beginning(Tx tx) {
        return entry(tx, 1).map(Recorded::at);
    }

    /** A state that an entry holds, as the value that it was written from. */
    public static <T> T state(JsonNode state, Class<T> type) {
        return Json.read(plain(state).toString(), type);
    }

    /** Numbers that the canonical form spells out are numbers again. */
    public static JsonNode plain(JsonNode value) {
        if (value.isObject()) {
            if (value.size() == 1 && value.path(EXACT).isTextual()) {
                return Json.mapper()
                        .getNodeFactory()
                        .numberNode(new BigDecimal(value.get(EXACT).textValue()));
            }
            ObjectNode object = Json.mapper().createObjectNode();
            for (Map.Entry<String, JsonNode> field : value.properties()) {
                object.set(field.getKey(), plain(field.getValue()));
            }
            return object;
        }
        if (value.isArray()) {
            ArrayNode array = Json.mapper().createArrayNode();
            value.forEach(element -> array.add(plain(element)));
            return array;
        }
        return value;
    }
}
