package org.entezar.audit.internal.portable;

import java.util.function.Supplier;
import org.entezar.kernel.Caller;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Permission;
import org.entezar.kernel.Problem;
import org.entezar.kernel.WorkspaceId;
import org.entezar.platform.tenancy.Work;

/**
 * Brings in one thing after the other out of an archive, each once however often the job begins again. What could not be
 * written today is refused and told, and hinders nothing else.
 */
final class BringInOnce {

    private final Work work;
    private final Caller caller;
    private final WorkspaceId workspace;
    private final String archive;
    private final Refusals refusals;

    /** Hears what was refused. */
    interface Refusals {
        void add(String kind, String id, Problem problem);
    }

    /** @param archive names the file that they come from */
    BringInOnce(Work work, Caller caller, WorkspaceId workspace, String archive, Refusals refusals) {
        this.work = work;
        this.caller = caller;
        this.workspace = workspace;
        this.archive = archive;
        this.refusals = refusals;
    }

    Caller caller() {
        return caller;
    }

    WorkspaceId workspace() {
        return workspace;
    }

    /**
     * @param id by which the archive knows it
     * @param permission that the deed needs
     * @param deed writes it, and returns its id here
     */
    void write(String kind, String id, Permission permission, Supplier<Object> deed) {
        boolean known = work.read(caller, workspace, permission, tx -> OriginRows.find(tx, archive, kind, id)
                .isPresent());
        if (known) {
            return;
        }
        try {
            work.change(caller, workspace, permission, tx -> {
                String made = deed.get().toString();
                OriginRows.insert(tx, archive, kind, id, made);
                return made;
            });
        } catch (Problem problem) {
            if (problem.code() != ErrorCode.INVALID) {
                throw problem;
            }
            refusals.add(kind, id, problem);
        }
    }
}
