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
public final class Callers {

    private static final int MOST_WORKSPACES = 500;

    private Callers() {}

    /**
     * The caller that the claims of an access token describe. No claim {@code organization} means no workspace.
     *
     * @throws TokenRefused when the claim is there in a shape other than that of the realm's mappers: guessing would be
     *     worse than refusing
     */
    public static Caller of(JWTClaimsSet claims) throws TokenRefused {
        String subject = claims.getSubject();
        boolean machine = claims.getClaim("sid") == null && claims.getClaim("client_id") instanceof String;
        return new Caller(
                machine ? Caller.Kind.CLIENT : Caller.Kind.PERSON,
                subject,
                displayName(claims, subject, machine),
                known(roles(claims.getClaim("realm_access")), PlatformRole::of, PlatformRole.class),
                memberships(claims.getClaim("organization")));
    }

    private static String displayName(JWTClaimsSet claims, String subject, boolean machine) {
        return Stream.of(machine ? "client_id" : "name", "preferred_username")
                .map(claims::getClaim)
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .filter(name -> !name.isBlank())
                .findFirst()
                .orElse(subject);
    }

    private static Map<WorkspaceId, Caller.Membership> memberships(@Nullable Object claim) throws TokenRefused {
        if (claim == null) {
            return Map.of();
        }
        if (!(claim instanceof Map<?, ?> organizations) || organizations.size() > MOST_WORKSPACES) {
            throw new TokenRefused("The claim organization is not an object of workspaces");
        }
        Map<WorkspaceId, Caller.Membership> memberships = new HashMap<>();
        for (Map.Entry<?, ?> entry : organizations.entrySet()) {
            if (!(entry.getKey() instanceof String alias)
                    || !(entry.getValue() instanceof Map<?, ?> organization)
                    || !(organization.get("id") instanceof String id)) {
                throw new TokenRefused("The claim organization names a workspace without its id");
            }
            Set<Role> roles = known(roles(organization.get("realm_access")), Role::of, Role.class);
            try {
                memberships.put(WorkspaceId.parse(id), Caller.Membership.of(alias, roles));
            } catch (Problem malformed) {
                throw new TokenRefused("The claim organization names a workspace whose id is no UUID");
            }
        }
        return memberships;
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
