package org.entezar.collection.internal.response;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.entezar.collection.ImportId;
import org.entezar.collection.ResponseId;
import org.entezar.collection.internal.sealing.Unsealed;
import org.entezar.platform.json.Json;
import org.entezar.platform.tenancy.Tx;
import org.jdbi.v3.core.result.ResultSetException;
import org.jspecify.annotations.Nullable;

/**
 * Puts responses and their vectors into the database: plain JDBC, many rows a statement. The number of rows of a
 * statement is a power of two, so that there are few shapes of it and the database keeps their plans.
 */
public final class ResponseStore {

    private static final int MOST_ROWS = 64;

    private static final String RESPONSE = "insert into response (workspace_id, id, campaign_id, version, submitted_at,"
            + " received_at, language, context, answers, import_id, source_key, supersedes) values ";
    private static final String RESPONSE_ROW =
            "(?::uuid, ?::uuid, ?::uuid, ?::int, ?::timestamptz, ?::timestamptz, ?, ?::jsonb, ?::jsonb, ?::uuid, ?, ?::uuid)";
    private static final String VECTOR = "insert into response_vector (workspace_id, campaign_id, submitted_ms,"
            + " response_id, received_ms, segment, site, codes) values ";
    private static final String VECTOR_ROW = "(?::uuid, ?::uuid, ?::int8, ?::uuid, ?::int8, ?, ?, ?::bytea)";
    private static final String UNLESS_THERE = " on conflict do nothing";

    private ResponseStore() {}

    /**
     * Inserts rows of which each is most likely new, in one exchange with the database for all that belongs to them.
     *
     * @return false when one of them was there already: the transaction must then be rolled back, and {@link #insert}
     *     tells in another what became of each
     */
    public static boolean insertNew(Tx tx, List<ResponseRow> rows) {
        List<ResponseRow> ordered = ordered(rows);
        try {
            for (int from = 0; from < ordered.size(); ) {
                int size = size(ordered.size() - from);
                if (!insertTogether(tx, ordered.subList(from, from + size))) {
                    return false;
                }
                from += size;
            }
            insertKeys(tx, ordered);
            return true;
        } catch (SQLException failure) {
            throw failed(failure);
        }
    }

    /** Sent as one, since the driver sends statements that stand together without waiting between them. */
    private static boolean insertTogether(Tx tx, List<ResponseRow> rows) throws SQLException {
        int size = rows.size();
        String sql = RESPONSE + repeated(RESPONSE_ROW, size) + UNLESS_THERE + ";" + VECTOR + repeated(VECTOR_ROW, size)
                + UNLESS_THERE + ";" + Unsealed.INSERT + UNLESS_THERE;
        try (PreparedStatement statement = tx.connection().prepareStatement(sql)) {
            int at = 1;
            for (ResponseRow row : rows) {
                at = bind(statement, at, tx.workspace().value(), row);
            }
            for (ResponseRow row : rows) {
                at = bindVector(statement, at, tx.workspace().value(), row);
            }
            Unsealed.bind(statement, at, tx.workspace().value(), rows);
            return statement.executeUpdate() == size;
        }
    }

    private static ResultSetException failed(SQLException failure) {
        return new ResultSetException("Responses could not be stored", failure, null);
    }

    /**
     * Two groups with common ids must not wait for each other crosswise. Rows of a file keep its order: of two with the
     * same name the first counts.
     */
    private static List<ResponseRow> ordered(List<ResponseRow> rows) {
        List<ResponseRow> ordered = new ArrayList<>(rows);
        if (rows.stream().allMatch(row -> row.importId().isEmpty())) {
            ordered.sort(Comparator.comparing(row -> row.id().value()));
        }
        return ordered;
    }

    /**
     * Inserts the rows, each at most once.
     *
     * @return an outcome for each row, in the order given
     */
    public static List<Outcome> insert(Tx tx, List<ResponseRow> rows) {
        try {
            Set<UUID> inserted = insertResponses(tx, ordered(rows));
            List<ResponseRow> fresh = new ArrayList<>(inserted.size());
            Set<UUID> taken = new HashSet<>();
            boolean[] accepted = new boolean[rows.size()];
            for (int i = 0; i < rows.size(); i++) {
                UUID id = rows.get(i).id().value();
                if (inserted.contains(id) && taken.add(id)) {
                    accepted[i] = true;
                    fresh.add(rows.get(i));
                }
            }
            insertVectors(tx, fresh);
            insertKeys(tx, fresh);
            Unsealed.list(tx, fresh);
            List<Outcome> outcomes = new ArrayList<>(rows.size());
            for (int i = 0; i < rows.size(); i++) {
                outcomes.add(accepted[i] ? Outcome.ACCEPTED : compared(tx, rows.get(i)));
            }
            return outcomes;
        } catch (SQLException failure) {
            throw failed(failure);
        }
    }

    private static Set<UUID> insertResponses(Tx tx, List<ResponseRow> rows) throws SQLException {
        Set<UUID> inserted = new HashSet<>();
        for (int from = 0; from < rows.size(); ) {
            int size = size(rows.size() - from);
            String sql = RESPONSE + repeated(RESPONSE_ROW, size) + UNLESS_THERE + " returning id";
            try (PreparedStatement statement = tx.connection().prepareStatement(sql)) {
                int at = 1;
                for (ResponseRow row : rows.subList(from, from + size)) {
                    at = bind(statement, at, tx.workspace().value(), row);
                }
                try (ResultSet ids = statement.executeQuery()) {
                    while (ids.next()) {
                        inserted.add(ids.getObject(1, UUID.class));
                    }
                }
            }
            from += size;
        }
        return inserted;
    }

    private static int bind(PreparedStatement statement, int start, UUID workspace, ResponseRow row)
            throws SQLException {
        int at = start;
        statement.setObject(at++, workspace);
        statement.setObject(at++, row.id().value());
        statement.setObject(at++, row.campaign().value());
        statement.setInt(at++, row.version());
        statement.setObject(at++, row.submittedAt().atOffset(ZoneOffset.UTC));
        statement.setObject(at++, row.receivedAt().atOffset(ZoneOffset.UTC));
        text(statement, at++, row.language());
        statement.setString(at++, row.context().isEmpty() ? "{}" : Json.write(row.context()));
        statement.setString(at++, Json.write(row.answers()));
        id(statement, at++, row.importId().map(ImportId::value));
        text(statement, at++, row.sourceKey());
        id(statement, at++, row.supersedes().map(ResponseId::value));
        return at;
    }

    private static void id(PreparedStatement statement, int at, Optional<UUID> value) throws SQLException {
        if (value.isPresent()) {
            statement.setObject(at, value.get());
        } else {
            statement.setNull(at, Types.OTHER);
        }
    }

    /** Inserts vectors of responses that have none yet. */
    public static void insertVectors(Tx tx, List<ResponseRow> rows) throws SQLException {
        for (int from = 0; from < rows.size(); ) {
            int size = size(rows.size() - from);
            Connection connection = tx.connection();
            try (PreparedStatement statement = connection.prepareStatement(VECTOR + repeated(VECTOR_ROW, size))) {
                int at = 1;
                for (ResponseRow row : rows.subList(from, from + size)) {
                    at = bindVector(statement, at, tx.workspace().value(), row);
                }
                statement.executeUpdate();
            }
            from += size;
        }
    }

    private static int bindVector(PreparedStatement statement, int start, UUID workspace, ResponseRow row)
            throws SQLException {
        int at = start;
        statement.setObject(at++, workspace);
        statement.setObject(at++, row.campaign().value());
        statement.setLong(at++, row.submittedAt().toEpochMilli());
        statement.setObject(at++, row.id().value());
        statement.setLong(at++, row.receivedAt().toEpochMilli());
        text(statement, at++, Optional.ofNullable(row.context().get("segment")));
        text(statement, at++, Optional.ofNullable(row.context().get("site")));
        statement.setBytes(at++, row.codes());
        return at;
    }

    /** Keeps the keys of what is sealed in the rows. */
    private static void insertKeys(Tx tx, List<ResponseRow> rows) throws SQLException {
        if (rows.stream().allMatch(row -> row.personal().isEmpty())) {
            return;
        }
        try (PreparedStatement statement = tx.connection().prepareStatement("""
                insert into response_key (workspace_id, response_id, person, sealed_key) values (?, ?, ?, ?)""")) {
            for (ResponseRow row : rows) {
                if (row.personal().isPresent()) {
                    Personal personal = row.personal().get();
                    statement.setObject(1, tx.workspace().value());
                    statement.setObject(2, row.id().value());
                    if (personal.person().isPresent()) {
                        statement.setBytes(3, personal.person().get());
                    } else {
                        statement.setNull(3, Types.BINARY);
                    }
                    statement.setBytes(4, personal.key());
                    statement.addBatch();
                }
            }
            statement.executeBatch();
        }
    }

    private static void text(PreparedStatement statement, int at, Optional<String> value) throws SQLException {
        if (value.isPresent()) {
            statement.setString(at, value.get());
        } else {
            statement.setNull(at, Types.VARCHAR);
        }
    }

    private static int size(int left) {
        return Integer.highestOneBit(Math.min(left, MOST_ROWS));
    }

    private static String repeated(String row, int times) {
        StringBuilder sql = new StringBuilder(row);
        for (int i = 1; i < times; i++) {
            sql.append(", ").append(row);
        }
        return sql.toString();
    }

    /** What would become of the row if it were inserted now. */
    public static Outcome expected(Tx tx, ResponseRow row) {
        try {
            return found(tx, row).orElse(Outcome.ACCEPTED);
        } catch (SQLException failure) {
            throw new ResultSetException("Responses could not be compared", failure, null);
        }
    }

    private static Outcome compared(Tx tx, ResponseRow row) throws SQLException {
        return found(tx, row).orElse(Outcome.CONFLICT);
    }

    /** Whether what stands under the row's id, or its name in its file, is the same response. */
    private static Optional<Outcome> found(Tx tx, ResponseRow row) throws SQLException {
        try (PreparedStatement statement = tx.connection().prepareStatement("""
                select r.campaign_id, r.submitted_at, r.language, r.context::text, r.answers::text,
                       r.withdrawn_at is not null, r.id, k.sealed_key
                from response r left join response_key k on k.workspace_id = ? and k.response_id = r.id
                where r.workspace_id = ?
                  and (r.id = ? or (r.campaign_id = ? and r.source_key = ? and r.withdrawn_at is null))""")) {
            statement.setObject(1, tx.workspace().value());
            statement.setObject(2, tx.workspace().value());
            statement.setObject(3, row.id().value());
            statement.setObject(4, row.campaign().value());
            text(statement, 5, row.sourceKey());
            try (ResultSet found = statement.executeQuery()) {
                boolean any = false;
                while (found.next()) {
                    any = true;
                    if (!same(found, row)) {
                        return Optional.of(Outcome.CONFLICT);
                    }
                }
                return any ? Optional.of(Outcome.DUPLICATE) : Optional.empty();
            }
        }
    }

    private static boolean same(ResultSet found, ResponseRow row) throws SQLException {
        @Nullable String language = found.getString(3);
        return found.getObject(1, UUID.class).equals(row.campaign().value())
                && (!row.timeGiven()
                        || found.getObject(2, java.time.OffsetDateTime.class)
                                .toInstant()
                                .equals(row.submittedAt()))
                && Optional.ofNullable(language).equals(row.language())
                && equal(Json.parse(found.getString(4)), Json.tree(row.context()))
                && sameAnswers(found, row)
                && !found.getBoolean(6);
    }

    private static boolean sameAnswers(ResultSet found, ResponseRow row) throws SQLException {
        JsonNode stored = Json.parse(found.getString(5));
        if (row.personal().isEmpty()) {
            return equal(stored, row.answers());
        }
        Personal personal = row.personal().get();
        ResponseId id = new ResponseId(found.getObject(7, UUID.class));
        return stored instanceof ObjectNode answers
                && equal(personal.opened(id, answers, Optional.ofNullable(found.getBytes(8))), personal.answers());
    }

    private static boolean equal(JsonNode stored, JsonNode given) {
        return stored.equals(ResponseStore::compareValues, given);
    }

    /** Numbers are equal by value: the database writes 1e1 as 10. */
    private static int compareValues(JsonNode a, JsonNode b) {
        if (a.isNumber() && b.isNumber()) {
            return a.decimalValue().compareTo(b.decimalValue());
        }
        return a.equals(b) ? 0 : 1;
    }
}
