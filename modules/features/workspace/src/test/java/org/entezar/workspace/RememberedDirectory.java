package org.entezar.workspace;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.entezar.kernel.Directory;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Problem;
import org.entezar.kernel.Role;
import org.entezar.kernel.WorkspaceId;

/** An identity provider that keeps its organizations in memory and knows two people. */
final class RememberedDirectory implements Directory {

    private static final Set<String> KNOWN = Set.of("mina", "wei");

    final Map<WorkspaceId, Map<String, Member>> organizations = new HashMap<>();
    final Map<String, String> passwords = new HashMap<>();
    boolean away;
    private final Map<WorkspaceId, String> aliases = new HashMap<>();

    @Override
    public WorkspaceId createWorkspace(String alias, String name) {
        if (aliases.containsValue(alias)) {
            throw new Problem(ErrorCode.ALREADY_EXISTS, alias);
        }
        WorkspaceId id = new WorkspaceId(UUID.randomUUID());
        organizations.put(id, new HashMap<>());
        aliases.put(id, alias);
        return id;
    }

    @Override
    public void removeWorkspace(WorkspaceId workspace) {
        organizations.remove(workspace);
        aliases.remove(workspace);
    }

    @Override
    public List<Member> members(WorkspaceId workspace) {
        return List.copyOf(organizations.getOrDefault(workspace, Map.of()).values());
    }

    @Override
    public Member addMember(WorkspaceId workspace, String login, Role role) {
        if (!KNOWN.contains(login)) {
            throw new Problem(ErrorCode.UNKNOWN_KEY, login);
        }
        Member member = new Member("subject-of-" + login, login, login, "", Set.of(role));
        organizations.getOrDefault(workspace, Map.of()).put(member.subject(), member);
        return member;
    }

    @Override
    public Welcome addMember(WorkspaceId workspace, Newcomer newcomer, Role role) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Member join(WorkspaceId workspace, String subject, Role role) {
        if (away) {
            throw new Problem(ErrorCode.IDENTITY_UNAVAILABLE);
        }
        String login = subject.replace("subject-of-", "");
        Member member =
                new Member(subject, login, login, login.contains("@") ? login : login + "@example.org", Set.of(role));
        organizations.getOrDefault(workspace, Map.of()).put(subject, member);
        return member;
    }

    @Override
    public Member addMember(WorkspaceId workspace, Newcomer newcomer, String password, Role role) {
        if (newcomer.email().startsWith("known@")) {
            throw new Problem(ErrorCode.ALREADY_EXISTS, newcomer.email());
        }
        passwords.put(newcomer.login(), password);
        return join(workspace, "subject-of-" + newcomer.login(), role);
    }

    @Override
    public Member assign(WorkspaceId workspace, String subject, Set<Role> roles) {
        if (away) {
            throw new Problem(ErrorCode.IDENTITY_UNAVAILABLE);
        }
        Member before = organizations.get(workspace).get(subject);
        Member after = new Member(subject, before.login(), before.displayName(), before.email(), roles);
        organizations.get(workspace).put(subject, after);
        return after;
    }

    @Override
    public void removeMember(WorkspaceId workspace, String subject) {
        organizations.getOrDefault(workspace, Map.of()).remove(subject);
    }
}
