package org.entezar.api.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.entezar.api.WorkspacePath;
import org.entezar.audit.Proofs;
import org.entezar.audit.ResponseReceipt;
import org.entezar.collection.OpenSurvey;
import org.entezar.collection.PublicLinks;
import org.entezar.collection.ResponseId;
import org.entezar.kernel.Caller;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Problem;

/**
 * What a respondent can do with a receipt: ask, without an account, how far the proof of the own response has come. Link
 * and id together are the permission; neither can be guessed, and the answers are not told.
 */
@Path("/receipts/{token}/{response}")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class ReceiptResource {

    private static final int LONGEST_TOKEN = 64;

    @Inject
    @SuppressWarnings("NullAway.Init")
    PublicLinks links;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Proofs proofs;

    @Operation(summary = "How far the proof has come, with the proof once there is one.")
    @GET
    public ProofView.OfResponse receipt(@PathParam("token") String token, @PathParam("response") String response) {
        if (token.length() > LONGEST_TOKEN) {
            throw new Problem(ErrorCode.NOT_FOUND);
        }
        OpenSurvey survey = links.find(token).orElseThrow(() -> new Problem(ErrorCode.NOT_FOUND));
        ResponseReceipt receipt = proofs.receipt(
                Caller.respondent(survey.workspace()), survey.workspace(), new ResponseId(WorkspacePath.id(response)));
        return ProofView.OfResponse.of(receipt, proofs.document(receipt));
    }
}
