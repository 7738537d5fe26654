package org.entezar.survey;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Serves the pages to a real browser, under the content policy that the product's door sets for them. */
final class PageServer implements AutoCloseable {

    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self';"
            + " img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none';"
            + " frame-ancestors 'none'";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(4);
    private final SurveyPages pages;

    PageServer(SurveyPages pages) throws IOException {
        this.pages = pages;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/s/", this::handle);
        server.start();
    }

    String address(String token) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/s/" + token;
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Map<String, String> query = new HashMap<>();
            String raw = exchange.getRequestURI().getRawQuery();
            if (raw != null) {
                for (String pair : raw.split("&", -1)) {
                    String[] parts = pair.split("=", 2);
                    query.put(parts[0], parts.length > 1 ? parts[1] : "");
                }
            }
            PageAnswer answer = pages.answer(new PageRequest(
                    exchange.getRequestURI().getPath().substring("/s/".length()),
                    query,
                    Optional.ofNullable(exchange.getRequestHeaders().getFirst("Accept-Language")),
                    String.valueOf(exchange.getRequestHeaders().getFirst("Accept-Encoding"))
                            .contains("gzip"),
                    exchange.getRequestMethod().equals("POST")
                            ? Optional.of(exchange.getRequestBody())
                            : Optional.empty()));
            answer.headers()
                    .forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
            exchange.getResponseHeaders().set("Content-Security-Policy", POLICY);
            exchange.sendResponseHeaders(answer.status(), answer.body().length);
            exchange.getResponseBody().write(answer.body());
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
