package org.entezar.console.verification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.entezar.audit.Checkpoints;
import org.entezar.audit.EvidenceExports;
import org.entezar.audit.EvidenceFile;
import org.entezar.audit.Proofs;
import org.entezar.audit.ResponseReceipt;
import org.entezar.collection.ResponseId;
import org.entezar.console.Notices;
import org.entezar.console.Place;
import org.entezar.console.Text;
import org.entezar.console.Visitor;
import org.entezar.evidence.ConsistencyDocument;
import org.entezar.evidence.KeyStatement;
import org.entezar.evidence.ProofDocument;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Problem;
import org.entezar.kernel.Uuids;

/** What can be taken from the page as a file. */
@ApplicationScoped
class VerificationFiles {

    @Inject
    Checkpoints checkpoints;

    @Inject
    EvidenceExports exports;

    @Inject
    Proofs proofs;

    @Inject
    VerifierFile verifier;

    @Inject
    Visitor visitor;

    @Inject
    Text text;

    @Inject
    Notices notices;

    void archive(Place place, HttpServletRequest request, HttpServletResponse response) throws IOException {
        EvidenceFile file = exports.take(visitor.getCaller(), place.getWorkspaceId(), VerificationActions.job(place));
        name(response, "application/zip", file.name());
        response.setContentLengthLong(file.bytes());
        try (InputStream content = file.content().get()) {
            content.transferTo(response.getOutputStream());
        }
    }

    /** A checkpoint to keep: a line, as {@code --checkpoint} takes it. */
    void checkpoint(Place place, HttpServletRequest request, HttpServletResponse response) throws IOException {
        long wanted = size(place);
        String line =
                checkpoints
                        .list(visitor.getCaller(), place.getWorkspaceId(), Optional.of(wanted + 1), 1)
                        .checkpoints()
                        .stream()
                        .filter(signed -> signed.checkpoint().size() == wanted)
                        .findFirst()
                        .orElseThrow(() -> new Problem(ErrorCode.NOT_FOUND, wanted))
                        .line();
        write(response, "application/jsonl", "checkpoint-" + wanted + ".jsonl", line + "\n");
    }

    /** That the newest checkpoint goes on from this one. */
    void consistency(Place place, HttpServletRequest request, HttpServletResponse response) throws IOException {
        long newest = checkpoints
                .latest(visitor.getCaller(), place.getWorkspaceId())
                .map(signed -> signed.checkpoint().size())
                .orElseThrow(() -> new Problem(ErrorCode.NOT_FOUND, place.parameter("size")));
        long size = size(place);
        ConsistencyDocument proof =
                checkpoints.consistency(visitor.getCaller(), place.getWorkspaceId(), size, Math.max(size, newest));
        write(response, "application/json", "consistency-" + size + "-" + newest + ".json", proof.text());
    }

    private static long size(Place place) {
        String size = place.parameter("size");
        if (!size.matches("[1-9]\\d{0,17}")) {
            throw new Problem(ErrorCode.NOT_FOUND, size);
        }
        return Long.parseLong(size);
    }

    /** A public key, as {@code --key} takes it. */
    void key(Place place, HttpServletRequest request, HttpServletResponse response) throws IOException {
        String id = place.parameter("key");
        KeyStatement statement = checkpoints.keys(visitor.getCaller(), place.getWorkspaceId()).stream()
                .filter(each -> each.key().id().equals(id))
                .findFirst()
                .orElseThrow(() -> new Problem(ErrorCode.NOT_FOUND, id));
        write(
                response,
                "application/x-pem-file",
                "key-" + id.substring(0, 12) + ".pem",
                statement.key().pem());
    }

    /** The proof of the response that was asked for; when there is none, the page says why. */
    void response(Place place, HttpServletRequest request, HttpServletResponse response) throws IOException {
        String typed =
                Optional.ofNullable(request.getParameter("response")).orElse("").strip();
        try {
            ResponseReceipt receipt =
                    proofs.response(visitor.getCaller(), place.getWorkspaceId(), new ResponseId(Uuids.parse(typed)));
            Optional<ProofDocument> proof = proofs.document(receipt);
            if (proof.isPresent()) {
                write(
                        response,
                        "application/json",
                        "proof-" + receipt.response() + ".json",
                        proof.get().text());
                return;
            }
            notices.warn(text.get("verification.proof." + receipt.state().name()));
        } catch (Problem problem) {
            notices.failed(
                    problem.code() == ErrorCode.NOT_FOUND || problem.code() == ErrorCode.MALFORMED_ID
                            ? text.get("verification.proof.none")
                            : text.problem(problem));
        }
        response.sendRedirect(place.to(VerificationPages.HERE) + "#proof");
    }

    void verifier(Place place, HttpServletRequest request, HttpServletResponse response) throws IOException {
        byte[] jar = verifier.bytes().orElseThrow(() -> new Problem(ErrorCode.NOT_FOUND, "entezar-verify.jar"));
        name(response, "application/java-archive", "entezar-verify.jar");
        response.setContentLength(jar.length);
        response.getOutputStream().write(jar);
    }

    private static void write(HttpServletResponse response, String type, String name, String text) throws IOException {
        name(response, type, name);
        response.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    }

    private static void name(HttpServletResponse response, String type, String name) {
        response.setContentType(type);
        response.setHeader("Content-Disposition", "attachment; filename=\"" + name + "\"");
    }
}
