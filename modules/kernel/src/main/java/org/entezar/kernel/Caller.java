package org.entezar.kernel;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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
        ANONYMOUS
    }

    /**
     * A caller's place in one workspace.
     *
     * @param alias the workspace's name in addresses, as the token gave it
     * @param roles roles held there; none for respondents
     * @param permissions what may be done there
     */
    public record Membership(String alias, Set<Role> roles, Set<Permission> permissions) {
        public Membership {
            roles = Set.copyOf(roles);
            permissions = Set.copyOf(permissions);
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

    /** A part of the product at work in one workspace, such as a job or the demo's simulator. */
    public static Caller product(String part, WorkspaceId workspace) {
        return new Caller(
                Kind.PRODUCT,
                part,
                part,
                Set.of(),
                Map.of(workspace, new Membership("", Set.of(), Set.of(Permission.values()))));
    }

    /** The same caller with other memberships. */
    public Caller with(Map<WorkspaceId, Membership> others) {
        return new Caller(kind, subject, displayName, platformRoles, others, signIn);
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

    public boolean may(WorkspaceId workspace, Permission permission) {
        Membership membership = memberships.get(workspace);
        return membership != null && membership.permissions().contains(permission);
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
        if (!memberships.containsKey(workspace)) {
            throw new Problem(ErrorCode.WORKSPACE_NOT_FOUND);
        }
        if (isLockedOut(workspace)) {
            throw new Problem(ErrorCode.SECOND_FACTOR_WANTED);
        }
        if (!may(workspace, permission)) {
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
