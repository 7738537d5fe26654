package org.entezar.workspace;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entezar.kernel.Caller;
import org.entezar.kernel.Directory;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.IdentityProviders;
import org.entezar.kernel.Permission;
import org.entezar.kernel.Problem;
import org.entezar.kernel.Role;
import org.entezar.kernel.SignIns;
import org.entezar.kernel.WorkspaceId;
import org.entezar.platform.history.Change;
import org.entezar.platform.tenancy.Work;
import org.entezar.workspace.internal.OwnersOnly;
import org.entezar.workspace.internal.SignInRuleRows;

/**
 * What a workspace wants of the sign-ins of its people: a second factor, or nothing more than a password. Held at the
 * door, for every request: who signed in too weakly keeps the membership and can use nothing of it. People who come by
 * the workspace's own identity provider are that provider's to check. Programs have secrets and no second factor.
 */
public final class SignInRules {

    /** For how long another server may still go by the earlier rule. */
    public static final Duration KEPT = Duration.ofSeconds(10);

    private static final int MOST = 10_000;
    private static final int MOST_LOOKED_AT = 100;

    private final Work work;
    private final Directory directory;
    private final SignIns signIns;
    private final SignInRuleRows rows = new SignInRuleRows();
    private final Cache<WorkspaceId, Boolean> wanted =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(KEPT).build();

    public SignInRules(Work work, Directory directory, SignIns signIns) {
        this.work = work;
        this.directory = directory;
        this.signIns = signIns;
    }

    /** What is left of a caller at this moment: workspaces that want a stronger sign-in are locked. */
    public Caller admit(Caller caller) {
        if (caller.kind() != Caller.Kind.PERSON || caller.signIn().secondFactor()) {
            return caller;
        }
        return caller.withEach((workspace, membership) ->
                caller.signIn().provider().equals(IdentityProviders.name(workspace)) || !isWanted(workspace)
                        ? membership
                        : membership.locked());
    }

    private boolean isWanted(WorkspaceId workspace) {
        return wanted.get(
                workspace,
                unknown -> work.read(
                        Caller.product("sign-in", workspace),
                        workspace,
                        Permission.WORKSPACE_READ,
                        rows::secondFactor));
    }

    /** Whether the workspace wants a second factor. Needs {@link Permission#WORKSPACE_CONFIGURE}. */
    public boolean secondFactor(Caller caller, WorkspaceId workspace) {
        return work.read(caller, workspace, Permission.WORKSPACE_CONFIGURE, rows::secondFactor);
    }

    /**
     * Sets whether it does. Needs {@link Permission#WORKSPACE_CONFIGURE}, and to be an owner. Who demands it has signed
     * in with one, so that at least one owner goes on coming in.
     *
     * @throws Problem {@link ErrorCode#FORBIDDEN} to somebody who is no owner, {@link ErrorCode#SECOND_FACTOR_WANTED}
     */
    public void put(Caller caller, WorkspaceId workspace, boolean secondFactor) {
        caller.require(workspace, Permission.WORKSPACE_CONFIGURE);
        OwnersOnly.mayTouch(caller, workspace, Set.of(Role.OWNER));
        if (secondFactor && !caller.signIn().secondFactor()) {
            throw new Problem(ErrorCode.SECOND_FACTOR_WANTED);
        }
        work.change(caller, workspace, Permission.WORKSPACE_CONFIGURE, tx -> {
            boolean before = rows.secondFactor(tx);
            rows.put(tx, secondFactor);
            tx.record(Change.changed(
                    "sign-in.configured",
                    "sign-in",
                    Map.of("secondFactor", before),
                    Map.of("secondFactor", secondFactor)));
            return secondFactor;
        });
        wanted.invalidate(workspace);
    }

    /**
     * Members who have no second factor yet, of the first hundred. Needs {@link Permission#MEMBER_EDIT}.
     *
     * @throws Problem {@link ErrorCode#IDENTITY_UNAVAILABLE}
     */
    public List<Directory.Member> without(Caller caller, WorkspaceId workspace) {
        caller.require(workspace, Permission.MEMBER_EDIT);
        return directory.members(workspace).stream()
                .limit(MOST_LOOKED_AT)
                .filter(member -> signIns.factors(member.subject()).stream()
                        .noneMatch(factor ->
                                factor.kind() == SignIns.FactorKind.APP || factor.kind() == SignIns.FactorKind.PASSKEY))
                .toList();
    }
}
