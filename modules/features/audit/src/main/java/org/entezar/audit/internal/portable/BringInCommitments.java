package org.entezar.audit.internal.portable;

import java.io.IOException;
import org.entezar.audit.WorkspaceParts;
import org.entezar.kernel.Permission;

/** Brings in standards and promises. One that stood under a category which was deleted since is refused. */
final class BringInCommitments {

    private final WorkspaceParts parts;
    private final BringInOnce once;

    BringInCommitments(WorkspaceParts parts, BringInOnce once) {
        this.parts = parts;
        this.once = once;
    }

    void all(PortableReader reader) throws IOException {
        if (reader.has(Part.STANDARDS)) {
            reader.lines(
                    Part.STANDARDS,
                    Lines.StandardLine.class,
                    line -> once.write("standard", line.id(), Permission.COMMITMENT_EDIT, () -> parts.standards()
                            .create(once.caller(), once.workspace(), line.terms())
                            .id()));
        }
        if (reader.has(Part.PROMISES)) {
            reader.lines(
                    Part.PROMISES,
                    Lines.PromiseLine.class,
                    line -> once.write("promise", line.id(), Permission.COMMITMENT_EDIT, () -> parts.promises()
                            .make(once.caller(), once.workspace(), line.terms())
                            .id()));
        }
    }
}
