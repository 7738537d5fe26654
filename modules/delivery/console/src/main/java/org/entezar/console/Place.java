package org.entezar.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Problem;
import org.entezar.kernel.WorkspaceId;
import org.jspecify.annotations.Nullable;

/** Where the page stands: the workspace and page of the address, and links to other places. In views: {@code place}. */
@Named
@RequestScoped
public class Place {

    private @Nullable WorkspaceId workspaceId;
    private String alias = "";
    private @Nullable Area area;
    private String path = "";
    private Map<String, String> parameters = Map.of();

    /** Called by the door once, after it has let the visitor in. */
    public void enter(WorkspaceId id, String name, @Nullable Area entered, String below, Map<String, String> taken) {
        this.workspaceId = id;
        this.alias = name;
        this.area = entered;
        this.path = below;
        this.parameters = Map.copyOf(taken);
    }

    /** Called by the door for a page outside all workspaces. */
    public void visit(String address, Map<String, String> taken) {
        this.path = address;
        this.parameters = Map.copyOf(taken);
    }

    public boolean isInWorkspace() {
        return workspaceId != null;
    }

    /**
     * The workspace of the address, of which the visitor is a member.
     *
     * @throws Problem {@link ErrorCode#WORKSPACE_NOT_FOUND} on pages outside all workspaces
     */
    public WorkspaceId getWorkspaceId() {
        if (workspaceId == null) {
            throw new Problem(ErrorCode.WORKSPACE_NOT_FOUND);
        }
        return workspaceId;
    }

    public String getAlias() {
        return alias;
    }

    public Optional<Area> area() {
        return Optional.ofNullable(area);
    }

    /** The entry of the navigation that is marked as the current one; empty outside workspaces. */
    public String getAreaKey() {
        return area == null ? "" : area.key();
    }

    /** The address below the workspace, such as {@code campaigns/0199…}. */
    public String getPath() {
        return path;
    }

    /**
     * The part of the address that the page's path names in braces.
     *
     * @throws Problem {@link ErrorCode#NOT_FOUND} when the address has none
     */
    public String parameter(String name) {
        String value = parameters.get(name);
        if (value == null) {
            throw new Problem(ErrorCode.NOT_FOUND, name);
        }
        return value;
    }

    /** The address of a page of this workspace: {@code place.to('campaigns')}. */
    public String to(String below) {
        return below.isEmpty() ? "/w/" + alias : "/w/" + alias + "/" + below;
    }

    /** The address of a page of this workspace about one thing: {@code place.to('campaigns', id)}. */
    public String to(String below, Object id) {
        return to(below) + "/" + URLEncoder.encode(String.valueOf(id), StandardCharsets.UTF_8);
    }

    /** The address of a part of one thing: {@code place.to('campaigns', id, 'responses')}. */
    public String to(String below, Object id, String further) {
        return to(below, id) + "/" + further;
    }

    /** The address of this very page. */
    public String getHere() {
        return to(path);
    }
}
