package org.entezar.identity.internal.directory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.entezar.identity.IdentitySettings;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Problem;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Requests to Keycloak's administration interface in the name of the provisioning client, whose token is kept while it
 * holds. Faults of the way (unreachable, refused credentials, broken answers) are {@link ErrorCode#IDENTITY_UNAVAILABLE};
 * answers about the thing asked for (400, 404, 409) are {@link Refusal}. Safe for use by many threads.
 */
public final class KeycloakAdministration {

    /** What Keycloak says against a request. */
    static final class Refusal extends Exception {

        private static final long serialVersionUID = 1L;

        private final int status;

        Refusal(int status, String message) {
            super(status + " " + message);
            this.status = status;
        }

        int status() {
            return status;
        }
    }

    private record Token(String value, Instant expires) {}

    private static final Logger LOG = LoggerFactory.getLogger(KeycloakAdministration.class);
    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration ANSWER = Duration.ofSeconds(10);
    private static final Duration EARLY = Duration.ofSeconds(20);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final IdentitySettings settings;
    private final Clock clock;
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(CONNECT)
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private @Nullable Token token;

    public KeycloakAdministration(IdentitySettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    JsonNode get(String path) throws Refusal {
        return json(send("GET", path, null));
    }

    /** Answers to requests that do not wait for one another, in their order. */
    List<JsonNode> getTogether(List<String> paths) throws Refusal {
        List<CompletableFuture<HttpResponse<byte[]>>> asked = paths.stream()
                .map(path -> http.sendAsync(
                        request("GET", path, null).timeout(ANSWER).build(), HttpResponse.BodyHandlers.ofByteArray()))
                .toList();
        List<JsonNode> answers = new ArrayList<>();
        for (int i = 0; i < paths.size(); i++) {
            HttpResponse<byte[]> answer = arrived(asked.get(i));
            // By itself again when the token was refused, with a fresh one.
            answers.add(answer.statusCode() == 401 ? get(paths.get(i)) : json(accepted(answer, "GET", paths.get(i))));
        }
        return answers;
    }

    /**
     * Makes something.
     *
     * @return its id, from the answer's Location; empty when the answer names none
     */
    String create(String path, Object body) throws Refusal {
        String location =
                send("POST", path, body).headers().firstValue("Location").orElse("");
        return location.substring(location.lastIndexOf('/') + 1);
    }

    void post(String path, Object body) throws Refusal {
        send("POST", path, body);
    }

    void put(String path) throws Refusal {
        send("PUT", path, null);
    }

    void put(String path, Object body) throws Refusal {
        send("PUT", path, body);
    }

    void delete(String path) throws Refusal {
        send("DELETE", path, null);
    }

    /** One part of a path or one value of a query, whatever it holds. */
    static String encode(String part) {
        return URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** A value as JSON, for fields that hold JSON as text. */
    static String text(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (IOException unwritable) {
            throw new IllegalArgumentException("No JSON: " + value, unwritable);
        }
    }

    private HttpResponse<byte[]> send(String method, String path, @Nullable Object body) throws Refusal {
        HttpResponse<byte[]> answer = sendOnce(method, path, body);
        if (answer.statusCode() == 401) {
            forgetToken();
            answer = sendOnce(method, path, body);
        }
        return accepted(answer, method, path);
    }

    private static HttpResponse<byte[]> accepted(HttpResponse<byte[]> answer, String method, String path)
            throws Refusal {
        int status = answer.statusCode();
        if (status / 100 == 2) {
            return answer;
        }
        String message = message(answer);
        if (status == 400 || status == 404 || status == 409) {
            throw new Refusal(status, message);
        }
        LOG.error("Keycloak's administration answers {} to {} {}: {}", status, method, path, message);
        throw new Problem(ErrorCode.IDENTITY_UNAVAILABLE);
    }

    private HttpResponse<byte[]> sendOnce(String method, String path, @Nullable Object body) {
        return exchange(request(method, path, body));
    }

    private HttpRequest.Builder request(String method, String path, @Nullable Object body) {
        try {
            HttpRequest.BodyPublisher publisher = body == null
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofByteArray(
                            body instanceof String text
                                    ? text.getBytes(StandardCharsets.UTF_8)
                                    : JSON.writeValueAsBytes(body));
            return HttpRequest.newBuilder(settings.administration(path))
                    .header("Authorization", "Bearer " + token())
                    .header("Content-Type", "application/json")
                    .method(method, publisher);
        } catch (IOException unwritable) {
            throw new IllegalArgumentException("No JSON for " + method + " " + path, unwritable);
        }
    }

    private synchronized String token() {
        Token kept = token;
        if (kept != null && clock.instant().isBefore(kept.expires().minus(EARLY))) {
            return kept.value();
        }
        IdentitySettings.Client client = settings.provisioning();
        String credentials = encode(client.id()) + ":" + encode(client.secret());
        URI address = settings.inside("/protocol/openid-connect/token");
        HttpResponse<byte[]> answer = exchange(HttpRequest.newBuilder(address)
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials")));
        if (answer.statusCode() != 200) {
            LOG.error("Keycloak refuses the provisioning client: {} {}", answer.statusCode(), message(answer));
            throw new Problem(ErrorCode.IDENTITY_UNAVAILABLE);
        }
        JsonNode document = json(answer);
        Token fresh = new Token(
                document.path("access_token").asText(),
                clock.instant().plusSeconds(document.path("expires_in").asLong()));
        token = fresh;
        return fresh.value();
    }

    private synchronized void forgetToken() {
        token = null;
    }

    private HttpResponse<byte[]> exchange(HttpRequest.Builder request) {
        return arrived(http.sendAsync(request.timeout(ANSWER).build(), HttpResponse.BodyHandlers.ofByteArray()));
    }

    private static HttpResponse<byte[]> arrived(CompletableFuture<HttpResponse<byte[]>> asked) {
        try {
            return asked.get();
        } catch (ExecutionException away) {
            LOG.warn("Keycloak cannot be reached for administration: {}", String.valueOf(away.getCause()));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        throw new Problem(ErrorCode.IDENTITY_UNAVAILABLE);
    }

    private static JsonNode json(HttpResponse<byte[]> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (IOException noJson) {
            LOG.error("Keycloak answers no JSON to {}", answer.uri().getPath());
            throw new Problem(ErrorCode.IDENTITY_UNAVAILABLE);
        }
    }

    private static String message(HttpResponse<byte[]> answer) {
        try {
            JsonNode document = JSON.readTree(answer.body());
            return document.path("errorMessage")
                    .asText(document.path("error_description")
                            .asText(document.path("error").asText("")));
        } catch (IOException noJson) {
            return "";
        }
    }
}
