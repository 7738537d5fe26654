package org.entezar.kernel;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;

/**
 * Who acts: a signed-in person, a machine client, a respondent with a link, or a part of the product itself. Made once
 * at the door from a verified token and handed down as an argument; nothing below reads it from the air.
 *
 * @param kind what kind of actor it is
 * @param subject stable id at the identity provider, or the name of the part of the product
 * @param displayName what people see in history
 * @param platformRoles roles outside all workspaces
 * @param memberships workspaces in which the caller has a role
 * @param signIn how a person signed in
 */
public record Caller(
        Kind kind,
        String subject,
        String displayName,
        Set<PlatformRole> platformRoles,
        Map<WorkspaceId, Membership> memberships,
        SignIn signIn) {

    /**
     * How a person signed in.
     *
     * @param secondFactor whether with more than a password: an authenticator app, a passkey
     * @param provider the identity provider of an organization by which they came, as the realm names it; empty when they
     *     signed in here
     * @param session id of the session at the identity provider; empty where there is none
     */
    public record SignIn(boolean secondFactor, String provider, String session) {
        /** Nothing is known of it. */
        public static final SignIn UNKNOWN = new SignIn(false, "", "");
    }

    /** What kind of actor acts. */
    public enum Kind {
        PERSON,
        CLIENT,
        RESPONDENT,
        /** A part of the product working without a person, bound to the workspaces of its memberships. */
        PRODUCT,
        /** Long work that somebody began, such as an import; bound like a part of the product. */
        JOB,
        /** An industry plugin at work, by its id; bound like a part of the product. */
        PLUGIN,
        ANONYMOUS
    }

    /**
     * A caller's place in one workspace.
     *
     * @param alias the workspace's name in addresses, as the token gave it
     * @param roles roles held there; none for respondents
     * @param permissions what may be done there
     * @param shared what may be done only with what is shared with the caller; none of it is in the permissions
     */
    public record Membership(String alias, Set<Role> roles, Set<Permission> permissions, Shared shared) {
        public Membership {
            roles = Set.copyOf(roles);
            permissions = Set.copyOf(permissions);
        }

        /** A membership that is bound to nothing. */
        public Membership(String alias, Set<Role> roles, Set<Permission> permissions) {
            this(alias, roles, permissions, Shared.NOTHING);
        }

        /** The same membership, of which nothing can be used until something is done about the sign-in. */
        public Membership locked() {
            return new Membership(alias, roles, Set.of());
        }

        boolean isLocked() {
            return !roles.isEmpty() && permissions.isEmpty();
        }

        /** The membership that the given roles amount to. */
        public static Membership of(String alias, Set<Role> roles) {
            return new Membership(
                    alias,
                    roles,
                    roles.stream()
                            .flatMap(role -> role.permissions().stream())
                            .collect(java.util.stream.Collectors.toUnmodifiableSet()));
        }
    }

    /**
     * What a membership gives for some things only.
     *
     * @param things ids of what is shared with the caller
     * @param permissions what may be done with each of them
     */
    public record Shared(Set<UUID> things, Set<Permission> permissions) {
        /** Nothing is. */
        public static final Shared NOTHING = new Shared(Set.of(), Set.of());

        public Shared {
            things = Set.copyOf(things);
            permissions = Set.copyOf(permissions);
        }
    }

    public static final Caller ANONYMOUS = new Caller(Kind.ANONYMOUS, "anonymous", "", Set.of(), Map.of());

    /** A caller of whose sign-in nothing is known. */
    public Caller(
            Kind kind,
            String subject,
            String displayName,
            Set<PlatformRole> platformRoles,
            Map<WorkspaceId, Membership> memberships) {
        this(kind, subject, displayName, platformRoles, memberships, SignIn.UNKNOWN);
    }

    public Caller {
        platformRoles = Set.copyOf(platformRoles);
        memberships = Map.copyOf(memberships);
    }

    /** Somebody who holds a campaign's link: may hand in a response in that workspace and nothing else. */
    public static Caller respondent(WorkspaceId workspace) {
        return new Caller(
                Kind.RESPONDENT,
                "respondent",
                "",
                Set.of(),
                Map.of(workspace, new Membership("", Set.of(), Set.of(Permission.RESPONSE_SUBMIT))));
    }

    /** A part of the product at work in one workspace, such as the sealer of responses or the demo's simulator. */
    public static Caller product(String part, WorkspaceId workspace) {
        return working(Kind.PRODUCT, part, workspace);
    }

    /** A job of this kind at work in one workspace. */
    public static Caller job(String kind, WorkspaceId workspace) {
        return working(Kind.JOB, kind, workspace);
    }

    private static Caller working(Kind kind, String part, WorkspaceId workspace) {
        return new Caller(
                kind,
                part,
                part,
                Set.of(),
                Map.of(workspace, new Membership("", Set.of(), Set.of(Permission.values()))));
    }

    /** The same caller with other memberships. */
    public Caller with(Map<WorkspaceId, Membership> others) {
        return new Caller(kind, subject, displayName, platformRoles, others, signIn);
    }

    /** The same caller with what is left of each membership. */
    public Caller withEach(BiFunction<WorkspaceId, Membership, Membership> left) {
        Map<WorkspaceId, Membership> others = new HashMap<>();
        memberships.forEach((workspace, membership) -> others.put(workspace, left.apply(workspace, membership)));
        return with(others);
    }

    /** Whether the workspace is the caller's, and wants a stronger sign-in than theirs. */
    public boolean isLockedOut(WorkspaceId workspace) {
        Membership membership = memberships.get(workspace);
        return membership != null && membership.isLocked();
    }

    public boolean isOperator() {
        return platformRoles.contains(PlatformRole.OPERATOR);
    }

    public boolean isSignedIn() {
        return kind == Kind.PERSON || kind == Kind.CLIENT;
    }

    /** Whether the caller may do it with all that the workspace has. */
    public boolean may(WorkspaceId workspace, Permission permission) {
        Membership membership = memberships.get(workspace);
        return membership != null && membership.permissions().contains(permission);
    }

    /** Whether the caller may do it with this one. */
    public boolean may(WorkspaceId workspace, Permission permission, Shareable thing) {
        return may(workspace, permission)
                || mayWithSome(workspace, permission)
                        && shared(workspace).things().contains(thing.value());
    }

    /** Whether the caller may do it with all or with what is shared with them, be that nothing so far. */
    public boolean mayWithSome(WorkspaceId workspace, Permission permission) {
        return may(workspace, permission) || shared(workspace).permissions().contains(permission);
    }

    /** With what alone the caller may do it; empty for somebody whom nothing binds. */
    public Optional<Set<UUID>> bounds(WorkspaceId workspace, Permission permission) {
        return may(workspace, permission)
                ? Optional.empty()
                : Optional.of(
                        mayWithSome(workspace, permission) ? shared(workspace).things() : Set.of());
    }

    private Shared shared(WorkspaceId workspace) {
        Membership membership = memberships.get(workspace);
        return membership == null ? Shared.NOTHING : membership.shared();
    }

    /** The roles held in the workspace; none in one that is not the caller's. */
    public Set<Role> roles(WorkspaceId workspace) {
        Membership membership = memberships.get(workspace);
        return membership == null ? Set.of() : membership.roles();
    }

    /**
     * Lets the caller pass or throws.
     *
     * @throws Problem {@link ErrorCode#WORKSPACE_NOT_FOUND} to somebody who is not in the workspace, so that an alias
     *     cannot be probed; {@link ErrorCode#FORBIDDEN} to a member who lacks the permission;
     *     {@link ErrorCode#SECOND_FACTOR_WANTED} to one whose sign-in is too weak for the workspace
     */
    public void require(WorkspaceId workspace, Permission permission) {
        require(workspace, permission, may(workspace, permission));
    }

    /**
     * Lets the caller pass to this one or throws.
     *
     * @throws Problem as {@link #require(WorkspaceId, Permission)}; {@link ErrorCode#NOT_FOUND} when it is not shared
     *     with somebody who may do it with what is, as if it were not there
     */
    public void require(WorkspaceId workspace, Permission permission, Shareable thing) {
        requireWithSome(workspace, permission);
        if (!may(workspace, permission, thing)) {
            throw new Problem(ErrorCode.NOT_FOUND);
        }
    }

    /**
     * Lets the caller pass who may do it with all or with what is shared with them, or throws; what follows keeps to
     * {@link #may(WorkspaceId, Permission, Shareable)}.
     *
     * @throws Problem as {@link #require(WorkspaceId, Permission)}
     */
    public void requireWithSome(WorkspaceId workspace, Permission permission) {
        require(workspace, permission, mayWithSome(workspace, permission));
    }

    private void require(WorkspaceId workspace, Permission permission, boolean may) {
        if (!memberships.containsKey(workspace)) {
            throw new Problem(ErrorCode.WORKSPACE_NOT_FOUND);
        }
        if (isLockedOut(workspace)) {
            throw new Problem(ErrorCode.SECOND_FACTOR_WANTED);
        }
        if (!may) {
            throw new Problem(ErrorCode.FORBIDDEN, permission.name());
        }
    }

    /** The workspace that this caller knows under the alias. */
    public Optional<WorkspaceId> workspace(String alias) {
        return memberships.entrySet().stream()
                .filter(entry -> entry.getValue().alias().equals(alias))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** Aliases of all workspaces of this caller, sorted. */
    public List<String> aliases() {
        return memberships.values().stream()
                .map(Membership::alias)
                .filter(alias -> !alias.isEmpty())
                .sorted(Comparator.naturalOrder())
                .toList();
    }
}
