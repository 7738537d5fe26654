package org.entezar.workspace;

import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.entezar.kernel.Caller;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.MachineClients;
import org.entezar.kernel.Permission;
import org.entezar.kernel.Problem;
import org.entezar.kernel.Uuids;
import org.entezar.kernel.Violation;
import org.entezar.kernel.WorkspaceId;
import org.entezar.platform.history.Change;
import org.entezar.platform.tenancy.Work;
import org.entezar.workspace.internal.ApiClientRows;
import org.entezar.workspace.internal.OwnMeans;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Programs that act in a workspace by themselves. The identity provider says who one is and to which workspace it
 * belongs; what it may do stands here and is looked up at each of its requests ({@link ApiClientRegistry}), so that
 * revoking needs no token to run out. A program never manages people, settings or other programs, and whoever makes one
 * gives it nothing that they may not do themselves.
 */
public final class ApiClients {

    /** What a program can be given, beside seeing that the workspace exists. */
    public static final Set<Permission> GRANTABLE = Collections.unmodifiableSet(EnumSet.of(
            Permission.QUESTIONNAIRE_READ,
            Permission.QUESTIONNAIRE_EDIT,
            Permission.QUESTIONNAIRE_PUBLISH,
            Permission.COMMITMENT_READ,
            Permission.COMMITMENT_EDIT,
            Permission.CAMPAIGN_READ,
            Permission.CAMPAIGN_RUN,
            Permission.RESPONSE_SUBMIT,
            Permission.RESPONSE_IMPORT,
            Permission.RESPONSE_READ,
            Permission.INSIGHT_READ,
            Permission.INSIGHT_KEEP,
            Permission.HISTORY_READ,
            Permission.CASE_READ,
            Permission.CASE_WORK));

    /** Usable clients that a workspace may have at a time. */
    public static final int MOST = 50;

    private static final int LONGEST_NAME = 100;
    private static final Logger LOG = LoggerFactory.getLogger(ApiClients.class);

    private final Work work;
    private final MachineClients machines;
    private final ApiClientRegistry registry;
    private final Uuids ids;
    private final URI tokenAddress;
    private final ApiClientRows rows = new ApiClientRows();

    /** @param tokenAddress where programs get tokens */
    public ApiClients(Work work, MachineClients machines, ApiClientRegistry registry, Uuids ids, URI tokenAddress) {
        this.work = work;
        this.machines = machines;
        this.registry = registry;
        this.ids = ids;
        this.tokenAddress = tokenAddress;
    }

    /** Where programs get tokens. */
    public URI tokenAddress() {
        return tokenAddress;
    }

    /** All clients, the newest first. Needs {@link Permission#MEMBER_READ}. */
    public List<ApiClient> list(Caller caller, WorkspaceId workspace) {
        return work.read(caller, workspace, Permission.MEMBER_READ, rows::all);
    }

    /**
     * One client. Needs {@link Permission#MEMBER_READ}.
     *
     * @throws Problem {@link ErrorCode#NOT_FOUND}
     */
    public ApiClient get(Caller caller, WorkspaceId workspace, ApiClientId id) {
        return work.read(caller, workspace, Permission.MEMBER_READ, tx -> rows.find(tx, id)
                .orElseThrow(() -> new Problem(ErrorCode.NOT_FOUND)));
    }

    /**
     * Makes a client. Needs {@link Permission#MEMBER_EDIT}.
     *
     * @throws Problem {@link ErrorCode#INVALID} with the faults, {@link ErrorCode#FORBIDDEN} for a permission that the
     *     caller lacks, {@link ErrorCode#TOO_MANY}, {@link ErrorCode#IDENTITY_UNAVAILABLE}: then there is none
     */
    public ApiClientSecret create(Caller caller, WorkspaceId workspace, String name, Set<Permission> permissions) {
        caller.require(workspace, Permission.MEMBER_EDIT);
        check(name, permissions);
        permissions.forEach(permission -> caller.require(workspace, permission));
        if (work.read(caller, workspace, Permission.MEMBER_EDIT, rows::usable) >= MOST) {
            throw new Problem(ErrorCode.TOO_MANY, MOST);
        }
        ApiClientId id = new ApiClientId(ids.next());
        String clientId = "api-" + id;
        MachineClients.Issued issued = machines.createClient(workspace, clientId, name.strip());
        try {
            ApiClient made = work.change(caller, workspace, Permission.MEMBER_EDIT, tx -> {
                ApiClient client = new ApiClient(
                        id,
                        clientId,
                        name.strip(),
                        withReading(permissions),
                        caller.displayName(),
                        tx.now(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty());
                rows.insert(tx, client, issued.subject());
                tx.record(Change.created("api-client.created", subject(id), told(client)));
                return client;
            });
            return new ApiClientSecret(made, issued.secret());
        } catch (RuntimeException failure) {
            try {
                machines.removeClient(clientId);
            } catch (RuntimeException alsoFailed) {
                failure.addSuppressed(alsoFailed);
            }
            throw failure;
        }
    }

    /**
     * Gives it a new secret. Tokens that it has run out within five minutes; to stop it at once, revoke it. Needs
     * {@link Permission#MEMBER_EDIT}.
     *
     * @throws Problem {@link ErrorCode#NOT_FOUND}, {@link ErrorCode#STATE} when it is revoked, {@link ErrorCode#FORBIDDEN}
     *     to somebody who may not do themselves what the secret opens
     */
    public ApiClientSecret rotate(Caller caller, WorkspaceId workspace, ApiClientId id) {
        ApiClient client = work.change(caller, workspace, Permission.MEMBER_EDIT, tx -> {
            ApiClient found = rows.find(tx, id).orElseThrow(() -> new Problem(ErrorCode.NOT_FOUND));
            if (found.isRevoked()) {
                throw new Problem(ErrorCode.STATE, "REVOKED");
            }
            OwnMeans.holds(caller, workspace, found.permissions());
            rows.rotated(tx, id);
            tx.record(new Change("api-client.rotated", subject(id), Optional.empty(), Optional.of(told(found))));
            return rows.find(tx, id).orElse(found);
        });
        return new ApiClientSecret(client, machines.renewSecret(client.clientId()));
    }

    /**
     * Ends it: from now on it may do nothing here, tokens that it has included; on other servers of the same database
     * within {@link ApiClientRegistry#KEPT}. Needs {@link Permission#MEMBER_EDIT}.
     *
     * @throws Problem {@link ErrorCode#NOT_FOUND}, {@link ErrorCode#STATE} when it is revoked
     */
    public void revoke(Caller caller, WorkspaceId workspace, ApiClientId id) {
        ApiClient client = work.change(caller, workspace, Permission.MEMBER_EDIT, tx -> {
            ApiClient found = rows.find(tx, id).orElseThrow(() -> new Problem(ErrorCode.NOT_FOUND));
            if (!rows.revoke(tx, id)) {
                throw new Problem(ErrorCode.STATE, "REVOKED");
            }
            tx.record(Change.ended("api-client.revoked", subject(id), told(found)));
            return found;
        });
        registry.forget(workspace);
        try {
            machines.removeClient(client.clientId());
        } catch (RuntimeException away) {
            LOG.warn("The client {} is revoked, but stays known to the identity provider", client.clientId(), away);
        }
    }

    private static void check(String name, Set<Permission> permissions) {
        List<Violation> faults = new ArrayList<>();
        if (name.isBlank()) {
            faults.add(Violation.at("/name", ErrorCode.REQUIRED));
        } else if (name.strip().length() > LONGEST_NAME) {
            faults.add(Violation.at("/name", ErrorCode.TOO_LONG, LONGEST_NAME));
        } else if (name.chars().anyMatch(Character::isISOControl)) {
            faults.add(Violation.at("/name", ErrorCode.FORBIDDEN_CHARACTER));
        }
        if (permissions.isEmpty()) {
            faults.add(Violation.at("/permissions", ErrorCode.REQUIRED));
        }
        permissions.stream()
                .filter(permission -> permission != Permission.WORKSPACE_READ && !GRANTABLE.contains(permission))
                .map(permission -> Violation.at("/permissions", ErrorCode.NOT_AN_OPTION, permission.name()))
                .forEach(faults::add);
        Problem.throwIfAny(faults);
    }

    private static Set<Permission> withReading(Set<Permission> permissions) {
        Set<Permission> all = EnumSet.of(Permission.WORKSPACE_READ);
        all.addAll(permissions);
        return all;
    }

    private static String subject(ApiClientId id) {
        return "api-client/" + id;
    }

    private static Map<String, Object> told(ApiClient client) {
        Set<String> permissions = new TreeSet<>();
        client.permissions().forEach(permission -> permissions.add(permission.name()));
        return Map.of("name", client.name(), "permissions", permissions);
    }
}
