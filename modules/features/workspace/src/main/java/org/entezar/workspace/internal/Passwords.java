package org.entezar.workspace.internal;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.entezar.kernel.Foundings;

/** Passwords that have to wait for the identity provider: kept as the hash that it would keep itself. */
public final class Passwords {

    /** As OWASP advises for PBKDF2 with HMAC-SHA-512 (Password Storage Cheat Sheet, 2023). */
    private static final int ITERATIONS = 210_000;

    private static final int BITS = 512;
    private static final int SALT = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Passwords() {}

    /** The hash of a password under a fresh salt. */
    public static Foundings.Hashed hashed(String password) {
        byte[] salt = new byte[SALT];
        RANDOM.nextBytes(salt);
        PBEKeySpec spec = new PBEKeySpec(password.toCharArray(), salt, ITERATIONS, BITS);
        try {
            byte[] hash = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512")
                    .generateSecret(spec)
                    .getEncoded();
            Base64.Encoder base64 = Base64.getEncoder();
            return new Foundings.Hashed(base64.encodeToString(salt), base64.encodeToString(hash), ITERATIONS);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        } finally {
            spec.clearPassword();
        }
    }
}
