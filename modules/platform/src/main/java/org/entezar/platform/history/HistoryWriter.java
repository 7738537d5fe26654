package org.entezar.platform.history;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.entezar.evidence.Canonical;
import org.entezar.evidence.Hash;
import org.entezar.kernel.Caller;
import org.entezar.kernel.WorkspaceId;
import org.entezar.platform.json.Json;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.jspecify.annotations.Nullable;

/**
 * Appends entries to a workspace's history. An entry is canonical JSON (RFC 8785) that names the SHA-256 of the entry
 * before it, so nothing can be altered, left out or put between without every later hash failing. Sequence numbers run
 * from 1 without gaps: the head row is locked by the transaction that writes, and a rollback takes number and entry
 * back together.
 *
 * <p>The last head of each workspace is remembered, and an entry that follows it is written by one statement that writes
 * nothing unless the stored head is that very one. Where it is not (somebody else wrote, a transaction was rolled back,
 * another server) the head is locked and read, and the entry is made anew. What is remembered saves a look and decides
 * nothing. Plain JDBC, because each change of the product pays for this.
 */
public final class HistoryWriter {

    /** What the first entry of a workspace names as the hash before it. */
    public static final String GENESIS = Hash.ZERO.hex();

    private static final String CAMPAIGN = "campaign/";
    private static final Pattern UUID_TEXT = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final int MOST_REMEMBERED = 10_000;

    private static final String APPEND = """
            with moved as (
                update history_head set sequence = ?, hash = ? where workspace_id = ? and sequence = ? and hash = ?
                returning workspace_id)
            insert into history_entry (workspace_id, sequence, at, actor, action, subject, campaign_id, entry, hash)
            select workspace_id, ?, ?, ?, ?, ?, ?, ?, ? from moved""";
    private static final String LOCK = "select sequence, hash from history_head where workspace_id = ? for update";
    private static final String BEGIN = """
            insert into history_head (workspace_id, sequence, hash) values (?, 0, ?)
            on conflict (workspace_id) do nothing""";

    private final Map<UUID, Head> remembered = new ConcurrentHashMap<>();

    /**
     * Writes one entry in the caller's transaction.
     *
     * @param reason why, where the product asks for it
     * @return the entry's sequence
     */
    public long append(
            Handle handle, WorkspaceId workspace, Caller actor, Instant at, Change change, Optional<String> reason) {
        ObjectNode entry = entry(workspace, actor, at, change, reason);
        try {
            Head known = remembered.get(workspace.value());
            if (known != null) {
                Optional<Head> moved = write(handle, workspace, actor, at, change, entry, known);
                if (moved.isPresent()) {
                    return remember(workspace, moved.get());
                }
            }
            Head head = lockHead(handle, workspace);
            return remember(
                    workspace,
                    write(handle, workspace, actor, at, change, entry, head)
                            .orElseThrow(() -> new IllegalStateException("The head of a history moved while locked")));
        } catch (SQLException failure) {
            throw new UnableToExecuteStatementException("An entry of history could not be written", failure, null);
        }
    }

    private long remember(WorkspaceId workspace, Head head) {
        if (remembered.size() >= MOST_REMEMBERED) {
            remembered.clear();
        }
        remembered.put(workspace.value(), head);
        return head.sequence();
    }

    /** All of an entry that does not depend on the one before it. */
    private static ObjectNode entry(
            WorkspaceId workspace, Caller actor, Instant at, Change change, Optional<String> reason) {
        ObjectNode entry = Json.mapper().createObjectNode();
        entry.put("workspace", workspace.toString());
        entry.put("at", at.toString());
        entry.putObject("actor")
                .put("kind", actor.kind().name())
                .put("subject", actor.subject())
                .put("name", actor.displayName());
        entry.put("action", change.action());
        entry.put("subject", change.subject());
        change.before().ifPresent(before -> entry.set("before", Json.tree(before)));
        change.after().ifPresent(after -> entry.set("after", Json.tree(after)));
        reason.ifPresent(text -> entry.put("reason", text));
        return entry;
    }

    /** Writes the entry after this head, if it still is the head; returns the new one. */
    private static Optional<Head> write(
            Handle handle,
            WorkspaceId workspace,
            Caller actor,
            Instant at,
            Change change,
            ObjectNode entry,
            Head before)
            throws SQLException {
        long sequence = before.sequence() + 1;
        entry.put("sequence", sequence).put("previous", before.hash());
        byte[] canonical = Canonical.bytes(entry);
        String hash = Hash.sha256(canonical).hex();
        try (PreparedStatement statement = handle.getConnection().prepareStatement(APPEND)) {
            statement.setLong(1, sequence);
            statement.setString(2, hash);
            statement.setObject(3, workspace.value());
            statement.setLong(4, before.sequence());
            statement.setString(5, before.hash());
            statement.setLong(6, sequence);
            statement.setObject(7, at.atOffset(ZoneOffset.UTC));
            statement.setString(8, actor.subject());
            statement.setString(9, change.action());
            statement.setString(10, change.subject());
            statement.setObject(11, campaign(entry), Types.OTHER);
            statement.setString(12, new String(canonical, StandardCharsets.UTF_8));
            statement.setString(13, hash);
            return statement.executeUpdate() == 1 ? Optional.of(new Head(sequence, hash)) : Optional.empty();
        }
    }

    /** The campaign that the entry is about: its subject, or the field {@code campaign} of a state. */
    private static @Nullable UUID campaign(ObjectNode entry) {
        String subject = entry.get("subject").textValue();
        String named = subject.startsWith(CAMPAIGN)
                ? subject.substring(CAMPAIGN.length())
                : entry.path("after")
                        .path("campaign")
                        .asText(entry.path("before").path("campaign").asText(""));
        return UUID_TEXT.matcher(named).matches() ? UUID.fromString(named) : null;
    }

    private static Head lockHead(Handle handle, WorkspaceId workspace) throws SQLException {
        Head head = findHead(handle, workspace);
        if (head == null) {
            try (PreparedStatement statement = handle.getConnection().prepareStatement(BEGIN)) {
                statement.setObject(1, workspace.value());
                statement.setString(2, GENESIS);
                statement.executeUpdate();
            }
            head = findHead(handle, workspace);
        }
        if (head == null) {
            throw new IllegalStateException("A history has no head");
        }
        return head;
    }

    private static @Nullable Head findHead(Handle handle, WorkspaceId workspace) throws SQLException {
        try (PreparedStatement statement = handle.getConnection().prepareStatement(LOCK)) {
            statement.setObject(1, workspace.value());
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? new Head(rows.getLong(1), rows.getString(2)) : null;
            }
        }
    }

    private record Head(long sequence, String hash) {}
}
