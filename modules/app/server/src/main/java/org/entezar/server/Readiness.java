package org.entezar.server;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import org.entezar.kernel.WorkspaceId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How far the start has come. The server is ready when its database answers, Keycloak's keys are known and, in a demo,
 * the demo's workspaces are there.
 */
@ApplicationScoped
public class Readiness {

    /** The last step; what {@code /ready} tells with it. */
    static final String READY = "ready";

    private static final Logger LOG = LoggerFactory.getLogger(Readiness.class);

    private volatile String step = "database";

    @Inject
    @SuppressWarnings("NullAway.Init")
    private Wiring wiring;

    void start(@Observes @Initialized(ApplicationScoped.class) Object event) {
        wiring.composition().work().global(handle -> handle.execute("select 1"));
        List<WorkspaceId> workspaces = wiring.composition().workspaces().all();
        wiring.composition().jobs().recover(workspaces);
        wiring.composition().mailRound().recover(workspaces);
        wiring.composition().mailRound().recover(List.of(WorkspaceId.INSTALLATION));
        wiring.composition().founding().start();
        wiring.composition().drift().start();
        wiring.composition().collection().sealedResponses().recover(workspaces);
        wiring.composition().audit().start(wiring.composition().workspaces()::all);
        wiring.composition().collection().retention().start(wiring.composition().workspaces()::all);
        if (wiring.isDemo()) {
            // Beside the start, so that what is asked meanwhile is told how far it has come.
            Thread filling = new Thread(this::fillDemo, "fills-demo");
            filling.setDaemon(true);
            filling.start();
        } else {
            step = READY;
        }
    }

    private void fillDemo() {
        try {
            wiring.composition().demo().fill(progress -> step = progress);
            step = READY;
        } catch (RuntimeException failure) {
            LOG.error("The demo could not be filled", failure);
            step = "the demo could not be filled; the server's log says why";
        }
    }

    String step() {
        return READY.equals(step) && !wiring.composition().identity().ready() ? "identity" : step;
    }

    boolean isReady() {
        return READY.equals(step());
    }
}
