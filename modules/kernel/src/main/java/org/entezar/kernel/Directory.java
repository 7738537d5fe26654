package org.entezar.kernel;

import java.util.List;
import java.util.Set;

/**
 * The identity provider as far as workspaces need it: each workspace is an organization there, each role a group of
 * that organization. What changes here reaches a signed-in person with the next access token, within five minutes.
 *
 * <p>Every method talks over the network: call it outside of a database transaction. Each is all or nothing: when a
 * step fails, the steps before it are taken back. Each may throw {@link Problem} {@link ErrorCode#IDENTITY_UNAVAILABLE}.
 */
public interface Directory {

    /**
     * A person as the identity provider knows them within one workspace.
     *
     * @param subject stable id, the same as {@link Caller#subject()}
     * @param login the name typed at sign-in
     * @param displayName given and family name, or the login where there are none
     * @param email empty where there is none
     * @param roles roles held in the workspace; may be empty
     */
    record Member(String subject, String login, String displayName, String email, Set<Role> roles) {
        public Member {
            roles = Set.copyOf(roles);
        }
    }

    /**
     * Somebody who is not known yet.
     *
     * @param login the name to type at sign-in: 3 to 60 small Latin letters, digits, dots, hyphens, underscores or @
     * @param email where notices go; unique in the installation
     * @param language of the sign-in pages
     */
    record Newcomer(String login, String email, String givenName, String familyName, Language language) {}

    /**
     * A newcomer who is now a member.
     *
     * @param temporaryPassword to be handed over once; must be changed at the first sign-in; kept nowhere
     */
    record Welcome(Member member, String temporaryPassword) {
        @Override
        public String toString() {
            return "Welcome[" + member + "]";
        }
    }

    /**
     * Makes a workspace known, with a group for each {@link Role} and without members.
     *
     * @param alias its name in addresses
     * @param name its name for people
     * @throws Problem {@link ErrorCode#ALREADY_EXISTS} when the alias is taken
     */
    WorkspaceId createWorkspace(String alias, String name);

    /** Takes back {@link #createWorkspace}; people stay known. Nothing happens when there is no such workspace. */
    void removeWorkspace(WorkspaceId workspace);

    /** All members with their roles, by login. */
    List<Member> members(WorkspaceId workspace);

    /**
     * The same for a list to look at or to search in while somebody types: what was changed elsewhere than through this
     * directory may be some seconds late.
     */
    default List<Member> recentMembers(WorkspaceId workspace) {
        return members(workspace);
    }

    /**
     * Gives a known person a role, making them a member first if they are none.
     *
     * @param login their login or e-mail address
     * @throws Problem {@link ErrorCode#UNKNOWN_KEY} when nobody is known by that login
     */
    Member addMember(WorkspaceId workspace, String login, Role role);

    /**
     * Makes a newcomer known and a member.
     *
     * @throws Problem {@link ErrorCode#ALREADY_EXISTS} when the login or the e-mail address is taken
     */
    Welcome addMember(WorkspaceId workspace, Newcomer newcomer, Role role);

    /**
     * Gives somebody who has signed in a role, making them a member first if they are none.
     *
     * @param subject their {@link Caller#subject()}
     * @throws Problem {@link ErrorCode#UNKNOWN_KEY} when the subject is no person
     */
    Member join(WorkspaceId workspace, String subject, Role role);

    /**
     * Makes a newcomer known, who chose a password and has shown to own the e-mail address, and a member.
     *
     * @throws Problem {@link ErrorCode#ALREADY_EXISTS} when the login or the e-mail address is taken,
     *     {@link ErrorCode#WEAK_PASSWORD} when the identity provider wants a better one
     */
    Member addMember(WorkspaceId workspace, Newcomer newcomer, String password, Role role);

    /**
     * Sets the roles of a member to exactly these.
     *
     * @throws Problem {@link ErrorCode#UNKNOWN_KEY} when the subject is no member
     */
    Member assign(WorkspaceId workspace, String subject, Set<Role> roles);

    /**
     * Ends a membership; the person stays known.
     *
     * @throws Problem {@link ErrorCode#UNKNOWN_KEY} when the subject is no member
     */
    void removeMember(WorkspaceId workspace, String subject);
}
