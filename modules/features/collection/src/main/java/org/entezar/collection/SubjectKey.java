package org.entezar.collection;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The opened key of one thing that holds somebody's own words, such as a response or a case. Seals its words one by one
 * (AES-256-GCM), each bound to the thing and to its place there, so that no sealed word can be moved elsewhere. Made and
 * opened by {@link PersonalKeys}, lives as long as the work that needs it; kept is only its sealed form.
 */
public final class SubjectKey {

    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final String CIPHER = "AES/GCM/NoPadding";

    private final String subject;
    private final byte[] key;
    private final byte[] stored;
    private final SecureRandom random;

    SubjectKey(String subject, byte[] key, byte[] stored, SecureRandom random) {
        this.subject = subject;
        this.key = key;
        this.stored = stored;
        this.random = random;
    }

    /** As it is stored: sealed by the installation's master key. */
    public byte[] stored() {
        return stored.clone();
    }

    /** The words, sealed for this place, in Base64. */
    public String seal(String place, String words) {
        byte[] sealed = encrypt(random, key, words.getBytes(StandardCharsets.UTF_8), bound(place));
        return Base64.getEncoder().encodeToString(sealed);
    }

    /** What was sealed for this place by this key; empty for anything else. */
    public Optional<String> open(String place, String sealed) {
        return decrypt(key, Base64.getDecoder().decode(sealed), bound(place))
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    private String bound(String place) {
        return subject + "/" + place;
    }

    static byte[] encrypt(SecureRandom random, byte[] key, byte[] plain, String bound) {
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

    static Optional<byte[]> decrypt(byte[] key, byte[] sealed, String bound) {
        if (sealed.length < NONCE) {
            return Optional.empty();
        }
        byte[] nonce = Arrays.copyOf(sealed, NONCE);
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
