package org.entezar.identity.internal.provider;

import java.io.IOException;
import java.io.InputStream;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;

/**
 * Fetches small documents from addresses that somebody typed. Only https, only hosts all of whose addresses are public,
 * no redirects, bounded in size and time, so that nobody looks into the networks of whoever runs the server. The
 * machine's resolver keeps an answer for half a minute, longer than lies between check and fetch.
 */
final class GuardedFetch {

    /** An address that is not fetched, or does not answer as it should. */
    static final class Unfit extends Exception {
        private static final long serialVersionUID = 1L;

        Unfit(String reason) {
            super(reason);
        }

        String reason() {
            return String.valueOf(getMessage());
        }
    }

    /** A status with at most half a megabyte. */
    record Answer(int status, byte[] body) {}

    private static final int LARGEST = 512 * 1024;
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofSeconds(10);
    private static final int SHARED = 100;
    private static final int SHARED_FROM = 64;
    private static final int SHARED_MASK = 0xc0;
    private static final int RESERVED = 0xf0;
    private static final int UNIQUE_LOCAL = 0xfc;
    private static final int UNIQUE_LOCAL_MASK = 0xfe;

    private final boolean privateToo;
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(CONNECT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    /** @param privateToo whether private networks and plain http are allowed, for tests and closed networks */
    GuardedFetch(boolean privateToo) {
        this.privateToo = privateToo;
    }

    /** Refuses an address that must not be asked. */
    void check(URI address) throws Unfit {
        String host = address.getHost();
        if (host == null || address.getUserInfo() != null) {
            throw new Unfit("host");
        }
        if (!"https".equals(address.getScheme()) && !(privateToo && "http".equals(address.getScheme()))) {
            throw new Unfit("https");
        }
        if (privateToo) {
            return;
        }
        try {
            for (InetAddress each : InetAddress.getAllByName(host)) {
                if (isPrivate(each)) {
                    throw new Unfit("private");
                }
            }
        } catch (UnknownHostException unknown) {
            throw new Unfit("unknown");
        }
    }

    /** Whether it is an address that only this machine or its networks know. */
    static boolean isPrivate(InetAddress address) {
        byte[] bytes = address.getAddress();
        // 100.64.0.0/10 is shared by providers' networks, 240.0.0.0/4 is nobody's.
        boolean shared = bytes.length == 4 && bytes[0] == SHARED && (bytes[1] & SHARED_MASK) == SHARED_FROM;
        boolean reserved = bytes.length == 4 && (bytes[0] & RESERVED) == RESERVED;
        boolean uniqueLocal = address instanceof Inet6Address && (bytes[0] & UNIQUE_LOCAL_MASK) == UNIQUE_LOCAL;
        return address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()
                || shared
                || reserved
                || uniqueLocal
                || (bytes.length == 4 && bytes[0] == 0);
    }

    /** The document at the address. */
    byte[] get(URI address, String accept) throws Unfit {
        Answer answer = send(address, HttpRequest.newBuilder().header("Accept", accept));
        if (answer.status() != 200) {
            throw new Unfit("HTTP " + answer.status());
        }
        return answer.body();
    }

    /** What the address says to a form that is sent in the name of a client. */
    Answer post(URI address, String form, String authorization) throws Unfit {
        HttpRequest.Builder request = HttpRequest.newBuilder()
                .header("Accept", "application/json")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form));
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        return send(address, request);
    }

    private Answer send(URI address, HttpRequest.Builder request) throws Unfit {
        check(address);
        try {
            HttpResponse<InputStream> answer =
                    http.send(request.uri(address).timeout(ANSWER).build(), HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = answer.body()) {
                byte[] bytes = body.readNBytes(LARGEST + 1);
                if (bytes.length > LARGEST) {
                    throw new Unfit("size");
                }
                return new Answer(answer.statusCode(), bytes);
            }
        } catch (javax.net.ssl.SSLException untrusted) {
            throw new Unfit("certificate");
        } catch (IOException away) {
            throw new Unfit("unreachable");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new Unfit("unreachable");
        }
    }

    /** The text as an address that may be used; empty when it is none. */
    Optional<URI> usable(String text) {
        try {
            URI address = URI.create(text);
            check(address);
            return Optional.of(address);
        } catch (IllegalArgumentException | Unfit unfit) {
            return Optional.empty();
        }
    }
}
