package org.entezar.collection.internal.retention;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.entezar.collection.CampaignId;
import org.entezar.collection.Hold;
import org.entezar.collection.HoldId;
import org.entezar.platform.tenancy.Tx;

/** Holds in their table. */
public final class HoldRows {

    private static final String SELECT = "select id, campaign_id, reason, placed_by, placed_at, released_at,"
            + " released_by, release_reason from data_hold where workspace_id = :workspace";

    private HoldRows() {}

    /** All, those that stand first. */
    public static List<Hold> all(Tx tx) {
        return tx.handle()
                .createQuery(SELECT + " order by released_at is not null, placed_at desc, id")
                .bind("workspace", tx.workspace().value())
                .map((row, context) -> hold(row))
                .list();
    }

    /** Those that stand. */
    public static List<Hold> standing(Tx tx) {
        return all(tx).stream().filter(Hold::stands).toList();
    }

    /** One, locked. */
    public static Optional<Hold> find(Tx tx, HoldId id) {
        return tx.handle()
                .createQuery(SELECT + " and id = :id for update")
                .bind("workspace", tx.workspace().value())
                .bind("id", id.value())
                .map((row, context) -> hold(row))
                .findOne();
    }

    public static void insert(Tx tx, Hold hold) {
        tx.handle()
                .createUpdate("insert into data_hold (workspace_id, id, campaign_id, reason, placed_by, placed_at)"
                        + " values (:workspace, :id, cast(:campaign as uuid), :reason, :by, :at)")
                .bind("workspace", tx.workspace().value())
                .bind("id", hold.id().value())
                .bind("campaign", hold.campaign().map(CampaignId::value).orElse(null))
                .bind("reason", hold.reason())
                .bind("by", hold.placedBy())
                .bind("at", hold.placedAt().atOffset(ZoneOffset.UTC))
                .execute();
    }

    /** Ends it now. */
    public static Hold release(Tx tx, Hold hold, String reason) {
        tx.handle()
                .createUpdate("update data_hold set released_at = :at, released_by = :by, release_reason = :reason"
                        + " where workspace_id = :workspace and id = :id")
                .bind("workspace", tx.workspace().value())
                .bind("id", hold.id().value())
                .bind("by", tx.caller().displayName())
                .bind("reason", reason)
                .bind("at", tx.now().atOffset(ZoneOffset.UTC))
                .execute();
        return new Hold(
                hold.id(),
                hold.campaign(),
                hold.reason(),
                hold.placedBy(),
                hold.placedAt(),
                Optional.of(new Hold.Released(tx.now(), tx.caller().displayName(), reason)));
    }

    private static Hold hold(ResultSet row) throws SQLException {
        Optional<OffsetDateTime> released = Optional.ofNullable(row.getObject("released_at", OffsetDateTime.class));
        String by = row.getString("released_by");
        String why = row.getString("release_reason");
        return new Hold(
                new HoldId(row.getObject("id", UUID.class)),
                Optional.ofNullable(row.getObject("campaign_id", UUID.class)).map(CampaignId::new),
                row.getString("reason"),
                row.getString("placed_by"),
                row.getObject("placed_at", OffsetDateTime.class).toInstant(),
                released.map(at -> new Hold.Released(at.toInstant(), by, why)));
    }
}
