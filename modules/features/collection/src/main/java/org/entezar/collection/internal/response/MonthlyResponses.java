package org.entezar.collection.internal.response;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.entezar.kernel.Caller;
import org.entezar.kernel.Permission;
import org.entezar.kernel.Problem;
import org.entezar.kernel.WorkspaceId;
import org.entezar.platform.tenancy.Quota;
import org.entezar.platform.tenancy.Tx;
import org.entezar.platform.tenancy.Work;

/**
 * How many responses a workspace took in this month, by UTC. They are counted now and then and what comes meanwhile is
 * added, so that a response pays no more than an addition.
 */
public final class MonthlyResponses {

    private static final Duration COUNTED_AGAIN = Duration.ofMinutes(10);
    private static final int KNOWN = 10_000;

    private final Work work;
    private final Clock clock;
    private final Cache<Of, AtomicLong> counts = Caffeine.newBuilder()
            .maximumSize(KNOWN)
            .expireAfterWrite(COUNTED_AGAIN)
            .build();

    private record Of(WorkspaceId workspace, YearMonth month) {}

    public MonthlyResponses(Work work, Clock clock) {
        this.work = work;
        this.clock = clock;
    }

    /** Responses of this month so far. */
    public long of(WorkspaceId workspace) {
        return count(workspace, month()).get();
    }

    /**
     * Counts so many more.
     *
     * @throws Problem {@link org.entezar.kernel.ErrorCode#QUOTA_RESPONSES} with the seconds until the next month and the
     *     limit, nothing counted
     */
    public void take(WorkspaceId workspace, long more) {
        YearMonth month = month();
        long limit = work.limit(workspace, Quota.RESPONSES_PER_MONTH);
        if (limit == Long.MAX_VALUE) {
            return;
        }
        AtomicLong count = count(workspace, month);
        if (count.addAndGet(more) > limit) {
            count.addAndGet(-more);
            long wait = Duration.between(clock.instant(), begin(month.plusMonths(1)))
                    .toSeconds();
            throw new Problem(Quota.RESPONSES_PER_MONTH.refusal(), wait + 1, limit);
        }
    }

    private AtomicLong count(WorkspaceId workspace, YearMonth month) {
        return Objects.requireNonNull(
                counts.get(new Of(workspace, month), of -> new AtomicLong(counted(of.workspace(), of.month()))));
    }

    private long counted(WorkspaceId workspace, YearMonth month) {
        return work.read(
                Caller.product("usage", workspace), workspace, Permission.WORKSPACE_READ, tx -> since(tx, month));
    }

    private static long since(Tx tx, YearMonth month) {
        return tx.handle()
                .createQuery(
                        "select count(*) from response_vector where workspace_id = :workspace and received_ms >= :from")
                .bind("workspace", tx.workspace().value())
                .bind("from", begin(month).toEpochMilli())
                .mapTo(Long.class)
                .one();
    }

    private YearMonth month() {
        return YearMonth.from(clock.instant().atOffset(ZoneOffset.UTC));
    }

    private static java.time.Instant begin(YearMonth month) {
        return month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
