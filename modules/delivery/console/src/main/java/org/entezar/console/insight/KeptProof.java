package org.entezar.console.insight;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.entezar.audit.Checkpoints;
import org.entezar.audit.Proofs;
import org.entezar.evidence.EntryProof;
import org.entezar.evidence.ProofDocument;
import org.entezar.insight.KeptInsight;
import org.entezar.kernel.Caller;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Problem;
import org.entezar.kernel.WorkspaceId;

/**
 * The proof that a kept insight stands in the history that the installation signed: the entry as it is hashed, its path
 * to the root, the checkpoint with its signature, and the keys.
 */
@ApplicationScoped
public class KeptProof {

    private static final String PART = "report";

    @Inject
    @SuppressWarnings("NullAway.Init")
    Proofs proofs;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Checkpoints checkpoints;

    /** The proof; signs the history first when no checkpoint covers the entry yet. */
    EntryProof of(Caller caller, WorkspaceId workspace, KeptInsight kept) {
        try {
            return proofs.keptInsight(caller, workspace, kept.kept().sequence());
        } catch (Problem unsigned) {
            if (unsigned.code() != ErrorCode.NOT_FOUND) {
                throw unsigned;
            }
            checkpoints.take(Caller.product(PART, workspace), workspace);
            return proofs.keptInsight(caller, workspace, kept.kept().sequence());
        }
    }

    /** The proof as a file that the offline verifier takes. */
    String document(Caller caller, WorkspaceId workspace, KeptInsight kept) {
        return ProofDocument.of(
                        of(caller, workspace, kept), checkpoints.keys(Caller.product(PART, workspace), workspace))
                .text();
    }
}
