package org.entezar.relationship.internal;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.entezar.kernel.Caller;
import org.entezar.kernel.Directory.Member;
import org.entezar.kernel.Permission;
import org.entezar.kernel.Role;
import org.entezar.kernel.WorkspaceId;
import org.entezar.relationship.Assignee;
import org.entezar.workspace.Members;
import org.entezar.workspace.OwnRole;
import org.entezar.workspace.OwnRoles;

/** Members who may work cases, by their roles. Asks the identity provider: outside of a transaction. */
public final class Workers {

    private final Members members;
    private final OwnRoles ownRoles;

    public Workers(Members members, OwnRoles ownRoles) {
        this.members = members;
        this.ownRoles = ownRoles;
    }

    /** All, by name. Somebody who works cases need not be allowed to see who else is a member. */
    public List<Assignee> all(WorkspaceId workspace) {
        Caller product = Caller.product("cases", workspace);
        Map<String, Set<String>> holders = ownRoles.holders(product, workspace);
        Map<String, OwnRole> roles = holders.isEmpty()
                ? Map.of()
                : ownRoles.list(product, workspace).stream()
                        .collect(Collectors.toMap(OwnRole::key, Function.identity()));
        return members.recent(product, workspace).stream()
                .filter(member -> mayWork(member, holders.getOrDefault(member.subject(), Set.of()), roles))
                .map(member -> new Assignee(member.subject(), member.displayName()))
                .sorted(Comparator.comparing(Assignee::name).thenComparing(Assignee::subject))
                .toList();
    }

    public Optional<Assignee> find(WorkspaceId workspace, String subject) {
        return all(workspace).stream()
                .filter(worker -> worker.subject().equals(subject))
                .findFirst();
    }

    /** Own roles take the place of what the built-in ones give, for everybody but owners. */
    private static boolean mayWork(Member member, Set<String> own, Map<String, OwnRole> roles) {
        if (member.roles().isEmpty()) {
            return false;
        }
        if (own.isEmpty() || member.roles().contains(Role.OWNER)) {
            return member.roles().stream().anyMatch(role -> role.permissions().contains(Permission.CASE_WORK));
        }
        return own.stream()
                .flatMap(key -> Optional.ofNullable(roles.get(key)).stream())
                .anyMatch(role -> role.permissions().contains(Permission.CASE_WORK));
    }
}
