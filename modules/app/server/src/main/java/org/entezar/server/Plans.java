package org.entezar.server;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.entezar.audit.CheckpointPlan;
import org.entezar.identity.IdentitySettings;
import org.entezar.kernel.settings.Setting;
import org.entezar.kernel.settings.Settings;
import org.entezar.platform.database.DatabaseSettings;
import org.entezar.platform.tenancy.Quota;

/** What the settings say of the database, the identity provider, evidence and quotas. */
final class Plans {

    private Plans() {}

    static DatabaseSettings database(Settings settings) {
        return new DatabaseSettings(
                settings.text(Setting.DATABASE_URL),
                settings.text(Setting.DATABASE_USER),
                settings.text(Setting.DATABASE_PASSWORD),
                settings.number(Setting.DATABASE_CONNECTIONS));
    }

    static IdentitySettings identity(Settings settings) {
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

    static AuditPlaces places(Settings settings) {
        Path data = settings.path(Setting.DATA_DIR);
        return new AuditPlaces(
                settings.isGiven(Setting.EVIDENCE_KEY_DIR)
                        ? settings.path(Setting.EVIDENCE_KEY_DIR)
                        : data.resolve("secrets"),
                data.resolve("evidence"));
    }

    static CheckpointPlan checkpoints(Settings settings) {
        return new CheckpointPlan(
                Duration.ofMinutes(settings.number(Setting.EVIDENCE_CHECKPOINT_MINUTES)),
                Duration.ofDays(settings.number(Setting.EVIDENCE_KEY_DAYS)),
                settings.isGiven(Setting.EVIDENCE_ANCHOR_FILE)
                        ? Optional.of(settings.path(Setting.EVIDENCE_ANCHOR_FILE))
                        : Optional.empty(),
                settings.find(Setting.EVIDENCE_ANCHOR_URL).map(URI::create),
                Optional.empty());
    }

    static Map<Quota, Long> quotas(Settings settings) {
        Map<Quota, Long> quotas = new EnumMap<>(Quota.class);
        for (Quota quota : Quota.values()) {
            quotas.put(quota, (long) settings.number(setting(quota)));
        }
        return quotas;
    }

    private static Setting setting(Quota quota) {
        return switch (quota) {
            case REQUESTS_PER_MINUTE -> Setting.QUOTA_REQUESTS_PER_MINUTE;
            case CLIENT_REQUESTS_PER_MINUTE -> Setting.QUOTA_CLIENT_REQUESTS_PER_MINUTE;
            case LINK_RESPONSES_PER_MINUTE -> Setting.SUBMITS_PER_MINUTE;
            case RESPONSES_PER_MONTH -> Setting.QUOTA_RESPONSES_PER_MONTH;
            case MEMBERS -> Setting.QUOTA_MEMBERS;
            case CAMPAIGNS -> Setting.QUOTA_CAMPAIGNS;
            case STORAGE_MEGABYTES -> Setting.QUOTA_STORAGE_MEGABYTES;
        };
    }
}
