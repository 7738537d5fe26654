package org.entezar.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Asks an address whether it answers; what it says while it does not yet is kept for the operator. */
final class WebProbe {
    private static final int TIMEOUT_MILLIS = 5_000;
    private static final Pattern STEP = Pattern.compile("\"step\"\\s*:\\s*\"([^\"\\\\]{1,200})\"");
    private static final int MOST_BYTES = 4_096;

    /** What came back. */
    record Answer(int status, String body) {
        boolean isOk() {
            return status == 200;
        }

        /** Whether somebody answers who knows nothing of readiness. */
        boolean isRefusal() {
            return status != 200 && status != 503;
        }

        /** The step that a server reports while it starts; empty when the answer names none. */
        String step() {
            Matcher matcher = STEP.matcher(body);
            return status == 503 && matcher.find() ? matcher.group(1) : "";
        }
    }

    private WebProbe() {}

    /** The answer; empty when nobody listens or the answer does not come. */
    static Optional<Answer> ask(String address) {
        try {
            HttpURLConnection connection =
                    (HttpURLConnection) URI.create(address).toURL().openConnection();
            connection.setConnectTimeout(TIMEOUT_MILLIS);
            connection.setReadTimeout(TIMEOUT_MILLIS);
            connection.setInstanceFollowRedirects(false);
            connection.setRequestProperty("Connection", "close");
            int status = connection.getResponseCode();
            InputStream stream = status < 400 ? connection.getInputStream() : connection.getErrorStream();
            if (stream == null) {
                return Optional.of(new Answer(status, ""));
            }
            try (stream) {
                return Optional.of(
                        new Answer(status, new String(stream.readNBytes(MOST_BYTES), StandardCharsets.UTF_8)));
            }
        } catch (IOException notYet) {
            return Optional.empty();
        }
    }
}
