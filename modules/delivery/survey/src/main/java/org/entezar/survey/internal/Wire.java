package org.entezar.survey.internal;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * Bytes of a page as they go over the wire. A page that is opened differs from person to person in one sealed field
 * only; what stands before and after it is compressed once, and the field is put between as a stored block (RFC 1951
 * §3.2.4) of the same gzip stream (RFC 1952). So opening a page costs a copy and a checksum.
 */
final class Wire {

    private static final byte[] GZIP_HEADER = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 2, (byte) 0xff};
    private static final int LARGEST_STORED_BLOCK = 0xffff;

    private final byte[] before;
    private final byte[] after;
    private final byte[] packedBefore;
    private final byte[] packedAfter;

    /**
     * @param page the whole page
     * @param mark stands where the field goes, once
     */
    Wire(String page, String mark) {
        int place = page.indexOf(mark);
        this.before = page.substring(0, place).getBytes(StandardCharsets.UTF_8);
        this.after = page.substring(place + mark.length()).getBytes(StandardCharsets.UTF_8);
        this.packedBefore = deflated(before, false);
        this.packedAfter = deflated(after, true);
    }

    /** The page with the field, as it is. */
    byte[] plain(String field) {
        byte[] middle = field.getBytes(StandardCharsets.US_ASCII);
        byte[] page = new byte[before.length + middle.length + after.length];
        System.arraycopy(before, 0, page, 0, before.length);
        System.arraycopy(middle, 0, page, before.length, middle.length);
        System.arraycopy(after, 0, page, before.length + middle.length, after.length);
        return page;
    }

    /** The page with the field, compressed. The field must be shorter than 64 KiB. */
    byte[] packed(String field) {
        byte[] middle = field.getBytes(StandardCharsets.US_ASCII);
        if (middle.length > LARGEST_STORED_BLOCK) {
            throw new IllegalArgumentException("too long for a stored block");
        }
        CRC32 crc = new CRC32();
        crc.update(before);
        crc.update(middle);
        crc.update(after);
        byte[] page = new byte[GZIP_HEADER.length + packedBefore.length + 5 + middle.length + packedAfter.length + 8];
        int at = put(GZIP_HEADER, page, 0);
        at = put(packedBefore, page, at);
        page[at++] = 0;
        at = putShort(middle.length, page, at);
        at = putShort(~middle.length, page, at);
        at = put(middle, page, at);
        at = put(packedAfter, page, at);
        at = putInt((int) crc.getValue(), page, at);
        putInt(before.length + middle.length + after.length, page, at);
        return page;
    }

    /** Any other bytes, compressed at once. */
    static byte[] gzip(byte[] bytes) {
        CRC32 crc = new CRC32();
        crc.update(bytes);
        byte[] packed = deflated(bytes, true);
        byte[] page = new byte[GZIP_HEADER.length + packed.length + 8];
        int at = put(packed, page, put(GZIP_HEADER, page, 0));
        at = putInt((int) crc.getValue(), page, at);
        putInt(bytes.length, page, at);
        return page;
    }

    private static byte[] deflated(byte[] bytes, boolean last) {
        Deflater deflater = new Deflater(last ? Deflater.DEFAULT_COMPRESSION : Deflater.BEST_COMPRESSION, true);
        try {
            deflater.setInput(bytes);
            ByteArrayOutputStream packed = new ByteArrayOutputStream();
            byte[] buffer = new byte[8192];
            if (last) {
                deflater.finish();
                while (!deflater.finished()) {
                    packed.write(buffer, 0, deflater.deflate(buffer));
                }
            } else {
                int count;
                do {
                    count = deflater.deflate(buffer, 0, buffer.length, Deflater.SYNC_FLUSH);
                    packed.write(buffer, 0, count);
                } while (count == buffer.length);
            }
            return packed.toByteArray();
        } finally {
            deflater.end();
        }
    }

    private static int put(byte[] from, byte[] to, int at) {
        System.arraycopy(from, 0, to, at, from.length);
        return at + from.length;
    }

    private static int putShort(int value, byte[] to, int at) {
        to[at] = (byte) value;
        to[at + 1] = (byte) (value >>> 8);
        return at + 2;
    }

    private static int putInt(int value, byte[] to, int at) {
        return putShort(value >>> 16, to, putShort(value, to, at));
    }
}
