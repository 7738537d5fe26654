package org.entezar.collection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.entezar.kernel.WorkspaceId;

/**
 * Seals what people wrote in their own words. Each response, and each other thing that holds such words, has a key of
 * its own ({@link SubjectKey}), which is kept sealed by the installation's master key; what is destroyed on erasure is
 * that key. What is stored, and so what history seals, holds the sealed words only, and stays what it was when nobody
 * can read them any more.
 */
public final class PersonalKeys {

    /** Bytes of a key. */
    public static final int KEY_BYTES = 32;

    private static final String FILE = "personal-data.key";
    private static final String SEALED = "sealed";
    private static final String ERASED = "erased";
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

    /** A new key for what the subject names; what is sealed by it opens under the same name only. */
    public SubjectKey fresh(String subject) {
        byte[] key = new byte[KEY_BYTES];
        random.nextBytes(key);
        return new SubjectKey(subject, key, SubjectKey.encrypt(random, master, key, subject), random);
    }

    /**
     * The key of what the subject names.
     *
     * @param stored {@link SubjectKey#stored}
     * @return empty when it is another's, or sealed by another installation's master key
     */
    public Optional<SubjectKey> opened(String subject, byte[] stored) {
        return SubjectKey.decrypt(master, stored, subject)
                .map(key -> new SubjectKey(subject, key, stored.clone(), random));
    }

    /** Seals the answers to these items under a new key; the given ones stay as they are. */
    public Sealed seal(ResponseId response, ObjectNode answers, Set<String> items) {
        SubjectKey key = fresh(response.toString());
        ObjectNode sealed = answers.deepCopy();
        for (String item : items) {
            JsonNode words = answers.get(item);
            if (words != null) {
                sealed.putObject(item).put(SEALED, key.seal(item, words.toString()));
            }
        }
        return new Sealed(sealed, key.stored());
    }

    /**
     * Opens stored answers in place.
     *
     * @param key as it is stored; empty when it was destroyed
     * @return the answers; what cannot be opened any more is {@code {"erased":true}}
     */
    public ObjectNode open(ResponseId response, ObjectNode answers, Optional<byte[]> key) {
        Optional<SubjectKey> opened = Optional.empty();
        for (Iterator<Map.Entry<String, JsonNode>> all = answers.fields(); all.hasNext(); ) {
            Map.Entry<String, JsonNode> answer = all.next();
            if (isSealed(answer.getValue())) {
                if (opened.isEmpty()) {
                    opened = key.flatMap(bytes -> opened(response.toString(), bytes));
                }
                String sealed = answer.getValue().get(SEALED).asText();
                Optional<JsonNode> words = opened.flatMap(with -> with.open(answer.getKey(), sealed))
                        .map(org.entezar.platform.json.Json::parse);
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
}
