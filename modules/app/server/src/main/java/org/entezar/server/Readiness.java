package org.entezar.server;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/**
 * How far the start has come. The server is ready when its database answers, Keycloak's keys are known and, in a demo, the demo's workspaces are
 * there.
 */
@ApplicationScoped
public class Readiness {

    /** The last step; what {@code /ready} tells with it. */
    static final String READY = "ready";

    private volatile String step = "database";

    @Inject
    @SuppressWarnings("NullAway.Init")
    private Wiring wiring;

    void start(@Observes @Initialized(ApplicationScoped.class) Object event) {
        wiring.composition().work().global(handle -> handle.execute("select 1"));
        step = READY;
    }

    String step() {
        return READY.equals(step) && !wiring.composition().identity().ready() ? "identity" : step;
    }

    boolean isReady() {
        return READY.equals(step());
    }
}
