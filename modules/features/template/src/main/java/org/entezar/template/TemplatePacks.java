package org.entezar.template;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.entezar.kernel.Caller;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Permission;
import org.entezar.kernel.Problem;
import org.entezar.kernel.WorkspaceId;
import org.entezar.platform.history.Change;
import org.entezar.platform.tenancy.Tx;
import org.entezar.platform.tenancy.Work;
import org.entezar.questionnaire.Categories;
import org.entezar.questionnaire.CategoryTree;
import org.entezar.questionnaire.Questionnaire;
import org.entezar.questionnaire.QuestionnaireSummary;
import org.entezar.questionnaire.Questionnaires;
import org.entezar.workspace.Approvals;
import org.entezar.workspace.Withdrawal;
import org.entezar.workspace.Workspaces;

/**
 * Takes template packs into a workspace: categories that are not there yet are added at the end of the tree (the five
 * that every workspace starts with give way when nobody has touched them), each questionnaire becomes a draft. What the workspace already has stays as it is. All of it happens, or nothing.
 */
public final class TemplatePacks {

    private final Work work;
    private final IndustryPlugins plugins;
    private final Workspaces workspaces;
    private final Approvals approvals;
    private final Categories categories;
    private final Questionnaires questionnaires;

    public TemplatePacks(
            Work work,
            IndustryPlugins plugins,
            Workspaces workspaces,
            Approvals approvals,
            Categories categories,
            Questionnaires questionnaires) {
        this.work = work;
        this.plugins = plugins;
        this.workspaces = workspaces;
        this.approvals = approvals;
        this.categories = categories;
        this.questionnaires = questionnaires;
    }

    /** Packs of the plugins that the workspace has switched on, but for those that an operator withdrew. */
    public List<Pack> available(Caller caller, WorkspaceId workspace) {
        return work.read(caller, workspace, Permission.WORKSPACE_READ, tx -> offered(caller, tx));
    }

    private List<Pack> offered(Caller caller, Tx tx) {
        Set<String> withdrawn = approvals.withdrawn(tx, Withdrawal.Kind.PACK);
        return plugins.packs(workspaces.pluginsInUse(caller, tx.workspace())).stream()
                .filter(pack -> !withdrawn.contains(pack.id()))
                .toList();
    }

    /** What the workspace has taken in, the latest first. */
    public List<Installation> installed(Caller caller, WorkspaceId workspace) {
        return work.read(caller, workspace, Permission.WORKSPACE_READ, TemplatePacks::installations);
    }

    /**
     * Installs a pack.
     *
     * @throws Problem {@link ErrorCode#UNKNOWN_KEY} when no plugin that is on brings it or it is withdrawn,
     *     {@link ErrorCode#ALREADY_EXISTS} when the pack, or a questionnaire with the key of one of its own, is there
     */
    public Installation install(Caller caller, WorkspaceId workspace, String packId) {
        return work.change(caller, workspace, Permission.PACK_INSTALL, tx -> {
            Pack pack = offered(caller, tx).stream()
                    .filter(candidate -> candidate.id().equals(packId))
                    .findFirst()
                    .orElseThrow(() -> new Problem(ErrorCode.UNKNOWN_KEY, packId));
            refuseWhatIsThere(caller, tx, pack);
            addCategories(caller, workspace, pack);
            for (Questionnaire questionnaire : pack.questionnaires()) {
                questionnaires.create(caller, workspace, questionnaire);
            }
            Installation installation =
                    new Installation(pack.id(), pack.version(), pack.digest(), tx.now(), caller.displayName());
            insert(tx, installation);
            tx.record(Change.created("pack.installed", "pack/" + pack.id(), installation));
            return installation;
        });
    }

    private void refuseWhatIsThere(Caller caller, Tx tx, Pack pack) {
        if (installations(tx).stream()
                .anyMatch(installation -> installation.pack().equals(pack.id()))) {
            throw new Problem(ErrorCode.ALREADY_EXISTS, pack.id());
        }
        Set<String> taken = questionnaires.list(caller, tx.workspace()).stream()
                .map(QuestionnaireSummary::key)
                .collect(Collectors.toSet());
        Optional<String> clash = pack.questionnaires().stream()
                .map(Questionnaire::key)
                .filter(taken::contains)
                .findFirst();
        if (clash.isPresent()) {
            throw new Problem(ErrorCode.ALREADY_EXISTS, clash.get());
        }
    }

    private void addCategories(Caller caller, WorkspaceId workspace, Pack pack) {
        boolean untouched = categories.tree(caller, workspace).equals(CategoryTree.SERVICE_QUALITY);
        if (untouched && !pack.categories().isEmpty()) {
            categories.replace(caller, workspace, new CategoryTree(pack.categories()));
        } else {
            categories.addMissing(caller, workspace, pack.categories());
        }
    }

    private static List<Installation> installations(Tx tx) {
        return tx.handle()
                .createQuery("""
                        select pack, version, digest, installed_at, installed_by from pack_installation
                        where workspace_id = :workspace order by installed_at desc, pack""")
                .bind("workspace", tx.workspace().value())
                .map((rows, context) -> new Installation(
                        rows.getString(1),
                        rows.getString(2),
                        rows.getString(3),
                        rows.getObject(4, java.time.OffsetDateTime.class).toInstant(),
                        rows.getString(5)))
                .list();
    }

    private static void insert(Tx tx, Installation installation) {
        tx.handle()
                .createUpdate("""
                        insert into pack_installation (workspace_id, pack, version, digest, installed_at, installed_by)
                        values (:workspace, :pack, :version, :digest, :at, :by)""")
                .bind("workspace", tx.workspace().value())
                .bind("pack", installation.pack())
                .bind("version", installation.version())
                .bind("digest", installation.digest())
                .bind("at", installation.at().atOffset(java.time.ZoneOffset.UTC))
                .bind("by", installation.by())
                .execute();
    }
}
