package org.entezar.collection.internal.response;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Lines of a stream of any length, none of which is ever held whole when it is too long. */
public final class BoundedLines {

    /** Most bytes of a line. */
    public static final int LONGEST = 64 * 1024;

    private final InputStream input;
    private final ByteArrayOutputStream buffer = new ByteArrayOutputStream(1024);
    private long number;

    public BoundedLines(InputStream input) {
        this.input = input instanceof BufferedInputStream ? input : new BufferedInputStream(input, 64 * 1024);
    }

    /**
     * A line.
     *
     * @param number from 1
     * @param bytes without its end; empty when it is longer than {@link #LONGEST}
     */
    public record Line(long number, Optional<byte[]> bytes) {}

    /** The next line that is not blank; empty at the end. */
    public Optional<Line> next() throws IOException {
        while (true) {
            buffer.reset();
            boolean tooLong = false;
            int read = input.read();
            if (read < 0) {
                return Optional.empty();
            }
            boolean blank = true;
            for (; read >= 0 && read != '\n'; read = input.read()) {
                blank &= read <= ' ';
                if (buffer.size() < LONGEST) {
                    buffer.write(read);
                } else {
                    tooLong = true;
                }
            }
            number++;
            if (!blank) {
                return Optional.of(new Line(number, tooLong ? Optional.empty() : Optional.of(buffer.toByteArray())));
            }
        }
    }
}
