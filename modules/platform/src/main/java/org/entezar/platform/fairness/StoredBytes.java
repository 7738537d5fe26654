package org.entezar.platform.fairness;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.entezar.kernel.Caller;
import org.entezar.kernel.Permission;
import org.entezar.kernel.WorkspaceId;
import org.entezar.platform.tenancy.Tx;
import org.entezar.platform.tenancy.Work;
import org.jdbi.v3.core.Handle;

/**
 * What the rows of a workspace take, as stored, without indexes and free space. Adding it up reads every row of the
 * workspace, so it is remembered for an hour.
 */
public final class StoredBytes {

    private static final Duration REMEMBERED = Duration.ofHours(1);
    private static final int KNOWN = 10_000;

    private final Work work;
    private final Cache<WorkspaceId, Long> known = Caffeine.newBuilder()
            .maximumSize(KNOWN)
            .expireAfterWrite(REMEMBERED)
            .build();

    public StoredBytes(Work work) {
        this.work = work;
    }

    /** Bytes, as of an hour ago at most. */
    public long of(WorkspaceId workspace) {
        return Objects.requireNonNull(known.get(
                workspace,
                id -> work.read(Caller.product("usage", id), id, Permission.WORKSPACE_READ, StoredBytes::sum)));
    }

    private static long sum(Tx tx) {
        List<String> tables = tables(tx.handle());
        return tables.isEmpty()
                ? 0
                : tx.handle()
                        .createQuery(tables.stream()
                                .map(table -> "(select coalesce(sum(pg_column_size(t)), 0) from " + table
                                        + " t where t.workspace_id = :workspace)")
                                .collect(Collectors.joining(" + ", "select ", "")))
                        .bind("workspace", tx.workspace().value())
                        .mapTo(Long.class)
                        .one();
    }

    /** Tables behind the second wall; their names come from the catalogue and are quoted by it. */
    private static List<String> tables(Handle handle) {
        return handle.createQuery(
                        "select quote_ident(c.relname) from pg_class c join pg_namespace n on n.oid = c.relnamespace"
                                + " where n.nspname = current_schema() and c.relkind = 'r' and c.relrowsecurity order by 1")
                .mapTo(String.class)
                .list();
    }
}
