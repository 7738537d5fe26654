package org.entezar.audit.internal.deletion;

import java.util.LinkedHashMap;
import java.util.Map;
import org.entezar.audit.Deletion;
import org.entezar.audit.Proofs;
import org.entezar.audit.internal.checkpoint.CheckpointMaker;
import org.entezar.collection.SealedResponses;
import org.entezar.kernel.Caller;
import org.entezar.kernel.Permission;
import org.entezar.platform.history.Change;
import org.entezar.platform.tenancy.Work;

/**
 * Ends a history: the last entry says that everything is erased and how much that was, a checkpoint signs it, and the
 * proof of it is the certificate. It is handed out only when what it says is true.
 */
public final class LastEntry {

    /** Action of the last entry of a history. */
    public static final String DELETED = "workspace.deleted";

    private final Work work;
    private final SealedResponses responses;
    private final CheckpointMaker maker;
    private final Proofs proofs;

    public LastEntry(Work work, SealedResponses responses, CheckpointMaker maker, Proofs proofs) {
        this.work = work;
        this.responses = responses;
        this.maker = maker;
        this.proofs = proofs;
    }

    /** Writes it and returns the certificate. */
    public String write(Caller caller, Deletion deletion) {
        responses.sealNow(caller, deletion.workspace());
        long sealed = responses.counts(caller, deletion.workspace()).sealed();
        long sequence = work.change(caller, deletion.workspace(), Permission.DATA_GOVERN, tx -> {
            Map<String, Object> told = new LinkedHashMap<>();
            told.put("alias", deletion.alias());
            told.put("name", deletion.name());
            told.put("requestedAt", deletion.requestedAt());
            told.put("responses", sealed);
            return tx.recordNumbered(Change.ended(DELETED, "workspace/" + deletion.alias(), told));
        });
        maker.make(deletion.workspace());
        return proofs.document(caller, deletion.workspace(), sequence).text();
    }
}
