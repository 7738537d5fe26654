package org.entezar.api.workspace;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.entezar.kernel.Directory;
import org.entezar.kernel.Role;

/**
 * A member.
 *
 * @param id stable id of the person
 * @param login typed at sign-in
 * @param name for people
 * @param email absent where there is none
 * @param roles held in this workspace, strongest first
 * @param ownRoles keys of roles that the workspace made; where there are any, they say what the person may do
 * @param temporaryPassword of a newcomer, in the answer that made them known and never again
 */
record MemberView(
        String id,
        String login,
        String name,
        Optional<String> email,
        List<String> roles,
        List<String> ownRoles,
        Optional<String> temporaryPassword) {

    static MemberView of(Directory.Member member, Collection<String> ownRoles, Optional<String> temporaryPassword) {
        return new MemberView(
                member.subject(),
                member.login(),
                member.displayName(),
                Optional.of(member.email()).filter(address -> !address.isEmpty()),
                member.roles().stream().sorted().map(Role::key).toList(),
                ownRoles.stream().sorted().toList(),
                temporaryPassword);
    }

    @Override
    public String toString() {
        return "MemberView[" + id + "]";
    }
}
