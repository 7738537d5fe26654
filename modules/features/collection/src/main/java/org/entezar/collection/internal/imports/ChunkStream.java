package org.entezar.collection.internal.imports;

import java.io.InputStream;
import java.util.Optional;
import java.util.function.IntFunction;

/** Reads chunk after chunk as one stream. */
final class ChunkStream extends InputStream {

    private final IntFunction<Optional<byte[]>> chunks;
    private byte[] current = new byte[0];
    private int position;
    private int next;

    ChunkStream(IntFunction<Optional<byte[]>> chunks) {
        this.chunks = chunks;
    }

    private boolean fill() {
        while (position == current.length) {
            Optional<byte[]> chunk = chunks.apply(next);
            if (chunk.isEmpty()) {
                return false;
            }
            current = chunk.get();
            position = 0;
            next++;
        }
        return true;
    }

    @Override
    public int read() {
        return fill() ? Byte.toUnsignedInt(current[position++]) : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int count = Math.min(length, current.length - position);
        System.arraycopy(current, position, target, offset, count);
        position += count;
        return count;
    }
}
