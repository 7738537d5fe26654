package org.entezar.evidence;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;

/**
 * A checkpoint with its signature.
 *
 * @param checkpoint what is stated
 * @param signature 64 bytes in Base64
 */
public record SignedCheckpoint(Checkpoint checkpoint, String signature) {

    /** Signs a checkpoint that names this key. */
    public static SignedCheckpoint sign(Checkpoint checkpoint, SigningKey key) {
        if (!checkpoint.key().equals(key.verifying().id())) {
            throw new IllegalArgumentException("The checkpoint names another key");
        }
        return new SignedCheckpoint(checkpoint, StrictBase64.encode(key.sign(checkpoint.document())));
    }

    /** Whether the key made the signature. */
    public boolean isSignedBy(VerifyingKey key) {
        try {
            return key.id().equals(checkpoint.key())
                    && key.verifies(checkpoint.document(), StrictBase64.decode(signature));
        } catch (Malformed notBase64) {
            return false;
        }
    }

    /** One line of JSON, as an anchor, an archive and an auditor's file hold it. */
    public String line() {
        ObjectNode line = Canonical.object();
        line.put("checkpoint", new String(checkpoint.document(), StandardCharsets.UTF_8));
        line.put("signature", signature);
        return new String(Canonical.bytes(line), StandardCharsets.UTF_8);
    }

    /**
     * Reads what {@link #line} wrote.
     *
     * @throws Malformed for anything else
     */
    public static SignedCheckpoint parse(byte[] line) {
        ObjectNode read = Canonical.readObject(line);
        if (!read.path("checkpoint").isTextual() || !read.path("signature").isTextual()) {
            throw new Malformed("a line without a checkpoint and its signature");
        }
        return new SignedCheckpoint(
                Checkpoint.parse(read.get("checkpoint").textValue().getBytes(StandardCharsets.UTF_8)),
                read.get("signature").textValue());
    }
}
