package org.entezar.commitment.internal;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.entezar.commitment.Commitment;
import org.entezar.platform.json.Etags;
import org.entezar.platform.json.Json;
import org.entezar.platform.tenancy.Tx;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.SqlStatement;

/** Commitments of one kind as they stand: a document each. */
final class CommitmentRows<C extends Commitment> {

    private static final String SELECT =
            "select id, document, etag from commitment where workspace_id = :workspace and kind = :kind";

    private final Kind<C> kind;
    private final RowMapper<Kept<C>> mapper;

    CommitmentRows(Kind<C> kind) {
        this.kind = kind;
        this.mapper = (row, context) -> new Kept<>(
                row.getObject("id", UUID.class),
                Json.read(row.getString("document"), kind.type()),
                row.getString("etag"));
    }

    /** Terms under the name of their state. */
    Kept<C> kept(UUID id, C terms) {
        return new Kept<>(id, terms, Etags.of(Json.write(terms)));
    }

    private <S extends SqlStatement<S>> S bound(Tx tx, S statement) {
        return statement.bind("workspace", tx.workspace().value()).bind("kind", kind.word());
    }

    /** All, the first written first. */
    List<Kept<C>> all(Tx tx) {
        return bound(tx, tx.handle().createQuery(SELECT + " order by id"))
                .map(mapper)
                .list();
    }

    Optional<Kept<C>> find(Tx tx, UUID id) {
        return find(tx, id, "");
    }

    /** The same, locked until the transaction ends. */
    Optional<Kept<C>> lock(Tx tx, UUID id) {
        return find(tx, id, " for update");
    }

    private Optional<Kept<C>> find(Tx tx, UUID id, String locking) {
        return bound(tx, tx.handle().createQuery(SELECT + " and id = :id" + locking))
                .bind("id", id)
                .map(mapper)
                .findOne();
    }

    int count(Tx tx) {
        return bound(
                        tx,
                        tx.handle()
                                .createQuery("select count(*) from commitment where workspace_id = :workspace"
                                        + " and kind = :kind"))
                .mapTo(Integer.class)
                .one();
    }

    void insert(Tx tx, Kept<C> commitment) {
        write(
                tx,
                commitment,
                "insert into commitment (workspace_id, kind, id, document, etag, changed_at)"
                        + " values (:workspace, :kind, :id, cast(:document as jsonb), :etag, :at)");
    }

    void update(Tx tx, Kept<C> commitment) {
        write(
                tx,
                commitment,
                "update commitment set document = cast(:document as jsonb), etag = :etag, changed_at = :at"
                        + " where workspace_id = :workspace and kind = :kind and id = :id");
    }

    private void write(Tx tx, Kept<C> commitment, String sql) {
        bound(tx, tx.handle().createUpdate(sql))
                .bind("id", commitment.id())
                .bind("document", Json.write(commitment.terms()))
                .bind("etag", commitment.etag())
                .bind("at", tx.now().atOffset(ZoneOffset.UTC))
                .execute();
    }

    void delete(Tx tx, UUID id) {
        bound(
                        tx,
                        tx.handle()
                                .createUpdate("delete from commitment where workspace_id = :workspace"
                                        + " and kind = :kind and id = :id"))
                .bind("id", id)
                .execute();
    }
}
