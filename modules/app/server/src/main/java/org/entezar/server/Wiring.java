package org.entezar.server;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import org.entezar.identity.IdentitySettings;
import org.entezar.kernel.Directory;
import org.entezar.kernel.settings.Setting;
import org.entezar.kernel.settings.Settings;
import org.entezar.platform.database.DatabaseSettings;
import org.entezar.platform.tenancy.Work;

/** Hands the parts of the {@link Composition} to whoever injects them. */
@ApplicationScoped
public class Wiring {

    @SuppressWarnings("NullAway.Init")
    private Composition composition;

    /** Not in the constructor, which CDI calls for its proxy as well. */
    @PostConstruct
    void compose() {
        Settings settings = Settings.read(System.getenv(), Path.of("").toAbsolutePath());
        this.composition = new Composition(database(settings), identity(settings), Clock.systemUTC());
    }

    private static DatabaseSettings database(Settings settings) {
        return new DatabaseSettings(
                settings.text(Setting.DATABASE_URL),
                settings.text(Setting.DATABASE_USER),
                settings.text(Setting.DATABASE_PASSWORD),
                settings.number(Setting.DATABASE_CONNECTIONS));
    }

    private static IdentitySettings identity(Settings settings) {
        String keycloak = settings.text(Setting.KEYCLOAK_URL);
        return new IdentitySettings(
                URI.create(settings.find(Setting.OIDC_ISSUER).orElse(keycloak + "/realms/entezar")),
                URI.create(keycloak),
                URI.create(settings.text(Setting.PUBLIC_URL)),
                new IdentitySettings.Client(
                        settings.text(Setting.OIDC_CLIENT_ID), settings.text(Setting.OIDC_CLIENT_SECRET)),
                new IdentitySettings.Client(
                        settings.text(Setting.PROVISIONING_CLIENT_ID),
                        settings.text(Setting.PROVISIONING_CLIENT_SECRET)));
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

    @Produces
    @Singleton
    Directory directory() {
        return composition.identity().directory();
    }

    Composition composition() {
        return composition;
    }
}
