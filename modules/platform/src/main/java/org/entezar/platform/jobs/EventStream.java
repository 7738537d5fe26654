package org.entezar.platform.jobs;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.entezar.platform.json.Json;

/** Server-sent events as they go over the wire; each is sent at once. */
public final class EventStream {

    /**
     * A comment longer than the buffers of containers (8 kB) and of proxies: what stays below them is held back until
     * the stream ends, however often it is flushed.
     */
    private static final byte[] OPENING = (":" + " ".repeat(8 * 1024) + "\n\n").getBytes(StandardCharsets.US_ASCII);

    private static final byte[] ALIVE = ":\n\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] LATER = "retry: 10000\n\n".getBytes(StandardCharsets.US_ASCII);

    private final OutputStream output;

    public EventStream(OutputStream output) {
        this.output = output;
    }

    /** Begins, so that nothing after it is held back. */
    public void open() throws IOException {
        send(OPENING);
    }

    /** Tells a client that the connection lives, and us, by the exception, when it does not. */
    public void alive() throws IOException {
        send(ALIVE);
    }

    /** Sends whoever finds no room away, to come again in ten seconds, as browsers do by themselves. */
    public void later() throws IOException {
        send(LATER);
    }

    /** One event with a document of JSON. */
    public void event(String name, Object told) throws IOException {
        send(("event: " + name + "\ndata: " + Json.write(told) + "\n\n").getBytes(StandardCharsets.UTF_8));
    }

    private void send(byte[] bytes) throws IOException {
        output.write(bytes);
        output.flush();
    }
}
