package org.entezar.identity.internal.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.entezar.identity.internal.provider.GuardedFetch.Unfit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GuardedFetchTest {

    @ParameterizedTest
    @CsvSource({
        "http://203.0.113.7/, https",
        "ftp://203.0.113.7/, https",
        "file:///etc/passwd, host",
        "https://user:word@203.0.113.7/, host",
        "https://127.0.0.1/, private",
        "https://127.1.2.3:8180/realms, private",
        "https://localhost/, private",
        "https://10.1.2.3/, private",
        "https://172.16.0.1/, private",
        "https://192.168.1.1/, private",
        "https://169.254.169.254/latest/meta-data, private",
        "https://100.64.0.1/, private",
        "https://100.127.255.254/, private",
        "https://255.255.255.255/, private",
        "https://0.0.0.0/, private",
        "https://224.0.0.1/, private",
        "https://[::1]/, private",
        "https://[fe80::1]/, private",
        "https://[fd00::1]/, private",
        "https://[::ffff:127.0.0.1]/, private",
        "https://no-such-host.invalid/, unknown"
    })
    void whatOnlyTheServerReachesIsNotFetched(String address, String reason) {
        assertThatThrownBy(() -> new GuardedFetch(false).check(URI.create(address)))
                .isInstanceOfSatisfying(
                        Unfit.class, unfit -> assertThat(unfit.reason()).isEqualTo(reason));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://203.0.113.7/", "https://100.128.0.1/", "https://[2001:db8::1]/"})
    void publicAddressesAre(String address) {
        assertThatCode(() -> new GuardedFetch(false).check(URI.create(address))).doesNotThrowAnyException();
    }

    @Test
    void redirectsAreNotFollowedAndLargeAnswersNotRead() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/moved", exchange -> {
            exchange.getResponseHeaders().add("Location", "/small");
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });
        server.createContext("/small", exchange -> {
            byte[] body = "{}".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.createContext("/large", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            byte[] block = new byte[1 << 16];
            try (var body = exchange.getResponseBody()) {
                for (int i = 0; i < 1_000; i++) {
                    body.write(block);
                }
            } catch (IOException hungUp) {
                // As it should be.
            }
        });
        server.start();
        try {
            GuardedFetch fetch = new GuardedFetch(true);
            String root = "http://127.0.0.1:" + server.getAddress().getPort();
            assertThatCode(() -> assertThat(fetch.get(URI.create(root + "/small"), "application/json"))
                            .isNotEmpty())
                    .doesNotThrowAnyException();
            assertThatThrownBy(() -> fetch.get(URI.create(root + "/moved"), "application/json"))
                    .hasMessage("HTTP 302");
            assertThatThrownBy(() -> fetch.get(URI.create(root + "/large"), "application/json"))
                    .hasMessage("size");
            assertThatThrownBy(() -> new GuardedFetch(false).get(URI.create(root + "/small"), "application/json"))
                    .hasMessage("https");
        } finally {
            server.stop(0);
        }
    }
}
