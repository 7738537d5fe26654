package org.entezar.collection;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.entezar.collection.internal.campaign.CampaignStore;
import org.entezar.collection.internal.campaign.VisitRows;
import org.entezar.kernel.Caller;
import org.entezar.kernel.Permission;
import org.entezar.kernel.WorkspaceId;
import org.entezar.platform.tenancy.Work;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How far people come through a campaign's pages: for each day and section how many stand there and have not handed in.
 * Whoever begins, goes on or hands in moves a count from one section to the next; nothing of a person is kept. Counting
 * takes place in memory and is written every few seconds, so a server that falls loses the counts of those seconds.
 */
public final class Visits implements AutoCloseable {

    /** Where a visit that was handed in stands. */
    static final String END = "";

    private static final Logger LOG = LoggerFactory.getLogger(Visits.class);
    private static final String PART = "visits";
    private static final Page END_PAGE = new Page(Integer.MAX_VALUE, END);
    private static final int MOST_UNDER_WAY = 20_000;
    private static final Duration UNDER_WAY = Duration.ofHours(2);

    private final Work work;
    private final ScheduledExecutorService thread;
    private final Map<Place, Long> moved = new ConcurrentHashMap<>();

    private final Cache<UUID, Page> furthest = Caffeine.newBuilder()
            .maximumSize(MOST_UNDER_WAY)
            .expireAfterWrite(UNDER_WAY)
            .build();

    private record Place(WorkspaceId workspace, CampaignId campaign, LocalDate day, String section) {}

    Visits(Work work, Duration pause) {
        this.work = work;
        this.thread = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread made = new Thread(task, "visits");
            made.setDaemon(true);
            return made;
        });
        thread.scheduleWithFixedDelay(this::write, pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    /**
     * Somebody opened the first page.
     *
     * @param visit the id that the response will have, which tells when it was made
     * @param section the first section's key
     */
    public void began(WorkspaceId workspace, CampaignId campaign, UUID visit, String section) {
        add(workspace, campaign, visit, section, 1);
    }

    /**
     * Somebody came to a page.
     *
     * @param from the furthest page that the visit saw before, as far as its own form knows
     * @param to the page; counts when it is further
     */
    public void cameTo(WorkspaceId workspace, CampaignId campaign, UUID visit, Page from, Page to) {
        // An old form, sent again after the browser's way back, knows less than was counted already.
        Page known = Optional.ofNullable(furthest.getIfPresent(visit))
                .filter(page -> page.number() > from.number())
                .orElse(from);
        if (to.number() > known.number()) {
            furthest.put(visit, to);
            add(workspace, campaign, visit, known.section(), -1);
            add(workspace, campaign, visit, to.section(), 1);
        }
    }

    /** Somebody handed in; once for each visit. */
    public void handedIn(WorkspaceId workspace, CampaignId campaign, UUID visit, Page from) {
        cameTo(workspace, campaign, visit, from, END_PAGE);
    }

    /**
     * A page of a questionnaire.
     *
     * @param number from 0
     * @param section key of its first section
     */
    public record Page(int number, String section) {}

    private void add(WorkspaceId workspace, CampaignId campaign, UUID visit, String section, long by) {
        // The first 48 bits of an id of version 7 are milliseconds since 1970.
        LocalDate day = Instant.ofEpochMilli(visit.getMostSignificantBits() >>> 16)
                .atZone(ZoneOffset.UTC)
                .toLocalDate();
        moved.merge(new Place(workspace, campaign, day, section), by, Long::sum);
    }

    /** Writes what was counted since the last time. */
    void write() {
        Map<WorkspaceId, Map<VisitRows.Place, Long>> taken = new HashMap<>();
        for (Place place : moved.keySet()) {
            Long by = moved.remove(place);
            if (by != null && by != 0) {
                taken.computeIfAbsent(place.workspace(), workspace -> new HashMap<>())
                        .put(new VisitRows.Place(place.campaign(), place.day(), place.section()), by);
            }
        }
        taken.forEach(this::write);
    }

    private void write(WorkspaceId workspace, Map<VisitRows.Place, Long> counts) {
        try {
            work.append(Caller.product(PART, workspace), workspace, Permission.RESPONSE_SUBMIT, tx -> {
                VisitRows.add(tx, counts);
                return counts.size();
            });
        } catch (RuntimeException failure) {
            LOG.warn("How far people came could not be written yet; it is tried again", failure);
            counts.forEach((place, by) ->
                    moved.merge(new Place(workspace, place.campaign(), place.day(), place.section()), by, Long::sum));
        }
    }

    /**
     * How far people came through a campaign's pages. Needs {@link Permission#CAMPAIGN_READ}; nothing of it tells who
     * they are or what anybody answered.
     *
     * @throws org.entezar.kernel.Problem {@link org.entezar.kernel.ErrorCode#NOT_FOUND} when the workspace has none with
     *     that id
     */
    public Progress of(Caller caller, WorkspaceId workspace, CampaignId campaign) {
        return work.read(caller, workspace, Permission.CAMPAIGN_READ, campaign, tx -> {
            CampaignStore.require(tx, campaign);
            Map<String, Long> standing = VisitRows.standing(tx, campaign);
            long handedIn = Math.max(0, standing.getOrDefault(END, 0L));
            standing.remove(END);
            // A server that fell may have lost the beginning of a visit whose end it saw.
            standing.values().removeIf(visits -> visits <= 0);
            return new Progress(handedIn, standing);
        });
    }

    /** Ends after what was counted is written. */
    @Override
    public void close() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(5, TimeUnit.SECONDS)) {
                thread.shutdownNow();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        write();
    }

    /**
     * How far people came.
     *
     * @param handedIn visits that were handed in
     * @param standing visits that were not, by the key of the last section that they saw
     */
    public record Progress(long handedIn, Map<String, Long> standing) {

        /** Fewer visits than this tell too much of single people. */
        public static final int FEWEST = 5;

        public Progress {
            standing = Map.copyOf(standing);
        }

        /** All visits. */
        public long began() {
            return handedIn
                    + standing.values().stream().mapToLong(Long::longValue).sum();
        }
    }
}
