package org.entezar.server;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.entezar.platform.database.DatabaseSettings;
import org.entezar.platform.tenancy.Work;

/** Hands the parts of the {@link Composition} to whoever injects them. */
@ApplicationScoped
public class Wiring {

    private final Composition composition;

    public Wiring() {
        Map<String, String> environment = System.getenv();
        this.composition = new Composition(
                new DatabaseSettings(
                        required(environment, "ENTEZAR_DATABASE_URL"),
                        required(environment, "ENTEZAR_DATABASE_USER"),
                        required(environment, "ENTEZAR_DATABASE_PASSWORD"),
                        18),
                Clock.systemUTC());
    }

    private static String required(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name))
                .orElseThrow(() -> new IllegalStateException("The setting " + name + " is missing"));
    }

    @PreDestroy
    void close() {
        composition.close();
    }

    @Produces
    @Singleton
    Work work() {
        return composition.work();
    }

    @Produces
    @Singleton
    Clock clock() {
        return composition.clock();
    }

    Composition composition() {
        return composition;
    }
}
