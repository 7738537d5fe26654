package org.entezar.server;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
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

    /** Begins its work by itself where nobody asks. */
    private static final int UNASKED_SECONDS = 60;

    private final CountDownLatch asked = new CountDownLatch(1);
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
        wiring.composition().collection().sealedResponses().recover(workspaces);
        if (!wiring.isDemo()) {
            step = READY;
        }
        Thread beginning = new Thread(this::begin, "begins-work");
        beginning.setDaemon(true);
        beginning.start();
    }

    /**
     * Begins what works by itself, once a request has come through. At the end of the start the application server closes
     * the archives that classes come from for a moment; a class that another thread is just initialising then is lost
     * until the next start ("zip file closed").
     */
    private void begin() {
        try {
            asked.await(UNASKED_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return;
        }
        wiring.composition().founding().start();
        wiring.composition().drift().start();
        wiring.composition().audit().start(wiring.composition().workspaces()::all);
        wiring.composition().collection().retention().start(wiring.composition().workspaces()::all);
        if (wiring.isDemo()) {
            fillDemo();
        }
    }

    /** Fills what is missing; the launcher asks meanwhile and tells how far it has come. */
    private void fillDemo() {
        try {
            wiring.composition().demo().fill(progress -> step = progress);
            step = READY;
        } catch (RuntimeException | LinkageError failure) {
            LOG.error("The demo could not be filled", failure);
            step = "the demo could not be filled; the server's log says why";
        }
    }

    /** Asked by the launcher until all runs, and by whoever watches the server. */
    String step() {
        asked.countDown();
        return READY.equals(step) && !wiring.composition().identity().ready() ? "identity" : step;
    }

    boolean isReady() {
        return READY.equals(step());
    }
}
