package org.entezar.server;

import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;

/** Hangs the door in before the first request. */
@WebListener
public class DoorListener implements ServletContextListener {

    @Inject
    @SuppressWarnings("NullAway.Init")
    private Wiring wiring;

    @Override
    public void contextInitialized(ServletContextEvent event) {
        Composition composition = wiring.composition();
        composition.identity().install(event.getServletContext(), composition.apiClientRegistry(), composition::admit);
    }
}
