package org.entezar.platform.history;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.entezar.evidence.Canonical;
import org.entezar.evidence.Hash;
import org.entezar.kernel.Caller;
import org.entezar.kernel.WorkspaceId;
import org.entezar.platform.json.Json;
import org.jdbi.v3.core.Handle;

/**
 * Appends entries to a workspace's history. An entry is canonical JSON (RFC 8785) that names the SHA-256 of the entry
 * before it, so nothing can be altered, left out or put between without every later hash failing. Sequence numbers run
 * from 1 without gaps: the head row is locked by the transaction that writes, and a rollback takes number and entry
 * back together.
 */
public final class HistoryWriter {

    /** What the first entry of a workspace names as the hash before it. */
    public static final String GENESIS = Hash.ZERO.hex();

    /**
     * Writes one entry in the caller's transaction.
     *
     * @param reason why, where the product asks for it
     * @return the entry's sequence
     */
    public long append(
            Handle handle, WorkspaceId workspace, Caller actor, Instant at, Change change, Optional<String> reason) {
        Head head = lockHead(handle, workspace);
        long sequence = head.sequence() + 1;
        ObjectNode entry = Json.mapper().createObjectNode();
        entry.put("workspace", workspace.toString());
        entry.put("sequence", sequence);
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
        entry.put("previous", head.hash());
        byte[] canonical = Canonical.bytes(entry);
        String hash = Hash.sha256(canonical).hex();
        handle.createUpdate("""
                        with entry as (
                            insert into history_entry (workspace_id, sequence, at, actor, action, subject, entry, hash)
                            values (:workspace, :sequence, :at, :actor, :action, :subject, :entry, :hash))
                        update history_head set sequence = :sequence, hash = :hash where workspace_id = :workspace""")
                .bind("workspace", workspace.value())
                .bind("sequence", sequence)
                .bind("at", at.atOffset(java.time.ZoneOffset.UTC))
                .bind("actor", actor.subject())
                .bind("action", change.action())
                .bind("subject", change.subject())
                .bind("entry", new String(canonical, StandardCharsets.UTF_8))
                .bind("hash", hash)
                .execute();
        return sequence;
    }

    private static Head lockHead(Handle handle, WorkspaceId workspace) {
        return findHead(handle, workspace).orElseGet(() -> {
            handle.createUpdate("""
                            insert into history_head (workspace_id, sequence, hash) values (:workspace, 0, :genesis)
                            on conflict (workspace_id) do nothing""")
                    .bind("workspace", workspace.value())
                    .bind("genesis", GENESIS)
                    .execute();
            return findHead(handle, workspace).orElseThrow();
        });
    }

    private static Optional<Head> findHead(Handle handle, WorkspaceId workspace) {
        return handle.createQuery("select sequence, hash from history_head where workspace_id = :workspace for update")
                .bind("workspace", workspace.value())
                .map((rows, context) -> new Head(rows.getLong(1), rows.getString(2)))
                .findOne();
    }

    private record Head(long sequence, String hash) {}
}
