package org.entezar.premises;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.StreamSupport;
import org.entezar.fixtures.Product;

/** Talks to the product's API as one person of the demo, or as nobody. */
public final class Api {

    public static final ObjectMapper JSON = new ObjectMapper();

    /** HTTP/1.1, as browsers and curl speak to a server without TLS. */
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    private final Product product;
    private final Optional<String> token;

    private Api(Product product, Optional<String> token) {
        this.product = product;
        this.token = token;
    }

    public static Api anonymous(Product product) {
        return new Api(product, Optional.empty());
    }

    /** Signed in by the demo's direct grant, as a script would be. */
    public static Api as(Product product, String user) {
        return new Api(product, Optional.of(fetchToken(product, user)));
    }

    public static Api withToken(Product product, String token) {
        return new Api(product, Optional.of(token));
    }

    /** The same product as somebody else of the demo. */
    public Api instead(String user) {
        return as(product, user);
    }

    public String token() {
        return token.orElseThrow();
    }

    private static String fetchToken(Product product, String user) {
        String form = "grant_type=password&client_id=entezar-demo&username=" + user + "&password=" + Product.PASSWORD
                + "&scope=" + URLEncoder.encode("openid organization:*", StandardCharsets.UTF_8);
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(product.keycloakUrl() + "/realms/entezar/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        Answer answer = send(request);
        // While Keycloak still counts a person's last sign-in, it takes the next one for an attack.
        for (int again = 0; again < 3 && answer.status() == 400; again++) {
            LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());
            answer = send(request);
        }
        if (answer.status() != 200) {
            throw new AssertionError("No token for " + user + ": " + answer);
        }
        return answer.json().get("access_token").asText();
    }

    /** Waits for what the product does by itself. */
    public static void until(BooleanSupplier reached, Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        while (!reached.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("Not within " + patience);
            }
            LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());
        }
    }

    /** What came back. */
    public record Answer(int status, String body, HttpResponse<String> response) {

        public JsonNode json() {
            try {
                return body.isEmpty() ? MissingNode.getInstance() : JSON.readTree(body);
            } catch (JsonProcessingException notJson) {
                throw new AssertionError("Not JSON, status " + status + ": " + body, notJson);
            }
        }

        public Optional<String> header(String name) {
            return response.headers().firstValue(name);
        }

        @Override
        public String toString() {
            return status + " " + body;
        }
    }

    /** The id of the campaign with the most responses, whatever other classes made meanwhile. */
    public String busiestCampaign(String workspace) {
        return StreamSupport.stream(
                        get("/workspaces/" + workspace + "/campaigns")
                                .json()
                                .get("items")
                                .spliterator(),
                        false)
                .max(Comparator.comparingLong(
                        campaign -> campaign.get("responses").asLong()))
                .orElseThrow()
                .get("id")
                .asText();
    }

    public Answer get(String path) {
        return send(request(path).GET().build());
    }

    public Answer delete(String path) {
        return send(request(path).DELETE().build());
    }

    public Answer post(String path, String json) {
        return exchange("POST", path, "application/json", json, Map.of());
    }

    public Answer post(String path, String json, Map<String, String> headers) {
        return exchange("POST", path, "application/json", json, headers);
    }

    public Answer put(String path, String json, Map<String, String> headers) {
        return exchange("PUT", path, "application/json", json, headers);
    }

    public Answer patch(String path, String json) {
        return exchange("PATCH", path, "application/merge-patch+json", json, Map.of());
    }

    public Answer patch(String path, String json, Map<String, String> headers) {
        return exchange("PATCH", path, "application/merge-patch+json", json, headers);
    }

    /** Sends a form with a file, as browsers and curl do. */
    public Answer upload(String path, Map<String, String> fields, String fileName, byte[] file) {
        String boundary = "entezar-boundary";
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        fields.forEach((name, value) -> body.writeBytes(
                ("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n")
                        .getBytes(StandardCharsets.UTF_8)));
        body.writeBytes(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + fileName
                        + "\"\r\nContent-Type: text/csv\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(file);
        body.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return send(request(path)
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))
                .build());
    }

    public Answer exchange(String method, String path, String type, String body, Map<String, String> headers) {
        HttpRequest.Builder request = request(path).header("Content-Type", type);
        headers.forEach(request::setHeader);
        return send(request.method(method, HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    public HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(product.url() + "/api/v1" + path))
                .timeout(Duration.ofSeconds(60));
        token.ifPresent(bearer -> request.header("Authorization", "Bearer " + bearer));
        return request;
    }

    public static Answer send(HttpRequest request) {
        try {
            HttpResponse<String> response =
                    CLIENT.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            return new Answer(response.statusCode(), response.body(), response);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
