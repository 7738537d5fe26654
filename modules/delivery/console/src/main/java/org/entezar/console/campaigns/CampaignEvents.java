package org.entezar.console.campaigns;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.entezar.collection.CampaignId;
import org.entezar.collection.Campaigns;
import org.entezar.console.Place;
import org.entezar.console.Visitor;
import org.entezar.kernel.Caller;
import org.entezar.kernel.Permission;
import org.entezar.kernel.WorkspaceId;
import org.entezar.platform.jobs.EventStream;

/**
 * Tells open campaign pages how many responses there are. A connection lasts some minutes and is then opened again by the
 * browser, with the sign-in and the permission of that moment. However many look, a campaign is counted once every few
 * seconds.
 */
@ApplicationScoped
class CampaignEvents {

    private static final Duration LASTS = Duration.ofMinutes(5);
    private static final Duration PAUSE = Duration.ofSeconds(3);
    private static final int SILENT_ROUNDS = 5;

    private record Key(WorkspaceId workspace, CampaignId campaign) {}

    private record Count(long responses, Instant at) {}

    private record Told(long responses) {}

    @Inject
    @SuppressWarnings("NullAway.Init")
    Campaigns campaigns;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Visitor visitor;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Clock clock;

    private final Watchers watchers = new Watchers();
    private final Map<Key, Count> counts = new ConcurrentHashMap<>();

    void serve(Place place, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Caller caller = visitor.getCaller();
        WorkspaceId workspace = place.getWorkspaceId();
        CampaignId campaign = CampaignPages.campaign(place);
        long now = count(caller, workspace, campaign);
        response.setContentType("text/event-stream");
        response.setCharacterEncoding("UTF-8");
        EventStream events = new EventStream(response.getOutputStream());
        if (!watchers.enter(workspace, visitor.getName())) {
            events.later();
            return;
        }
        try {
            tell(events, caller, workspace, campaign, now);
        } catch (IOException closed) {
            // The page was closed; nobody is left to be told.
        } finally {
            watchers.leave(workspace, visitor.getName());
        }
    }

    private void tell(EventStream events, Caller caller, WorkspaceId workspace, CampaignId campaign, long first)
            throws IOException {
        Instant end = clock.instant().plus(LASTS);
        long told = first;
        int silent = 0;
        events.open();
        events.event("count", new Told(first));
        while (clock.instant().isBefore(end)) {
            pause();
            long now = count(caller, workspace, campaign);
            if (now != told) {
                told = now;
                silent = 0;
                events.event("count", new Told(now));
            } else if (++silent % SILENT_ROUNDS == 0) {
                events.alive();
            }
        }
    }

    private static void pause() throws InterruptedIOException {
        try {
            Thread.sleep(PAUSE.toMillis());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("The server is stopping");
        }
    }

    /** The count, as fresh as one pause; who may not see the campaign gets the refusal. */
    private long count(Caller caller, WorkspaceId workspace, CampaignId campaign) {
        Key key = new Key(workspace, campaign);
        Count kept = counts.get(key);
        Instant now = clock.instant();
        if (kept != null
                && kept.at().plus(PAUSE).isAfter(now)
                && caller.may(workspace, Permission.CAMPAIGN_READ, campaign)) {
            return kept.responses();
        }
        long responses = campaigns.get(caller, workspace, campaign).responses();
        counts.values().removeIf(old -> old.at().plus(LASTS).isBefore(now));
        counts.put(key, new Count(responses, now));
        return responses;
    }
}
