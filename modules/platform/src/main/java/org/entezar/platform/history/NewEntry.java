package org.entezar.platform.history;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.entezar.evidence.Canonical;
import org.entezar.kernel.Caller;
import org.entezar.kernel.WorkspaceId;
import org.entezar.platform.json.Json;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.jspecify.annotations.Nullable;

/**
 * An entry of a workspace's history that has not been written yet. An entry is canonical JSON (RFC 8785) that names the
 * SHA-256 of the entry before it, so nothing can be altered, left out or put between without every later hash failing.
 * Its number and the hash before it are put in by the database ({@code append_entry}), which locks the head of that
 * history first: numbers run from 1 without gaps, and a rollback takes number and entry back together.
 *
 * <p>The text comes in three parts, between which the database puts these two. Plain JDBC, because each change of the
 * product pays for this.
 */
public final class NewEntry {

    private static final String CAMPAIGN = "campaign/";
    private static final Pattern UUID_TEXT = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final String APPEND = "select append_entry(?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private final UUID workspace;
    private final Instant at;
    private final String actor;
    private final String action;
    private final String subject;
    private final @Nullable UUID campaign;
    private final String opening;
    private final String middle;
    private final String closing;

    /** @param reason why, where the product asks for it */
    public NewEntry(WorkspaceId workspace, Caller actor, Instant at, Change change, Optional<String> reason) {
        this.workspace = workspace.value();
        this.at = at;
        this.actor = actor.subject();
        this.action = change.action();
        this.subject = change.subject();
        ObjectNode first = Canonical.object();
        first.put("action", change.action());
        first.putObject("actor")
                .put("kind", actor.kind().name())
                .put("name", actor.displayName())
                .put("subject", actor.subject());
        first.put("at", at.toString());
        change.before().ifPresent(before -> first.set("before", Json.tree(before)));
        change.after().ifPresent(after -> first.set("after", Json.tree(after)));
        ObjectNode last = Canonical.object().put("subject", change.subject()).put("workspace", workspace.toString());
        ObjectNode between = Canonical.object();
        reason.ifPresent(text -> between.put("reason", text));
        opening = members(first) + ",\"previous\":\"";
        middle = "\"," + members(between).substring(1) + (between.isEmpty() ? "" : ",") + "\"sequence\":";
        closing = "," + members(last).substring(1) + "}";
        campaign = campaign(first);
    }

    /** Writes it in the transaction that this connection is in; returns its number. */
    public long write(Handle handle) {
        try (PreparedStatement statement = handle.getConnection().prepareStatement(APPEND)) {
            bind(statement);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        } catch (SQLException failure) {
            throw failed(failure);
        }
    }

    /**
     * Writes it and commits, in one exchange with the database. Where the entry cannot be written the database leaves
     * out the commit, and the transaction remains to be rolled back.
     */
    public void writeAndCommit(Handle handle) {
        try (PreparedStatement statement = handle.getConnection().prepareStatement(APPEND + "; commit")) {
            bind(statement);
            statement.execute();
        } catch (SQLException failure) {
            throw failed(failure);
        }
    }

    private void bind(PreparedStatement statement) throws SQLException {
        statement.setObject(1, workspace);
        statement.setObject(2, at.atOffset(ZoneOffset.UTC));
        statement.setString(3, actor);
        statement.setString(4, action);
        statement.setString(5, subject);
        statement.setObject(6, campaign, Types.OTHER);
        statement.setString(7, opening);
        statement.setString(8, middle);
        statement.setString(9, closing);
    }

    private static UnableToExecuteStatementException failed(SQLException failure) {
        return new UnableToExecuteStatementException("An entry of history could not be written", failure, null);
    }

    /** The canonical form without the bracket that ends it. */
    private static String members(ObjectNode object) {
        byte[] canonical = Canonical.bytes(object);
        return new String(canonical, 0, canonical.length - 1, StandardCharsets.UTF_8);
    }

    /** The campaign that the entry is about: its subject, or the field {@code campaign} of a state. */
    private @Nullable UUID campaign(ObjectNode states) {
        String named = subject.startsWith(CAMPAIGN)
                ? subject.substring(CAMPAIGN.length())
                : states.path("after")
                        .path("campaign")
                        .asText(states.path("before").path("campaign").asText(""));
        return UUID_TEXT.matcher(named).matches() ? UUID.fromString(named) : null;
    }
}
