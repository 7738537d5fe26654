package org.entezar.console.people;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.entezar.console.Notices;
import org.entezar.console.Place;
import org.entezar.console.Text;
import org.entezar.console.Visitor;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Permission;
import org.entezar.kernel.Problem;
import org.entezar.kernel.Uuids;
import org.entezar.workspace.ApiClient;
import org.entezar.workspace.ApiClientId;
import org.entezar.workspace.ApiClientSecret;
import org.entezar.workspace.ApiClients;
import org.jspecify.annotations.Nullable;

/**
 * The programs of the workspace. A secret is shown in the answer to the form that made it, and is kept nowhere for a
 * second look: so these forms answer with the page itself and not with a redirect. In views: {@code apiClients}.
 */
@Named("apiClients")
@RequestScoped
public class ApiClientForm {

    @Inject
    ApiClients clients;

    @Inject
    Visitor visitor;

    @Inject
    Place place;

    @Inject
    Notices notices;

    @Inject
    Text text;

    @Inject
    HttpServletRequest request;

    private String name = "";
    private String error = "";
    private @Nullable ApiClientSecret told;
    private @Nullable List<ApiClient> all;

    /** All, those that can be used first. */
    public List<ApiClient> getAll() {
        if (all == null) {
            all = clients.list(visitor.getCaller(), place.getWorkspaceId()).stream()
                    .sorted(java.util.Comparator.comparing(ApiClient::isRevoked))
                    .toList();
        }
        return all;
    }

    /** What the visitor can give a program. */
    public List<Permission> getGrantable() {
        return ApiClients.GRANTABLE.stream()
                .filter(permission -> visitor.may(permission.name()))
                .toList();
    }

    public boolean isTicked(Permission permission) {
        return ticked().contains(permission);
    }

    /** What it may do, in words. */
    public String words(ApiClient client) {
        return client.permissions().stream()
                .filter(permission -> permission != Permission.WORKSPACE_READ)
                .sorted()
                .map(permission -> text.get("people.permission." + permission.name()))
                .collect(Collectors.joining(text.get("people.clientSeparator")));
    }

    public String getTokenAddress() {
        return clients.tokenAddress().toString();
    }

    /** Makes one and tells its secret. */
    public void create() {
        try {
            told = clients.create(visitor.getCaller(), place.getWorkspaceId(), name, ticked());
            name = "";
            all = null;
        } catch (Problem problem) {
            error = problem.violations().isEmpty()
                    ? text.problem(problem)
                    : problem.violations().get(0).pointer().startsWith("/permissions")
                            ? text.get("people.clientMayNothing")
                            : text.violation(problem.violations().get(0));
        }
    }

    private Set<Permission> ticked() {
        Set<Permission> ticked = EnumSet.noneOf(Permission.class);
        String[] values = request.getParameterValues("permission");
        for (String value : values == null || isDone() ? new String[0] : values) {
            ApiClients.GRANTABLE.stream()
                    .filter(permission -> permission.name().equals(value))
                    .forEach(ticked::add);
        }
        return ticked;
    }

    /** Gives one a new secret and tells it. */
    public void rotate(String id) {
        try {
            told = clients.rotate(visitor.getCaller(), place.getWorkspaceId(), clientId(id));
            all = null;
        } catch (Problem problem) {
            error = text.problem(problem);
        }
    }

    /** Ends one and shows the page anew. */
    public void revoke(String id) throws IOException {
        try {
            clients.revoke(visitor.getCaller(), place.getWorkspaceId(), clientId(id));
            notices.done(text.get("people.clientRevoked"));
        } catch (Problem problem) {
            notices.failed(text.problem(problem));
        }
        FacesContext.getCurrentInstance().getExternalContext().redirect(place.to("people/clients"));
    }

    private static ApiClientId clientId(String id) {
        try {
            return new ApiClientId(Uuids.parse(id));
        } catch (Problem malformed) {
            throw new Problem(ErrorCode.NOT_FOUND, id);
        }
    }

    /** Whether a secret is told now. */
    public boolean isDone() {
        return told != null;
    }

    public String getToldName() {
        return told == null ? "" : told.client().name();
    }

    public String getToldId() {
        return told == null ? "" : told.client().clientId();
    }

    public String getToldSecret() {
        return told == null ? "" : told.secret();
    }

    public String getError() {
        return error;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name.strip();
    }
}
