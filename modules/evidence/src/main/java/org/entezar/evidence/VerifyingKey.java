package org.entezar.evidence;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/**
 * A public Ed25519 key (RFC 8032), 32 bytes. Its id is the SHA-256 of those bytes.
 *
 * @param id 64 hexadecimal digits
 * @param base64 the 32 bytes in Base64
 */
public record VerifyingKey(String id, String base64) {

    private static final byte[] HEADER = HexFormat.of().parseHex("302a300506032b6570032100");
    private static final int LENGTH = 32;

    public VerifyingKey {
        if (!id.equals(Hash.sha256(decode(base64)).hex())) {
            throw new Malformed("a key whose id is not its hash");
        }
    }

    /** The key of these 32 bytes. */
    public static VerifyingKey of(byte[] raw) {
        return new VerifyingKey(Hash.sha256(raw).hex(), Base64.getEncoder().encodeToString(raw));
    }

    /** The key that the JDK holds. */
    public static VerifyingKey of(PublicKey key) {
        byte[] encoded = key.getEncoded();
        if (encoded.length != HEADER.length + LENGTH
                || !Arrays.equals(encoded, 0, HEADER.length, HEADER, 0, HEADER.length)) {
            throw new Malformed("not an Ed25519 key");
        }
        return of(Arrays.copyOfRange(encoded, HEADER.length, encoded.length));
    }

    /**
     * Reads a key as people keep it: PEM (SubjectPublicKeyInfo), or its 32 bytes in Base64.
     *
     * @throws Malformed for anything else
     */
    public static VerifyingKey parse(String text) {
        String base64 = text.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException notBase64) {
            throw new Malformed("a key is PEM or Base64");
        }
        if (bytes.length == HEADER.length + LENGTH
                && Arrays.equals(bytes, 0, HEADER.length, HEADER, 0, HEADER.length)) {
            return of(Arrays.copyOfRange(bytes, HEADER.length, bytes.length));
        }
        if (bytes.length != LENGTH) {
            throw new Malformed("a key has 32 bytes");
        }
        return of(bytes);
    }

    /** Whether the signature over the document was made by the owner of this key. */
    public boolean verifies(byte[] document, byte[] signature) {
        try {
            byte[] raw = decode(base64);
            byte[] encoded = Arrays.copyOf(HEADER, HEADER.length + LENGTH);
            System.arraycopy(raw, 0, encoded, HEADER.length, LENGTH);
            PublicKey key = KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
            Signature verifier = Signature.getInstance("Ed25519");
            verifier.initVerify(key);
            verifier.update(document);
            return verifier.verify(signature);
        } catch (GeneralSecurityException notASignature) {
            return false;
        }
    }

    /** The key as a PEM file holds it. */
    public String pem() {
        byte[] raw = decode(base64);
        byte[] encoded = Arrays.copyOf(HEADER, HEADER.length + LENGTH);
        System.arraycopy(raw, 0, encoded, HEADER.length, LENGTH);
        return "-----BEGIN PUBLIC KEY-----\n" + Base64.getEncoder().encodeToString(encoded)
                + "\n-----END PUBLIC KEY-----\n";
    }

    private static byte[] decode(String base64) {
        byte[] raw = StrictBase64.decode(base64);
        if (raw.length != LENGTH) {
            throw new Malformed("a key has 32 bytes");
        }
        return raw;
    }
}
