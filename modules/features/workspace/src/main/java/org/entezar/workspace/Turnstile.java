package org.entezar.workspace;

import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.entezar.kernel.Caller;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Problem;
import org.entezar.kernel.WorkspaceId;
import org.entezar.platform.fairness.DayCount;
import org.entezar.platform.fairness.RateLimit;
import org.entezar.platform.fairness.Share;
import org.entezar.platform.tenancy.Passage;
import org.entezar.platform.tenancy.Quota;

/**
 * Every request to a workspace passes here once: not while the workspace is suspended, no more often than its quotas
 * allow, and no more at once than leave the server's threads to others. Kept in memory, for this server.
 */
public final class Turnstile {

    /** The way by which a request comes, with how many of one workspace are served at the same time. */
    public enum Way {
        API(32),
        PAGES(24),
        /** Respondents. Many, and some with slow phones. */
        LINK(64);

        private final int atOnce;

        Way(int atOnce) {
            this.atOnce = atOnce;
        }
    }

    private static final int KNOWN = 20_000;
    private static final String EVENTS = "/events";
    private static final long SOON_SECONDS = 1;
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Standings standings;
    private final Witness witness;
    private final RateLimit<WorkspaceId> workspaces;
    private final RateLimit<Visitor> visitors;
    private final RateLimit<Object> links;
    private final DayCount<WorkspaceId> refused;
    private final Map<Way, Share<WorkspaceId>> shares = new EnumMap<>(Way.class);

    /** One who comes again and again, by one way. */
    private record Visitor(WorkspaceId workspace, String subject, Way way) {}

    /** Is told of every request. */
    @FunctionalInterface
    public interface Witness {

        /** @param address what is asked for, without its query */
        void note(Caller caller, WorkspaceId workspace, String address);
    }

    /** @param witness told of every request, such as {@link BreakGlass#note} */
    public Turnstile(Standings standings, Witness witness, Clock clock) {
        this.witness = witness;
        this.standings = standings;
        this.workspaces = new RateLimit<>(KNOWN, MINUTE, clock);
        this.visitors = new RateLimit<>(KNOWN, MINUTE, clock);
        this.links = new RateLimit<>(KNOWN, MINUTE, clock);
        this.refused = new DayCount<>(clock);
        for (Way way : Way.values()) {
            shares.put(way, new Share<>(way.atOnce));
        }
    }

    /**
     * Lets a request pass.
     *
     * @param address what is asked for, without its query. Streams of events last long and are bounded by themselves, so
     *     they keep no turn
     * @return to be closed when the request was answered
     * @throws Problem {@link ErrorCode#WORKSPACE_SUSPENDED}; {@link ErrorCode#TOO_MANY_REQUESTS} with the seconds to wait
     */
    public Passage enter(Way way, Caller caller, WorkspaceId workspace, String address) {
        standings.requireActive(caller, workspace);
        if (way != Way.LINK) {
            require(
                    workspace,
                    visitors.take(
                            new Visitor(workspace, caller.subject(), way),
                            standings.limit(workspace, Quota.CLIENT_REQUESTS_PER_MINUTE)));
        }
        if (way == Way.API) {
            require(workspace, workspaces.take(workspace, standings.limit(workspace, Quota.REQUESTS_PER_MINUTE)));
        }
        witness.note(caller, workspace, address);
        Passage passage = Objects.requireNonNull(shares.get(way))
                .enter(workspace, Duration.ZERO)
                .orElseThrow(() -> later(workspace, SOON_SECONDS));
        if (!address.endsWith(EVENTS)) {
            return passage;
        }
        passage.close();
        return Passage.FREE;
    }

    /**
     * Lets a response pass that was handed in through a public link.
     *
     * @param link names the link
     * @throws Problem {@link ErrorCode#TOO_MANY_REQUESTS} with the seconds to wait
     */
    public void handIn(WorkspaceId workspace, Object link) {
        require(workspace, links.take(link, standings.limit(workspace, Quota.LINK_RESPONSES_PER_MINUTE)));
    }

    /** Whether respondents find the workspace suspended. */
    public boolean isClosed(WorkspaceId workspace) {
        return standings.isSuspended(workspace);
    }

    /** Requests and responses of the workspace that were asked to come again later, in the last 24 hours. */
    public long refused(WorkspaceId workspace) {
        return refused.of(workspace);
    }

    private void require(WorkspaceId workspace, long wait) {
        if (wait > 0) {
            throw later(workspace, wait);
        }
    }

    private Problem later(WorkspaceId workspace, long wait) {
        refused.add(workspace);
        return new Problem(ErrorCode.TOO_MANY_REQUESTS, wait);
    }
}
