package org.entezar.evidence;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * States that a key signs from now on, in place of the one before. It is signed by the new key, which shows that its
 * owner has it, and by the one before, which hands custody on. Only the first of a chain has none before it.
 *
 * @param key the key that signs from now on
 * @param previous id of the key before
 * @param at since when
 * @param signature by the key itself, in Base64
 * @param handover by the key before, in Base64
 */
public record KeyStatement(
        VerifyingKey key, Optional<String> previous, Instant at, String signature, Optional<String> handover) {

    /** What kind of document it is, and in which version. */
    public static final String FORMAT = "entezar-key/1";

    /** States the first key of a chain. */
    public static KeyStatement first(SigningKey key, Instant at) {
        return signed(key, Optional.empty(), at);
    }

    /** States that {@code key} follows {@code before}. */
    public static KeyStatement following(SigningKey before, SigningKey key, Instant at) {
        return signed(key, Optional.of(before), at);
    }

    private static KeyStatement signed(SigningKey key, Optional<SigningKey> before, Instant at) {
        Optional<String> previous = before.map(one -> one.verifying().id());
        byte[] document = document(key.verifying(), previous, at);
        return new KeyStatement(
                key.verifying(),
                previous,
                at,
                StrictBase64.encode(key.sign(document)),
                before.map(one -> StrictBase64.encode(one.sign(document))));
    }

    /** The bytes that are signed. */
    public byte[] document() {
        return document(key, previous, at);
    }

    private static byte[] document(VerifyingKey key, Optional<String> previous, Instant at) {
        ObjectNode document = Canonical.object();
        document.put("format", FORMAT)
                .put("key", key.base64())
                .put("id", key.id())
                .put("at", at.toString());
        previous.ifPresent(id -> document.put("previous", id));
        return Canonical.bytes(document);
    }

    /** One line of JSON, as an archive holds it. */
    public String line() {
        ObjectNode line = Canonical.object();
        line.put("statement", new String(document(), StandardCharsets.UTF_8)).put("signature", signature);
        handover.ifPresent(text -> line.put("handover", text));
        return new String(Canonical.bytes(line), StandardCharsets.UTF_8);
    }

    /**
     * Reads what {@link #line} wrote.
     *
     * @throws Malformed for anything else
     */
    public static KeyStatement parse(byte[] line) {
        ObjectNode read = Canonical.readObject(line);
        byte[] document = read.path("statement").asText().getBytes(StandardCharsets.UTF_8);
        ObjectNode said = Canonical.readObject(document);
        try {
            KeyStatement statement = new KeyStatement(
                    new VerifyingKey(said.path("id").asText(), said.path("key").asText()),
                    said.has("previous") ? Optional.of(said.get("previous").asText()) : Optional.empty(),
                    Instant.parse(said.path("at").asText()),
                    read.path("signature").asText(),
                    read.has("handover") ? Optional.of(read.get("handover").asText()) : Optional.empty());
            if (!java.util.Arrays.equals(statement.document(), document)) {
                throw new Malformed("not a key statement in its canonical form");
            }
            return statement;
        } catch (DateTimeException noTime) {
            throw new Malformed("a key statement without a time");
        }
    }

    /** Whether the statement is rightly signed, given the statement before it in the chain. */
    public boolean follows(Optional<KeyStatement> before) {
        byte[] document = document();
        if (!verifies(key, document, signature)) {
            return false;
        }
        if (before.isEmpty()) {
            return previous.isEmpty() && handover.isEmpty();
        }
        VerifyingKey old = before.get().key();
        return previous.equals(Optional.of(old.id()))
                && handover.isPresent()
                && verifies(old, document, handover.get());
    }

    /** Whether each statement follows the one before it. */
    public static boolean isChain(List<KeyStatement> statements) {
        Optional<KeyStatement> before = Optional.empty();
        for (KeyStatement statement : statements) {
            if (!statement.follows(before)) {
                return false;
            }
            before = Optional.of(statement);
        }
        return !statements.isEmpty();
    }

    private static boolean verifies(VerifyingKey key, byte[] document, String signature) {
        try {
            return key.verifies(document, StrictBase64.decode(signature));
        } catch (Malformed notBase64) {
            return false;
        }
    }
}
