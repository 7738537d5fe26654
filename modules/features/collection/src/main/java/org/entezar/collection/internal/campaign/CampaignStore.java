package org.entezar.collection.internal.campaign;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.entezar.collection.CampaignId;
import org.entezar.collection.Channel;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.LocalizedText;
import org.entezar.kernel.Permission;
import org.entezar.kernel.Problem;
import org.entezar.kernel.WorkspaceId;
import org.entezar.platform.json.Json;
import org.entezar.platform.tenancy.Tx;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Campaigns in their table, and the links that lead to them. */
public final class CampaignStore {

    private static final String COLUMNS = "id, questionnaire, version, name, channels, opens_at, closes_at, status,"
            + " public_token, simulated, created_at";

    private CampaignStore() {}

    public static void insert(Tx tx, CampaignRow row) {
        tx.handle()
                .createUpdate("""
                        insert into campaign (workspace_id, id, questionnaire, version, name, channels, opens_at,
                            closes_at, status, public_token, simulated, created_at)
                        values (:workspace, :id, :questionnaire, :version, :name::jsonb, string_to_array(:channels, ','),
                            :opensAt, :closesAt, :status, :token, :simulated, :now)""")
                .bind("workspace", tx.workspace().value())
                .bind("id", row.id().value())
                .bind("questionnaire", row.questionnaire())
                .bind("version", row.version())
                .bind("name", Json.write(row.name()))
                .bind(
                        "channels",
                        row.channels().stream().map(Channel::key).sorted().collect(Collectors.joining(",")))
                .bind("opensAt", time(row.opensAt()))
                .bind("closesAt", time(row.closesAt()))
                .bind("status", row.status().name())
                .bind("token", row.publicToken())
                .bind("simulated", row.simulated())
                .bind("now", row.createdAt().atOffset(ZoneOffset.UTC))
                .execute();
        tx.handle()
                .createUpdate("""
                        insert into public_link (token, workspace_id, campaign_id, created_at)
                        values (:token, :workspace, :campaign, :now)""")
                .bind("token", row.publicToken())
                .bind("workspace", tx.workspace().value())
                .bind("campaign", row.id().value())
                .bind("now", row.createdAt().atOffset(ZoneOffset.UTC))
                .execute();
    }

    public static void update(Tx tx, CampaignRow row) {
        tx.handle()
                .createUpdate("""
                        update campaign set name = :name::jsonb, opens_at = :opensAt, closes_at = :closesAt, status = :status
                        where workspace_id = :workspace and id = :id""")
                .bind("workspace", tx.workspace().value())
                .bind("id", row.id().value())
                .bind("name", Json.write(row.name()))
                .bind("opensAt", time(row.opensAt()))
                .bind("closesAt", time(row.closesAt()))
                .bind("status", row.status().name())
                .execute();
    }

    public static Optional<CampaignRow> find(Tx tx, CampaignId id) {
        return find(tx, id, "");
    }

    /**
     * Throws when there is no such campaign in the workspace.
     *
     * @throws Problem {@link ErrorCode#NOT_FOUND}
     */
    public static void require(Tx tx, CampaignId id) {
        if (find(tx, id).isEmpty()) {
            throw new Problem(ErrorCode.NOT_FOUND);
        }
    }

    /** The campaign, its row locked until the transaction ends. */
    public static Optional<CampaignRow> lock(Tx tx, CampaignId id) {
        return find(tx, id, " for update");
    }

    private static Optional<CampaignRow> find(Tx tx, CampaignId id, String lock) {
        return tx.handle()
                .createQuery("select " + COLUMNS + " from campaign where workspace_id = :workspace and id = :id" + lock)
                .bind("workspace", tx.workspace().value())
                .bind("id", id.value())
                .map((rows, context) -> row(rows))
                .findOne();
    }

    /** All campaigns, the newest first. */
    public static List<CampaignRow> all(Tx tx) {
        return tx.handle()
                .createQuery("select " + COLUMNS
                        + " from campaign where workspace_id = :workspace and status <> 'WITHDRAWN'"
                        + " order by created_at desc, id desc")
                .bind("workspace", tx.workspace().value())
                .map((rows, context) -> row(rows))
                .list();
    }

    /** Of all campaigns those with which the caller of the transaction may do this, the newest first. */
    public static List<CampaignRow> seen(Tx tx, Permission permission) {
        return all(tx).stream()
                .filter(row -> tx.caller().may(tx.workspace(), permission, row.id()))
                .toList();
    }

    public static long responses(Tx tx, CampaignId id) {
        return tx.handle()
                .createQuery("""
                        select count(*) from response_vector
                        where workspace_id = :workspace and campaign_id = :campaign and withdrawn_ms is null""")
                .bind("workspace", tx.workspace().value())
                .bind("campaign", id.value())
                .mapTo(Long.class)
                .one();
    }

    /** How many responses each campaign has; campaigns without any are not in the map. */
    public static Map<CampaignId, Long> responses(Tx tx) {
        Map<CampaignId, Long> counts = new HashMap<>();
        tx.handle()
                .createQuery("""
                        select campaign_id, count(*) as n from response_vector
                        where workspace_id = :workspace and withdrawn_ms is null group by campaign_id""")
                .bind("workspace", tx.workspace().value())
                .map((rows, context) -> counts.put(new CampaignId(rows.getObject(1, UUID.class)), rows.getLong(2)))
                .list();
        return counts;
    }

    /** How many responses count and were submitted in the period. */
    public static long responses(Tx tx, Instant from, Instant to) {
        return tx.handle()
                .createQuery("""
                        select count(*) from response_vector where workspace_id = :workspace and withdrawn_ms is null
                          and submitted_ms >= :from and submitted_ms < :to""")
                .bind("workspace", tx.workspace().value())
                .bind("from", from.toEpochMilli())
                .bind("to", to.toEpochMilli())
                .mapTo(Long.class)
                .one();
    }

    /** The same of these campaigns only. */
    public static long responses(Tx tx, Instant from, Instant to, List<CampaignRow> campaigns) {
        return tx.handle()
                .createQuery("""
                        select count(*) from response_vector where workspace_id = :workspace and withdrawn_ms is null
                          and submitted_ms >= :from and submitted_ms < :to and campaign_id = any(:campaigns)""")
                .bind("workspace", tx.workspace().value())
                .bind("from", from.toEpochMilli())
                .bind("to", to.toEpochMilli())
                .bindArray(
                        "campaigns",
                        UUID.class,
                        campaigns.stream().map(row -> row.id().value()).toList())
                .mapTo(Long.class)
                .one();
    }

    /** How many campaigns there are, closed ones included. */
    public static long count(Tx tx) {
        return tx.handle()
                .createQuery("select count(*) from campaign where workspace_id = :workspace")
                .bind("workspace", tx.workspace().value())
                .mapTo(Long.class)
                .one();
    }

    /** Marks all responses of the campaign as withdrawn; returns how many. */
    public static long withdrawResponses(Tx tx, CampaignId id) {
        tx.handle()
                .createUpdate("""
                        update response_vector set withdrawn_ms = :now
                        where workspace_id = :workspace and campaign_id = :campaign and withdrawn_ms is null""")
                .bind("workspace", tx.workspace().value())
                .bind("campaign", id.value())
                .bind("now", tx.now().toEpochMilli())
                .execute();
        return tx.handle()
                .createUpdate("""
                        update response set withdrawn_at = :now
                        where workspace_id = :workspace and campaign_id = :campaign and withdrawn_at is null""")
                .bind("workspace", tx.workspace().value())
                .bind("campaign", id.value())
                .bind("now", tx.now().atOffset(ZoneOffset.UTC))
                .execute();
    }

    /** Where a public link leads. */
    public record Target(WorkspaceId workspace, CampaignId campaign) {}

    public static Optional<Target> target(Handle handle, String token) {
        return handle.createQuery("select workspace_id, campaign_id from public_link where token = :token")
                .bind("token", token)
                .map((rows, context) -> new Target(
                        new WorkspaceId(rows.getObject(1, java.util.UUID.class)),
                        new CampaignId(rows.getObject(2, java.util.UUID.class))))
                .findOne();
    }

    private static @Nullable OffsetDateTime time(Optional<Instant> instant) {
        return instant.map(at -> at.atOffset(ZoneOffset.UTC)).orElse(null);
    }

    private static CampaignRow row(ResultSet rows) throws SQLException {
        return new CampaignRow(
                new CampaignId(rows.getObject("id", java.util.UUID.class)),
                rows.getString("questionnaire"),
                rows.getInt("version"),
                Json.read(rows.getString("name"), LocalizedText.class),
                channels(rows.getArray("channels")),
                instant(rows, "opens_at"),
                instant(rows, "closes_at"),
                CampaignRow.Status.valueOf(rows.getString("status")),
                rows.getString("public_token"),
                rows.getBoolean("simulated"),
                instant(rows, "created_at").orElseThrow());
    }

    private static Set<Channel> channels(Array array) throws SQLException {
        return Arrays.stream((String[]) array.getArray()).map(Channel::of).collect(Collectors.toUnmodifiableSet());
    }

    private static Optional<Instant> instant(ResultSet rows, String column) throws SQLException {
        return Optional.ofNullable(rows.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
