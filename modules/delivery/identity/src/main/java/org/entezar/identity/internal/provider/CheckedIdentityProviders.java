package org.entezar.identity.internal.provider;

import java.net.URI;
import java.time.Clock;
import org.entezar.identity.IdentitySettings;
import org.entezar.identity.internal.directory.KeycloakAdministration;
import org.entezar.identity.internal.directory.KeycloakIdentityProviders;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.IdentityProviders;
import org.entezar.kernel.Problem;
import org.entezar.kernel.WorkspaceId;

/** Identity providers that were looked at before Keycloak knows them. */
public final class CheckedIdentityProviders implements IdentityProviders {

    private final IdentitySettings settings;
    private final ProviderExaminer examiner;
    private final KeycloakIdentityProviders keycloak;

    /** @param privateToo whether they may be in private networks and without TLS */
    public CheckedIdentityProviders(
            IdentitySettings settings, KeycloakAdministration keycloak, boolean privateToo, Clock clock) {
        this.settings = settings;
        this.examiner = new ProviderExaminer(new GuardedFetch(privateToo), clock);
        this.keycloak = new KeycloakIdentityProviders(keycloak);
    }

    @Override
    public Examined examine(Wanted wanted) {
        return examiner.examine(wanted);
    }

    @Override
    public void put(WorkspaceId workspace, String domain, Wanted wanted, Examined examined) {
        if (!examined.passed()) {
            throw new Problem(ErrorCode.STATE, "EXAMINED");
        }
        keycloak.put(workspace, domain, wanted, examined, entity().toString());
    }

    @Override
    public void remove(WorkspaceId workspace) {
        keycloak.remove(workspace);
    }

    @Override
    public URI callback(WorkspaceId workspace) {
        return settings.outside("/broker/" + IdentityProviders.name(workspace) + "/endpoint");
    }

    @Override
    public URI entity() {
        return settings.issuer();
    }
}
