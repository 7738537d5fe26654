package org.entezar.console.workspaces;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.Collectors;
import org.entezar.console.Text;
import org.entezar.console.Visitor;
import org.entezar.kernel.Caller.Membership;
import org.entezar.kernel.Role;
import org.entezar.workspace.DirectoryEntry;
import org.entezar.workspace.Workspace;
import org.entezar.workspace.Workspaces;
import org.jspecify.annotations.Nullable;

/** The visitor's workspaces and, for operators, all of the installation. In views: {@code workspaceList}. */
@Named("workspaceList")
@RequestScoped
public class WorkspaceList {

    @Inject
    Workspaces workspaces;

    @Inject
    Visitor visitor;

    @Inject
    Text text;

    private @Nullable List<Workspace> mine;

    public List<Workspace> getMine() {
        if (mine == null) {
            mine = workspaces.mine(visitor.getCaller());
        }
        return mine;
    }

    /** Aliases of workspaces of the visitor that want a stronger sign-in. */
    public List<String> getLocked() {
        return visitor.getAliases().stream()
                .filter(alias -> visitor.getCaller()
                        .workspace(alias)
                        .filter(visitor.getCaller()::isLockedOut)
                        .isPresent())
                .toList();
    }

    /** The same as one text. */
    public String getLockedNames() {
        return String.join(text.get("frame.listSeparator"), getLocked());
    }

    public String name(Workspace workspace) {
        return workspace.name().best(visitor.getTag(), workspace.defaultLanguage());
    }

    /** What the visitor is there, in words. */
    public String roles(Workspace workspace) {
        Membership membership = visitor.getCaller().memberships().get(workspace.id());
        return membership == null
                ? ""
                : membership.roles().stream()
                        .sorted()
                        .map(Role::key)
                        .map(key -> text.get("workspaces.role." + key))
                        .collect(Collectors.joining(text.get("frame.listSeparator")));
    }

    /** All workspaces of the installation: that they exist, and nothing in them. */
    public List<DirectoryEntry> getDirectory() {
        return visitor.isOperator() ? workspaces.directory(visitor.getCaller()) : List.of();
    }

    public boolean isMember(DirectoryEntry entry) {
        return visitor.getCaller().memberships().containsKey(entry.id());
    }
}
