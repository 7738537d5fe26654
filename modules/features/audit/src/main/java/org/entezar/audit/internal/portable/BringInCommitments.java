package org.entezar.audit.internal.portable;

import java.io.IOException;
import java.util.function.Supplier;
import org.entezar.audit.WorkspaceParts;
import org.entezar.kernel.Caller;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Permission;
import org.entezar.kernel.Problem;
import org.entezar.kernel.WorkspaceId;
import org.entezar.platform.tenancy.Work;

/**
 * Brings in standards and promises, each once however often the job begins again. One that stood under a category which
 * was deleted since could not be written today; it is refused and told, and hinders nothing else.
 */
final class BringInCommitments {

    private final Work work;
    private final WorkspaceParts parts;
    private final Caller caller;
    private final WorkspaceId workspace;
    private final String archive;
    private final Refusals refusals;

    /** Hears what was refused. */
    interface Refusals {
        void add(String kind, String id, Problem problem);
    }

    /** @param archive names the file that they come from */
    BringInCommitments(
            Work work, WorkspaceParts parts, Caller caller, WorkspaceId workspace, String archive, Refusals refusals) {
        this.work = work;
        this.parts = parts;
        this.caller = caller;
        this.workspace = workspace;
        this.archive = archive;
        this.refusals = refusals;
    }

    void all(PortableReader reader) throws IOException {
        if (reader.has(Part.STANDARDS)) {
            reader.lines(
                    Part.STANDARDS,
                    Lines.StandardLine.class,
                    line -> once("standard", line.id(), () -> parts.standards()
                            .create(caller, workspace, line.terms())
                            .id()
                            .toString()));
        }
        if (reader.has(Part.PROMISES)) {
            reader.lines(
                    Part.PROMISES,
                    Lines.PromiseLine.class,
                    line -> once("promise", line.id(), () -> parts.promises()
                            .make(caller, workspace, line.terms())
                            .id()
                            .toString()));
        }
    }

    private void once(String kind, String id, Supplier<String> deed) {
        boolean known =
                work.read(caller, workspace, Permission.COMMITMENT_READ, tx -> OriginRows.find(tx, archive, kind, id)
                        .isPresent());
        if (known) {
            return;
        }
        try {
            work.change(caller, workspace, Permission.COMMITMENT_EDIT, tx -> {
                String made = deed.get();
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
