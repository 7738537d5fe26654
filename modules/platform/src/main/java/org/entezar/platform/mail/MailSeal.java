package org.entezar.platform.mail;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.entezar.kernel.WorkspaceId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Seals the contents of waiting mails, and what else waits that nobody should read in a copy of the database
 * (AES-256-GCM, bound to workspace and mail), since they carry links that open
 * something to whoever holds them: a copy of the database alone tells none.
 */
public final class MailSeal {

    /** Bytes of a key. */
    public static final int KEY_BYTES = 32;

    private static final Logger LOG = LoggerFactory.getLogger(MailSeal.class);
    private static final String FILE = "outbox.key";
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final SecretKeySpec key;
    private final SecureRandom random = new SecureRandom();

    /** @param key {@value #KEY_BYTES} secret bytes, kept outside of the database */
    public MailSeal(byte[] key) {
        if (key.length != KEY_BYTES) {
            throw new IllegalArgumentException("a key of " + KEY_BYTES + " bytes is wanted");
        }
        this.key = new SecretKeySpec(key, "AES");
    }

    /**
     * The seal whose key is kept in the folder, made at the first call. Where the folder cannot be written the key lasts
     * for this run; what still waits then cannot be opened by the next, says so, and is asked for anew.
     */
    public static MailSeal in(Path folder) {
        Path file = folder.resolve(FILE);
        try {
            Files.createDirectories(folder);
            if (!Files.exists(file)) {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                Files.write(file, fresh(), StandardOpenOption.WRITE);
            }
            byte[] kept = Files.readAllBytes(file);
            if (kept.length == KEY_BYTES) {
                return new MailSeal(kept);
            }
            LOG.warn("{} is not a key of {} bytes; a key for this run is used instead", file, KEY_BYTES);
        } catch (IOException unusable) {
            LOG.warn("The key of the outbox cannot be kept in {}; one for this run is used", file, unusable);
        }
        return new MailSeal(fresh());
    }

    private static byte[] fresh() {
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        return key;
    }

    byte[] seal(WorkspaceId workspace, MailId mail, String content) {
        return seal(workspace, mail.value(), content);
    }

    /**
     * Seals what waits.
     *
     * @param id what it is sealed for, beside the workspace; wanted again to open it
     */
    public byte[] seal(WorkspaceId workspace, UUID id, String content) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        try {
            Cipher cipher = cipher(Cipher.ENCRYPT_MODE, nonce, workspace, id);
            byte[] sealed = cipher.doFinal(content.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.allocate(NONCE + sealed.length)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The content; empty when it was sealed by another key, for another mail, or altered. */
    Optional<String> open(WorkspaceId workspace, MailId mail, byte[] sealed) {
        return open(workspace, mail.value(), sealed);
    }

    /** What was sealed for that id; empty when it was sealed by another key, for another id, or altered. */
    public Optional<String> open(WorkspaceId workspace, UUID id, byte[] sealed) {
        if (sealed.length < NONCE) {
            return Optional.empty();
        }
        ByteBuffer bytes = ByteBuffer.wrap(sealed);
        byte[] nonce = new byte[NONCE];
        bytes.get(nonce);
        byte[] rest = new byte[bytes.remaining()];
        bytes.get(rest);
        try {
            Cipher cipher = cipher(Cipher.DECRYPT_MODE, nonce, workspace, id);
            return Optional.of(new String(cipher.doFinal(rest), StandardCharsets.UTF_8));
        } catch (GeneralSecurityException foreign) {
            return Optional.empty();
        }
    }

    private Cipher cipher(int mode, byte[] nonce, WorkspaceId workspace, UUID id) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD((workspace + "/" + id).getBytes(StandardCharsets.US_ASCII));
        return cipher;
    }
}
