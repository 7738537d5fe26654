package org.entezar.console.people;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.entezar.console.Place;
import org.entezar.console.Text;
import org.entezar.console.Visitor;
import org.entezar.kernel.Directory.Member;
import org.entezar.kernel.Permission;
import org.entezar.workspace.Members;
import org.entezar.workspace.OwnRole;
import org.entezar.workspace.OwnRoles;
import org.jspecify.annotations.Nullable;

/** The roles that the workspace made for itself, and who holds them. In views: {@code ownRoles}. */
@Named("ownRoles")
@RequestScoped
public class OwnRoleList {

    @Inject
    OwnRoles roles;

    @Inject
    Members members;

    @Inject
    Visitor visitor;

    @Inject
    Place place;

    @Inject
    Text text;

    private @Nullable List<OwnRole> all;
    private @Nullable Map<String, Set<String>> holders;
    private @Nullable Map<String, String> names;

    /** All, by key. */
    public List<OwnRole> getAll() {
        if (all == null) {
            all = roles.list(visitor.getCaller(), place.getWorkspaceId());
        }
        return all;
    }

    public boolean may(OwnRole role, Permission permission) {
        return permission == Permission.WORKSPACE_READ || role.permissions().contains(permission);
    }

    public String name(OwnRole role) {
        return text.best(role.name());
    }

    /** What it may do, in words. */
    public String words(OwnRole role) {
        return joined(
                role.permissions().stream()
                        .sorted()
                        .map(permission -> text.get("people.permission." + permission.name()))
                        .toList(),
                "people.clientSeparator");
    }

    /** Who holds it, by name; those who are members no more hold nothing. */
    public List<String> holders(OwnRole role) {
        if (names == null) {
            names = members.recent(visitor.getCaller(), place.getWorkspaceId()).stream()
                    .collect(Collectors.toMap(Member::subject, Member::displayName));
        }
        Map<String, String> known = names;
        return held().entrySet().stream()
                .filter(holder -> holder.getValue().contains(role.key()))
                .flatMap(holder -> Optional.ofNullable(known.get(holder.getKey())).stream())
                .sorted()
                .toList();
    }

    /** The same as one text; empty when nobody does. */
    public String holderNames(OwnRole role) {
        return joined(holders(role), "frame.listSeparator");
    }

    /** Keys of what the person holds. */
    Set<String> of(String subject) {
        return held().getOrDefault(subject, Set.of());
    }

    /** Names of what the person holds, as one text; empty when there is none. */
    String names(String subject) {
        Set<String> keys = of(subject);
        return joined(
                getAll().stream()
                        .filter(role -> keys.contains(role.key()))
                        .map(this::name)
                        .toList(),
                "frame.listSeparator");
    }

    /** Whether the visitor holds all of it, without which nobody gives, takes or changes it. */
    public boolean isWithin(OwnRole role) {
        return visitor.may("MEMBER_EDIT")
                && role.permissions().stream().allMatch(permission -> visitor.may(permission.name()));
    }

    private Map<String, Set<String>> held() {
        if (holders == null) {
            holders = roles.holders(visitor.getCaller(), place.getWorkspaceId());
        }
        return holders;
    }

    private String joined(Collection<String> words, String separator) {
        return String.join(text.get(separator), words);
    }
}
