package org.entezar.identity.internal.token;

import com.nimbusds.jwt.JWTClaimsSet;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.entezar.kernel.Caller;
import org.entezar.kernel.PersonName;
import org.entezar.kernel.PlatformRole;
import org.entezar.kernel.Problem;
import org.entezar.kernel.Role;
import org.entezar.kernel.WorkspaceId;
import org.jspecify.annotations.Nullable;

/**
 * Makes a {@link Caller} of verified claims. Platform roles are read from {@code realm_access.roles}; roles in a
 * workspace only from that workspace's entry in {@code organization}, so that a realm role {@code owner} given to a
 * person directly opens nothing. Roles that the product does not know are passed over.
 */
final class Callers {

    private static final int MOST_WORKSPACES = 500;

    /** A code of an authenticator app, a key in hardware. */
    private static final Set<String> SECOND_FACTORS = Set.of("otp", "hwk");

    /**
     * A caller, and whether the claims told of all workspaces.
     *
     * @param complete false when a workspace came without its id. Keycloak does that in a refreshed token for a
     *     workspace that the person joined after signing in; a new sign-in brings it
     */
    record Read(Caller caller, boolean complete) {}

    private Callers() {}

    /**
     * The caller that the claims of an access token describe. No claim {@code organization} means no workspace; a
     * workspace without its id is left out.
     *
     * @throws TokenRefused when the claim is there in a shape other than that of the realm's mappers: guessing would be
     *     worse than refusing
     */
    static Read of(JWTClaimsSet claims) throws TokenRefused {
        String subject = claims.getSubject();
        boolean machine = claims.getClaim("sid") == null && claims.getClaim("client_id") instanceof String;
        Map<WorkspaceId, Caller.Membership> memberships = new HashMap<>();
        boolean complete = readMemberships(claims.getClaim("organization"), memberships);
        Caller caller = ProviderReach.held(new Caller(
                machine ? Caller.Kind.CLIENT : Caller.Kind.PERSON,
                subject,
                displayName(claims, subject, machine),
                known(roles(claims.getClaim("realm_access")), PlatformRole::of, PlatformRole.class),
                memberships,
                signIn(claims)));
        return new Read(caller, complete);
    }

    /** The realm's mapper names what was used beside the password (RFC 8176). */
    private static Caller.SignIn signIn(JWTClaimsSet claims) {
        boolean secondFactor = claims.getClaim("amr") instanceof Collection<?> methods
                && methods.stream().anyMatch(SECOND_FACTORS::contains);
        return new Caller.SignIn(secondFactor, text(claims, "identity_provider"), text(claims, "sid"));
    }

    private static String text(JWTClaimsSet claims, String name) {
        return claims.getClaim(name) instanceof String text ? text : "";
    }

    private static String displayName(JWTClaimsSet claims, String subject, boolean machine) {
        String given = text(claims, "given_name");
        String family = text(claims, "family_name");
        if (!machine && !given.isBlank() && !family.isBlank()) {
            return PersonName.of(given, family);
        }
        return Stream.of(machine ? "client_id" : "name", "preferred_username")
                .map(claims::getClaim)
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .filter(name -> !name.isBlank())
                .findFirst()
                .orElse(subject);
    }

    private static boolean readMemberships(@Nullable Object claim, Map<WorkspaceId, Caller.Membership> memberships)
            throws TokenRefused {
        if (claim == null) {
            return true;
        }
        if (!(claim instanceof Map<?, ?> organizations) || organizations.size() > MOST_WORKSPACES) {
            throw new TokenRefused("The claim organization is not an object of workspaces");
        }
        boolean complete = true;
        for (Map.Entry<?, ?> entry : organizations.entrySet()) {
            if (!(entry.getKey() instanceof String alias) || !(entry.getValue() instanceof Map<?, ?> organization)) {
                throw new TokenRefused("The claim organization does not describe its workspaces");
            }
            if (organization.get("id") instanceof String id) {
                Set<Role> roles = known(roles(organization.get("realm_access")), Role::of, Role.class);
                memberships.put(workspace(id), Caller.Membership.of(alias, roles));
            } else {
                complete = false;
            }
        }
        return complete;
    }

    private static WorkspaceId workspace(String id) throws TokenRefused {
        try {
            return WorkspaceId.parse(id);
        } catch (Problem malformed) {
            throw new TokenRefused("The claim organization names a workspace whose id is no UUID");
        }
    }

    private static Collection<?> roles(@Nullable Object access) {
        return access instanceof Map<?, ?> map && map.get("roles") instanceof Collection<?> roles ? roles : Set.of();
    }

    private static <R extends Enum<R>> Set<R> known(
            Collection<?> names, Function<String, Optional<R>> read, Class<R> type) {
        return names.stream()
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .map(read)
                .flatMap(Optional::stream)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(type)));
    }
}
