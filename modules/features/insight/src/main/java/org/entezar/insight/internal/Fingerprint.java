package org.entezar.insight.internal;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Names a set of responses whatever order they come in: each response (its time and its vector) is hashed to two words
 * in the manner of MurmurHash3 (Appleby, public domain), the words are summed over all responses, and the sums, the
 * number of responses and the parameters of the computation go through SHA-256. Equal sets give equal names at no cost
 * of sorting; that responses were not tampered with is for the history to prove, not for this.
 */
public final class Fingerprint {

    private static final VarHandle WORD = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long C1 = 0x87c37b91114253d5L;
    private static final long C2 = 0x4cf5ad432745937fL;

    private long first;
    private long second;
    private long n;

    /** Takes one response. */
    public void add(byte[] codes, int offset, int length, long submittedAt) {
        long h1 = submittedAt;
        long h2 = length;
        int end = offset + length;
        int at = offset;
        for (; at + 8 <= end; at += 8) {
            long word = (long) WORD.get(codes, at);
            h1 = Long.rotateLeft(h1 ^ Long.rotateLeft(word * C1, 31) * C2, 27) + h2;
            h1 = h1 * 5 + 0x52dce729;
            h2 = Long.rotateLeft(h2 ^ Long.rotateLeft(word * C2, 33) * C1, 31) + h1;
            h2 = h2 * 5 + 0x38495ab5;
        }
        long rest = 0;
        for (int i = end - 1; i >= at; i--) {
            rest = rest << 8 | codes[i] & 0xFF;
        }
        h1 ^= Long.rotateLeft(rest * C1, 31) * C2;
        h2 ^= Long.rotateLeft(rest * C2, 33) * C1;
        h1 = finish(h1 + h2);
        h2 = finish(h2 + h1);
        first += h1 + h2;
        second += h2;
        n++;
    }

    private static long finish(long word) {
        long k = (word ^ word >>> 33) * 0xff51afd7ed558ccdL;
        k = (k ^ k >>> 33) * 0xc4ceb9fe1a85ec53L;
        return k ^ k >>> 33;
    }

    /** Responses taken. */
    public long n() {
        return n;
    }

    /** The name, 64 hexadecimal digits. */
    public String name(String parameters) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(parameters.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            digest.update(ByteBuffer.allocate(24)
                    .putLong(n)
                    .putLong(first)
                    .putLong(second)
                    .array());
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
