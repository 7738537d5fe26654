package org.entezar.identity.internal.directory;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.entezar.identity.IdentitySettings;

/**
 * Speaks enough of Keycloak's administration to let a test fail it at a chosen request, which a real one does not do on
 * demand. Remembers what it was asked.
 */
final class FailingKeycloak implements AutoCloseable {

    static final String ID = "4602398a-096f-44e0-aec1-a3a99422af42";

    /** Status and body of an answer. */
    record Answer(int status, String body) {}

    final List<String> asked = new CopyOnWriteArrayList<>();
    private final HttpServer server;
    private final Function<String, Answer> rule;

    /** @param rule answers a request such as {@code POST /organizations}; status 201 comes with a Location */
    FailingKeycloak(Function<String, Answer> rule) throws IOException {
        this.rule = rule;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    IdentitySettings settings() {
        URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        return new IdentitySettings(
                URI.create(address + "/realms/entezar"),
                address,
                URI.create("http://localhost"),
                new IdentitySettings.Client("entezar-console", "secret"),
                new IdentitySettings.Client("entezar-provisioning", "secret"));
    }

    private void answer(HttpExchange exchange) throws IOException {
        exchange.getRequestBody().readAllBytes();
        String path = exchange.getRequestURI().getPath();
        String request = exchange.getRequestMethod() + " " + path.replaceFirst("^/(admin/)?realms/entezar", "");
        Answer answer = request.endsWith("/token")
                ? new Answer(200, "{\"access_token\":\"token\",\"expires_in\":300}")
                : rule.apply(request);
        asked.add(request);
        if (answer.status() == 201) {
            exchange.getResponseHeaders().add("Location", exchange.getRequestURI() + "/" + ID);
        }
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
