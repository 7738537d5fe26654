package org.entezar.identity.internal.directory;

import static org.entezar.identity.internal.directory.KeycloakAdministration.encode;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entezar.identity.internal.directory.KeycloakAdministration.Refusal;
import org.entezar.kernel.Directory;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Problem;
import org.entezar.kernel.Role;
import org.entezar.kernel.WorkspaceId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The directory in Keycloak: a workspace is an organization whose name there is the alias, since Keycloak wants names
 * unique and people do not; its name for people is the description. A role is a group of the organization, mapped to the
 * realm role of the same name.
 */
public final class KeycloakDirectory implements Directory {

    private static final Logger LOG = LoggerFactory.getLogger(KeycloakDirectory.class);
    private static final int PAGE = 100;
    /** A list of members is nine requests to Keycloak. */
    private static final Duration RECENT = Duration.ofSeconds(5);

    private static final int MOST_RECENT = 1_000;

    private final KeycloakAdministration keycloak;
    private final People people;
    private final RoleGroups groups;
    private final Cache<WorkspaceId, List<Member>> recent = Caffeine.newBuilder()
            .expireAfterWrite(RECENT)
            .maximumSize(MOST_RECENT)
            .build();

    public KeycloakDirectory(KeycloakAdministration keycloak) {
        this.keycloak = keycloak;
        this.people = new People(keycloak);
        this.groups = new RoleGroups(keycloak);
    }

    @Override
    public WorkspaceId createWorkspace(String alias, String name) {
        WorkspaceId workspace;
        try {
            workspace = WorkspaceId.parse(keycloak.create(
                    "/organizations",
                    Map.of(
                            "name", alias,
                            "alias", alias,
                            "description", name,
                            "enabled", true,
                            "attributes", Map.of(KeycloakFoundings.MARK, List.of("created")))));
        } catch (Refusal refusal) {
            throw refusal.status() == 409
                    ? new Problem(ErrorCode.ALREADY_EXISTS, alias)
                    : new Problem(ErrorCode.MALFORMED_KEY, alias);
        }
        orElseTakeBack(() -> groups.complete(workspace), () -> removeWorkspace(workspace));
        return workspace;
    }

    @Override
    public void removeWorkspace(WorkspaceId workspace) {
        try {
            keycloak.delete(organization(workspace));
        } catch (Refusal refusal) {
            if (refusal.status() != 404) {
                throw unexpected(refusal);
            }
        }
    }

    @Override
    public List<Member> members(WorkspaceId workspace) {
        try {
            List<Map.Entry<Role, String>> known =
                    List.copyOf(groups.of(workspace).entrySet());
            List<String> paths = new ArrayList<>(List.of(organization(workspace) + "/members"));
            known.forEach(group -> paths.add(organization(workspace) + "/groups/" + group.getValue() + "/members"));
            List<List<JsonNode>> people = all(paths);
            Map<String, Set<Role>> roles = new HashMap<>();
            for (int i = 0; i < known.size(); i++) {
                for (JsonNode member : people.get(i + 1)) {
                    roles.computeIfAbsent(member.path("id").asText(), subject -> EnumSet.noneOf(Role.class))
                            .add(known.get(i).getKey());
                }
            }
            return people.get(0).stream()
                    .filter(member -> !isProgram(member))
                    .map(member -> People.member(
                            member, roles.getOrDefault(member.path("id").asText(), Set.of())))
                    .sorted(Comparator.comparing(Member::login))
                    .toList();
        } catch (Refusal refusal) {
            throw refusal.status() == 404 ? new Problem(ErrorCode.WORKSPACE_NOT_FOUND) : unexpected(refusal);
        }
    }

    @Override
    public List<Member> recentMembers(WorkspaceId workspace) {
        return recent.get(workspace, this::members);
    }

    /** Programs belong to the organization too, and are nobody's colleagues. */
    private static boolean isProgram(JsonNode member) {
        return member.path("username").asText().startsWith(KeycloakMachineClients.ACCOUNT);
    }

    @Override
    public Member addMember(WorkspaceId workspace, String login, Role role) {
        JsonNode person = people.find(login).orElseThrow(() -> new Problem(ErrorCode.UNKNOWN_KEY, login));
        return join(workspace, person, role);
    }

    @Override
    public Welcome addMember(WorkspaceId workspace, Newcomer newcomer, Role role) {
        People.Known known = people.create(newcomer);
        return new Welcome(joinFresh(workspace, known.person(), role), known.temporaryPassword());
    }

    @Override
    public Member addMember(WorkspaceId workspace, Newcomer newcomer, String password, Role role) {
        return joinFresh(workspace, people.create(newcomer, password), role);
    }

    @Override
    public Member join(WorkspaceId workspace, String subject, Role role) {
        JsonNode person = people.get(subject).orElseThrow(() -> new Problem(ErrorCode.UNKNOWN_KEY, subject));
        return join(workspace, person, role);
    }

    /** Lets somebody in who was made known for that: when it fails, they are not known either. */
    private Member joinFresh(WorkspaceId workspace, JsonNode fresh, Role role) {
        List<Member> joined = new ArrayList<>();
        orElseTakeBack(() -> joined.add(join(workspace, fresh, role)), () -> people.remove(fresh));
        return joined.get(0);
    }

    private Member join(WorkspaceId workspace, JsonNode person, Role role) {
        String subject = person.path("id").asText();
        boolean joined;
        try {
            keycloak.post(organization(workspace) + "/members", subject);
            joined = true;
        } catch (Refusal refusal) {
            if (refusal.status() != 409) {
                throw refusal.status() == 404 ? new Problem(ErrorCode.WORKSPACE_NOT_FOUND) : unexpected(refusal);
            }
            joined = false;
        }
        Runnable takeBack = joined ? () -> removeMember(workspace, subject) : () -> {};
        orElseTakeBack(() -> keycloak.put(groups.membership(workspace, role, subject)), takeBack);
        recent.invalidate(workspace);
        return People.member(person, roles(workspace, subject));
    }

    @Override
    public Member assign(WorkspaceId workspace, String subject, Set<Role> roles) {
        JsonNode person;
        try {
            person = keycloak.get(organization(workspace) + "/members/" + encode(subject));
        } catch (Refusal refusal) {
            throw noMember(refusal, subject);
        }
        Set<Role> before = roles(workspace, subject);
        orElseTakeBack(() -> change(workspace, subject, before, roles), () -> {
            try {
                change(workspace, subject, roles(workspace, subject), before);
            } catch (Refusal refusal) {
                throw unexpected(refusal);
            }
        });
        recent.invalidate(workspace);
        return People.member(person, roles);
    }

    /** Gives first and takes afterwards, so that nobody is without a role in between. */
    private void change(WorkspaceId workspace, String subject, Set<Role> from, Set<Role> to) throws Refusal {
        for (Role role : to) {
            if (!from.contains(role)) {
                keycloak.put(groups.membership(workspace, role, subject));
            }
        }
        for (Role role : from) {
            if (!to.contains(role)) {
                keycloak.delete(groups.membership(workspace, role, subject));
            }
        }
    }

    @Override
    public void removeMember(WorkspaceId workspace, String subject) {
        try {
            keycloak.delete(organization(workspace) + "/members/" + encode(subject));
            recent.invalidate(workspace);
        } catch (Refusal refusal) {
            throw noMember(refusal, subject);
        }
    }

    private Set<Role> roles(WorkspaceId workspace, String subject) {
        try {
            Set<Role> roles = EnumSet.noneOf(Role.class);
            for (JsonNode group : keycloak.get(
                    organization(workspace) + "/members/" + encode(subject) + "/groups?first=0&max=" + PAGE)) {
                Role.of(group.path("name").asText()).ifPresent(roles::add);
            }
            return roles;
        } catch (Refusal refusal) {
            throw noMember(refusal, subject);
        }
    }

    /** All pages of each, whose first ones do not wait for one another: most lists have but one. */
    private List<List<JsonNode>> all(List<String> paths) throws Refusal {
        List<List<JsonNode>> lists = new ArrayList<>();
        for (JsonNode first :
                keycloak.getTogether(paths.stream().map(path -> page(path, 0)).toList())) {
            List<JsonNode> all = new ArrayList<>();
            first.forEach(all::add);
            for (int last = first.size(); last == PAGE; ) {
                JsonNode next = keycloak.get(page(paths.get(lists.size()), all.size()));
                next.forEach(all::add);
                last = next.size();
            }
            lists.add(all);
        }
        return lists;
    }

    private static String page(String path, int first) {
        return path + "?first=" + first + "&max=" + PAGE;
    }

    private static String organization(WorkspaceId workspace) {
        return "/organizations/" + workspace;
    }

    private interface Step {
        void take() throws Refusal;
    }

    private static void orElseTakeBack(Step step, Runnable takeBack) {
        try {
            step.take();
        } catch (Refusal | RuntimeException failure) {
            RuntimeException problem = failure instanceof RuntimeException known ? known : unexpected(failure);
            try {
                takeBack.run();
            } catch (RuntimeException stuck) {
                LOG.error("A half-done change at Keycloak could not be taken back: {}", stuck.getMessage());
                problem.addSuppressed(stuck);
            }
            throw problem;
        }
    }

    private static Problem noMember(Refusal refusal, String subject) {
        return refusal.status() == 404 || refusal.status() == 400
                ? new Problem(ErrorCode.UNKNOWN_KEY, subject)
                : unexpected(refusal);
    }

    private static Problem unexpected(Exception refusal) {
        LOG.error("Keycloak's administration refuses: {}", refusal.getMessage());
        return new Problem(ErrorCode.IDENTITY_UNAVAILABLE);
    }
}
