package org.entezar.collection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.entezar.kernel.WorkspaceId;

/**
 * Seals what people wrote in their own words. Each response has a key of its own (AES-256-GCM), which is kept sealed by
 * the installation's master key; what is destroyed on erasure is the response's key. The stored response, and so the
 * leaf that history seals, holds the sealed words only, and stays what it was when nobody can read them any more.
 */
public final class PersonalKeys {

    /** Bytes of a key. */
    public static final int KEY_BYTES = 32;

    private static final String FILE = "personal-data.key";
    private static final String SEALED = "sealed";
    private static final String ERASED = "erased";
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final String HMAC = "HmacSHA256";

    private final byte[] master;
    private final SecureRandom random = new SecureRandom();

    /** @param master {@value #KEY_BYTES} secret bytes, kept outside of the database */
    public PersonalKeys(byte[] master) {
        if (master.length != KEY_BYTES) {
            throw new IllegalArgumentException("a key of " + KEY_BYTES + " bytes is wanted");
        }
        this.master = master.clone();
    }

    /**
     * With the master key that is kept in the folder, made at the first call.
     *
     * @throws UncheckedIOException when it can be neither read nor made: nothing may be sealed by a key that is lost
     */
    public static PersonalKeys in(Path folder) {
        Path file = folder.resolve(FILE);
        try {
            Files.createDirectories(folder);
            if (!Files.exists(file)) {
                byte[] fresh = new byte[KEY_BYTES];
                new SecureRandom().nextBytes(fresh);
                Path part = Files.createTempFile(
                        folder,
                        FILE,
                        ".part",
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                Files.write(part, fresh, StandardOpenOption.WRITE, StandardOpenOption.SYNC);
                Files.move(part, file);
            }
            byte[] kept = Files.readAllBytes(file);
            if (kept.length != KEY_BYTES) {
                throw new IOException(file + " is not a key of " + KEY_BYTES + " bytes");
            }
            return new PersonalKeys(kept);
        } catch (IOException unusable) {
            throw new UncheckedIOException("The key of personal data cannot be read or made", unusable);
        }
    }

    /**
     * A response's answers with the words sealed, and its key, sealed.
     *
     * @param answers as they are stored
     * @param key as it is stored
     */
    public record Sealed(
            ObjectNode answers,
            @SuppressWarnings("ArrayRecordComponent") byte[] key) {}

    /** Seals the answers to these items under a new key; the given ones stay as they are. */
    public Sealed seal(ResponseId response, ObjectNode answers, Set<String> items) {
        byte[] key = new byte[KEY_BYTES];
        random.nextBytes(key);
        ObjectNode sealed = answers.deepCopy();
        for (String item : items) {
            JsonNode words = answers.get(item);
            if (words != null) {
                byte[] bytes = encrypt(key, words.toString().getBytes(StandardCharsets.UTF_8), response + "/" + item);
                sealed.putObject(item).put(SEALED, Base64.getEncoder().encodeToString(bytes));
            }
        }
        return new Sealed(sealed, encrypt(master, key, response.toString()));
    }

    /**
     * Opens stored answers in place.
     *
     * @param key as it is stored; empty when it was destroyed
     * @return the answers; what cannot be opened any more is {@code {"erased":true}}
     */
    public ObjectNode open(ResponseId response, ObjectNode answers, Optional<byte[]> key) {
        Optional<byte[]> opened = Optional.empty();
        for (Iterator<Map.Entry<String, JsonNode>> all = answers.fields(); all.hasNext(); ) {
            Map.Entry<String, JsonNode> answer = all.next();
            if (isSealed(answer.getValue())) {
                if (opened.isEmpty()) {
                    opened = key.flatMap(bytes -> decrypt(master, bytes, response.toString()));
                }
                byte[] bytes =
                        Base64.getDecoder().decode(answer.getValue().get(SEALED).asText());
                Optional<JsonNode> words = opened.flatMap(
                                with -> decrypt(with, bytes, response + "/" + answer.getKey()))
                        .map(PersonalKeys::json);
                answer.setValue(words.orElseGet(() -> erased(answers)));
            }
        }
        return answers;
    }

    /** The answers without those that were erased. */
    public static ObjectNode withoutErased(ObjectNode opened) {
        for (Iterator<JsonNode> all = opened.elements(); all.hasNext(); ) {
            JsonNode answer = all.next();
            if (answer.isObject() && answer.path(ERASED).asBoolean()) {
                all.remove();
            }
        }
        return opened;
    }

    /** Whether the stored answer is sealed; no answer of a questionnaire has this shape. */
    static boolean isSealed(JsonNode answer) {
        return answer.isObject() && answer.size() == 1 && answer.path(SEALED).isTextual();
    }

    private static JsonNode erased(ObjectNode like) {
        return like.objectNode().put(ERASED, true);
    }

    private static JsonNode json(byte[] bytes) {
        return org.entezar.platform.json.Json.parse(new String(bytes, StandardCharsets.UTF_8));
    }

    /**
     * By what a person's responses are found: tells nobody who it is, and is another one in each workspace.
     *
     * @param reference how the workspace names the person, such as a customer's number or an address; case and blanks
     *     around it do not count
     */
    public byte[] finder(WorkspaceId workspace, String reference) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(master, HMAC));
            String named = reference.strip().toLowerCase(java.util.Locale.ROOT);
            return mac.doFinal(("person/" + workspace + "/" + named).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private byte[] encrypt(byte[] key, byte[] plain, String bound) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, key, nonce, bound).doFinal(plain);
            return ByteBuffer.allocate(NONCE + sealed.length)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Optional<byte[]> decrypt(byte[] key, byte[] sealed, String bound) {
        if (sealed.length < NONCE) {
            return Optional.empty();
        }
        byte[] nonce = java.util.Arrays.copyOf(sealed, NONCE);
        try {
            return Optional.of(
                    cipher(Cipher.DECRYPT_MODE, key, nonce, bound).doFinal(sealed, NONCE, sealed.length - NONCE));
        } catch (GeneralSecurityException foreign) {
            return Optional.empty();
        }
    }

    private static Cipher cipher(int mode, byte[] key, byte[] nonce, String bound) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(bound.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
