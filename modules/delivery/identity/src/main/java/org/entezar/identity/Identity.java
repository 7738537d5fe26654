package org.entezar.identity;

import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Clock;
import java.util.function.UnaryOperator;
import org.entezar.identity.internal.browser.Pages;
import org.entezar.identity.internal.directory.KeycloakAdministration;
import org.entezar.identity.internal.directory.KeycloakDirectory;
import org.entezar.identity.internal.directory.KeycloakFoundings;
import org.entezar.identity.internal.directory.KeycloakMachineClients;
import org.entezar.identity.internal.directory.KeycloakOrganizations;
import org.entezar.identity.internal.directory.KeycloakSignIns;
import org.entezar.identity.internal.provider.CheckedIdentityProviders;
import org.entezar.identity.internal.token.AccessTokens;
import org.entezar.identity.internal.token.EndedSessions;
import org.entezar.identity.internal.token.SigningKeys;
import org.entezar.identity.internal.token.TokenVerifier;
import org.entezar.kernel.Caller;
import org.entezar.kernel.ClientPermits;
import org.entezar.kernel.Directory;
import org.entezar.kernel.Foundings;
import org.entezar.kernel.IdentityProviders;
import org.entezar.kernel.MachineClients;
import org.entezar.kernel.Organizations;
import org.entezar.kernel.SignIns;

/**
 * The door as a whole: made once from the settings, hung into the server, asked for readiness and for the directory.
 * Keycloak need not be there yet when it is made.
 */
public final class Identity {

    /** Request attribute that holds the {@link Caller} of every request that passed the door. */
    public static final String CALLER = Caller.class.getName();

    /** Request attribute with the nonce that inline scripts and styles of this answer must carry. */
    public static final String NONCE = "org.entezar.nonce";

    /** Request attribute with the token that forms outside of Faces send back in the field {@link #FORM_FIELD}. */
    public static final String FORM_TOKEN = "org.entezar.form-token";

    /** Name of the form field for {@link #FORM_TOKEN}. */
    public static final String FORM_FIELD = "form-token";

    private final IdentitySettings settings;
    private final Clock clock;
    private final SigningKeys keys;
    private final AccessTokens accessTokens;
    private final EndedSessions ended = new EndedSessions();
    private final SignIns signIns;
    private final KeycloakAdministration administration;
    private final Directory directory;
    private final MachineClients machineClients;
    private final Foundings foundings;
    private final Organizations organizations;

    public Identity(IdentitySettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        this.keys = new SigningKeys(settings.inside("/protocol/openid-connect/certs"));
        this.accessTokens = new AccessTokens(
                TokenVerifier.ofAccess(keys, settings.issuer().toString(), AccessTokens.AUDIENCE, clock), ended, clock);
        this.administration = new KeycloakAdministration(settings, clock);
        this.directory = new KeycloakDirectory(administration);
        this.machineClients = new KeycloakMachineClients(administration);
        this.foundings = new KeycloakFoundings(administration);
        this.signIns = new KeycloakSignIns(administration, ended);
        this.organizations = new KeycloakOrganizations(administration);
    }

    /**
     * Hangs the door and the sign-in into the server; to be called while its context is being initialised.
     *
     * @param permits what programs of workspaces may do
     * @param admission what is left of a caller at this moment, asked for every request
     */
    public void install(ServletContext context, ClientPermits permits, UnaryOperator<Caller> admission) {
        TokenVerifier identityTokens = TokenVerifier.ofIdentity(
                keys, settings.issuer().toString(), settings.console().id(), clock);
        TokenVerifier logoutTokens = TokenVerifier.ofLogout(
                keys, settings.issuer().toString(), settings.console().id(), clock);
        Pages.install(context, settings, accessTokens, identityTokens, logoutTokens, ended, permits, admission, clock);
    }

    /** Whether the realm's keys are known, so that tokens can be checked; looks for them when they are not. */
    public boolean ready() {
        return keys.load();
    }

    /** Whether Keycloak answers at this moment. */
    public boolean isReachable() {
        return keys.reachable();
    }

    /** Workspaces and members at Keycloak. */
    public Directory directory() {
        return directory;
    }

    /** Programs of workspaces at Keycloak. */
    public MachineClients machineClients() {
        return machineClients;
    }

    /** Makes workspaces with their first owner at Keycloak. */
    public Foundings foundings() {
        return foundings;
    }

    /** All that Keycloak knows, to be held against our own directory. */
    public Organizations organizations() {
        return organizations;
    }

    /** Sessions and factors of people at Keycloak. */
    public SignIns signIns() {
        return signIns;
    }

    /**
     * Identity providers of organisations.
     *
     * @param privateToo whether they may be in private networks and without TLS
     */
    public IdentityProviders identityProviders(boolean privateToo) {
        return new CheckedIdentityProviders(settings, administration, privateToo, clock);
    }

    /** Where programs get tokens. */
    public URI tokenAddress() {
        return settings.outside("/protocol/openid-connect/token");
    }

    /** Who acts in the request; anonymous where it did not pass the door. */
    public static Caller caller(HttpServletRequest request) {
        return request.getAttribute(CALLER) instanceof Caller caller ? caller : Caller.ANONYMOUS;
    }
}
