package org.entezar.kernel;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A role outside all workspaces. Neither sees an answer through it. */
public enum PlatformRole {
    /** Runs the installation: creates workspaces, watches jobs. */
    OPERATOR,
    /** Ships template packs. */
    PARTNER;

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<PlatformRole> of(String key) {
        return Arrays.stream(values()).filter(role -> role.key().equals(key)).findFirst();
    }
}
