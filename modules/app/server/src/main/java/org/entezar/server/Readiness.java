package org.entezar.server;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
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

    private static final int FILLINGS = 5;
    private static final int PAUSE_SECONDS = 3;

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

    /**
     * Fills what is missing. While the application server ended the deployment, a class could not be loaded because its
     * archive had just been closed, as was seen once ("zip file closed"); so what fails is tried again.
     */
    private void fillDemo() {
        for (int filling = 1; filling <= FILLINGS; filling++) {
            try {
                if (filling > 1) {
                    TimeUnit.SECONDS.sleep(PAUSE_SECONDS);
                }
                wiring.composition().demo().fill(progress -> step = progress);
                step = READY;
                return;
            } catch (RuntimeException | LinkageError failure) {
                LOG.error("The demo could not be filled, at {} of {} times", filling, FILLINGS, failure);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                break;
            }
        }
        step = "the demo could not be filled; the server's log says why";
    }

    String step() {
        return READY.equals(step) && !wiring.composition().identity().ready() ? "identity" : step;
    }

    boolean isReady() {
        return READY.equals(step());
    }
}
