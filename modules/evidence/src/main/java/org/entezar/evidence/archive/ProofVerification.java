package org.entezar.evidence.archive;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entezar.evidence.Checkpoint;
import org.entezar.evidence.KeyStatement;
import org.entezar.evidence.Malformed;
import org.entezar.evidence.ProofDocument;
import org.entezar.evidence.SignedCheckpoint;
import org.entezar.evidence.VerifyingKey;
import org.entezar.evidence.archive.Finding.Code;

/** Verifies a single proof without trusting whoever made it. */
public final class ProofVerification {

    private ProofVerification() {}

    /** Verifies the document; what cannot be read is a finding and never a crash. */
    public static ProofVerdict verify(byte[] json, Trust trust) {
        Findings findings = new Findings();
        Optional<ProofDocument> read = read(json, findings);
        read.ifPresent(proof -> verify(proof, trust, findings));
        return new ProofVerdict(read, findings.kept(), findings.faults());
    }

    private static Optional<ProofDocument> read(byte[] json, Findings findings) {
        try {
            return Optional.of(ProofDocument.parse(json));
        } catch (Malformed | IllegalArgumentException unreadable) {
            findings.add(Code.PROOF_UNREADABLE, String.valueOf(unreadable.getMessage()));
            return Optional.empty();
        }
    }

    private static void verify(ProofDocument proof, Trust trust, Findings findings) {
        if (!proof.entry().holds()) {
            findings.add(Code.PROOF_ENTRY, proof.entry().sequence());
        }
        proof.response()
                .filter(response -> !response.holds())
                .ifPresent(response -> findings.add(
                        Code.PROOF_RESPONSE, response.response(), proof.entry().sequence()));
        Map<String, VerifyingKey> keys =
                keys(proof.keys(), proof.entry().checkpoint().checkpoint().key(), trust, findings);
        Checkpoint state = proof.entry().checkpoint().checkpoint();
        if (!isSigned(proof.entry().checkpoint(), keys)) {
            findings.add(Code.CHECKPOINT_SIGNATURE, state.size());
        }
        compare(state, trust, keys, findings);
    }

    /** Keys that may have signed: those of the custody that is told, and those that the reader knows. */
    static Map<String, VerifyingKey> keys(
            List<KeyStatement> statements, String signer, Trust trust, Findings findings) {
        Map<String, VerifyingKey> keys = new HashMap<>();
        Set<String> trusted = new HashSet<>();
        trust.keys().forEach(key -> {
            trusted.add(key.id());
            keys.put(key.id(), key);
        });
        Optional<KeyStatement> before = Optional.empty();
        Set<String> told = new HashSet<>();
        for (KeyStatement statement : statements) {
            if (!statement.follows(before) && !trusted.contains(statement.key().id())) {
                findings.add(Code.KEY_CUSTODY_BROKEN, statement.key().id(), statement.at());
            }
            keys.put(statement.key().id(), statement.key());
            told.add(statement.key().id());
            before = Optional.of(statement);
        }
        trusted.stream().filter(id -> !told.contains(id)).forEach(id -> findings.add(Code.KEY_UNKNOWN, id));
        if (trusted.isEmpty()) {
            findings.add(Code.KEY_NOT_GIVEN, signer);
        }
        return keys;
    }

    static boolean isSigned(SignedCheckpoint signed, Map<String, VerifyingKey> keys) {
        VerifyingKey key = keys.get(signed.checkpoint().key());
        return key != null && signed.isSignedBy(key);
    }

    /** A checkpoint of the reader's own over as many entries must state the same; others cannot be compared here. */
    private static void compare(Checkpoint state, Trust trust, Map<String, VerifyingKey> keys, Findings findings) {
        long elsewhere = 0;
        for (SignedCheckpoint given : trust.checkpoints()) {
            Checkpoint own = given.checkpoint();
            if (!own.workspace().equals(state.workspace())) {
                elsewhere++;
            } else if (!isSigned(given, keys)) {
                findings.add(Code.GIVEN_CHECKPOINT_SIGNATURE, own.size(), own.at());
            } else if (own.size() != state.size()) {
                findings.add(Code.PROOF_NOT_COMPARED, own.size(), state.size());
            } else if (!own.root().equals(state.root()) || !own.head().equals(state.head())) {
                findings.add(Code.GIVEN_CHECKPOINT_DIFFERS, own.size(), own.at());
            }
        }
        if (elsewhere > 0) {
            findings.add(Code.GIVEN_CHECKPOINT_ELSEWHERE, elsewhere);
        }
    }
}
