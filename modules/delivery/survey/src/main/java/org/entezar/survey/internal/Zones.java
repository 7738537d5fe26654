package org.entezar.survey.internal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.ZoneId;
import java.util.function.Function;
import org.entezar.kernel.WorkspaceId;

/** The time zones of workspaces, asked of their settings once in a while: a link that is closed is opened by many. */
public final class Zones {

    private static final Duration FRESH = Duration.ofMinutes(1);

    private final Function<WorkspaceId, ZoneId> settings;
    private final Cache<WorkspaceId, ZoneId> known =
            Caffeine.newBuilder().maximumSize(1_000).expireAfterWrite(FRESH).build();

    public Zones(Function<WorkspaceId, ZoneId> settings) {
        this.settings = settings;
    }

    ZoneId of(WorkspaceId workspace) {
        return known.get(workspace, settings);
    }
}
