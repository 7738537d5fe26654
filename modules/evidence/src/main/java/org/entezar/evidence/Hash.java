package org.entezar.evidence;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** A SHA-256 hash: 32 bytes, written as 64 small hexadecimal digits. */
public final class Hash {

    /** Bytes of a hash. */
    public static final int LENGTH = 32;

    /** What the first entry of a history names as the hash before it. */
    public static final Hash ZERO = new Hash(new byte[LENGTH]);

    private static final HexFormat HEX = HexFormat.of();

    private final byte[] bytes;

    private Hash(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * The hash that these 32 bytes are.
     *
     * @throws Malformed for another number of bytes
     */
    public static Hash of(byte[] bytes) {
        if (bytes.length != LENGTH) {
            throw new Malformed("a hash has 32 bytes");
        }
        return new Hash(bytes.clone());
    }

    /**
     * Reads 64 small hexadecimal digits.
     *
     * @throws Malformed for anything else
     */
    public static Hash parse(String hex) {
        if (hex.length() != 2 * LENGTH) {
            throw new Malformed("a hash has 64 hexadecimal digits");
        }
        for (int i = 0; i < hex.length(); i++) {
            char digit = hex.charAt(i);
            if (!(digit >= '0' && digit <= '9' || digit >= 'a' && digit <= 'f')) {
                throw new Malformed("a hash has 64 hexadecimal digits");
            }
        }
        return new Hash(HEX.parseHex(hex));
    }

    /** The SHA-256 of the bytes. */
    public static Hash sha256(byte[] bytes) {
        return new Hash(digest().digest(bytes));
    }

    static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Wraps bytes that nobody else holds. */
    static Hash wrap(byte[] bytes) {
        return new Hash(bytes);
    }

    /** A copy of the 32 bytes. */
    public byte[] bytes() {
        return bytes.clone();
    }

    byte[] raw() {
        return bytes;
    }

    public String hex() {
        return HEX.formatHex(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Hash hash && Arrays.equals(bytes, hash.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return hex();
    }
}
