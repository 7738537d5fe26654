package org.entezar.kernel;

import static org.entezar.kernel.Permission.*;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A role in a workspace and, as the one table of the product, what it may do. */
public enum Role {
    OWNER(EnumSet.complementOf(EnumSet.of(WORKSPACE_CREATE))),
    ADMINISTRATOR(EnumSet.complementOf(EnumSet.of(WORKSPACE_CREATE, DATA_GOVERN, HISTORY_READ, PERSON_ERASE))),
    ANALYST(EnumSet.of(
            WORKSPACE_READ,
            QUESTIONNAIRE_READ,
            COMMITMENT_READ,
            CAMPAIGN_READ,
            RESPONSE_READ,
            INSIGHT_READ,
            INSIGHT_KEEP,
            CASE_READ)),
    FRONTLINE(EnumSet.of(WORKSPACE_READ, COMMITMENT_READ, CAMPAIGN_READ, INSIGHT_READ, CASE_READ, CASE_WORK)),
    AUDITOR(EnumSet.of(
            WORKSPACE_READ,
            MEMBER_READ,
            QUESTIONNAIRE_READ,
            COMMITMENT_READ,
            CAMPAIGN_READ,
            RESPONSE_READ,
            INSIGHT_READ,
            HISTORY_READ,
            CASE_READ));

    private final Set<Permission> permissions;

    Role(Set<Permission> permissions) {
        this.permissions = Collections.unmodifiableSet(permissions);
    }

    public Set<Permission> permissions() {
        return permissions;
    }

    /** The name in tokens and in the identity provider: {@code owner}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Role> of(String key) {
        return Arrays.stream(values()).filter(role -> role.key().equals(key)).findFirst();
    }
}
