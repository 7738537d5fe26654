package org.entezar.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.entezar.fixtures.Product;

/** A member with a token, and a respondent with a link. */
final class Client {

    private static final Pattern TOKEN = Pattern.compile("\"access_token\":\"([^\"]+)\"");
    private static final Pattern RADIO =
            Pattern.compile("<input type=\"radio\"[^>]* name=\"([^\"]+)\" value=\"([^\"]+)\"");
    private static final Pattern STATE = Pattern.compile("name=\"_state\" value=\"([^\"]*)\"");

    private final HttpClient http = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NORMAL)
            .version(HttpClient.Version.HTTP_1_1)
            .build();
    /** Tokens of the demo end after five minutes, and a benchmark goes on. */
    private static final Duration RENEWED = Duration.ofMinutes(2);

    private final Product product;
    private final String user;
    private String token = "";
    private Instant renewed = Instant.EPOCH;

    Client(Product product, String user) {
        this.product = product;
        this.user = user;
    }

    private synchronized String token() throws IOException, InterruptedException {
        Instant now = Instant.now();
        if (renewed.plus(RENEWED).isBefore(now)) {
            token = signIn();
            renewed = now;
        }
        return token;
    }

    private String signIn() throws IOException, InterruptedException {
        String form = "grant_type=password&client_id=entezar-demo&scope=openid+organization:*&username=" + user
                + "&password=" + Product.PASSWORD;
        String answer = send(HttpRequest.newBuilder(
                        URI.create(product.keycloakUrl() + "/realms/entezar/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
        Matcher found = TOKEN.matcher(answer);
        if (!found.find()) {
            throw new IOException("No token: " + answer);
        }
        return found.group(1);
    }

    String get(String path) throws IOException, InterruptedException {
        return send(api(path).GET());
    }

    String post(String path, String type, String body) throws IOException, InterruptedException {
        return send(api(path).header("Content-Type", type).POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder api(String path) throws IOException, InterruptedException {
        return HttpRequest.newBuilder(URI.create(product.url() + "/api/v1" + path))
                .header("Authorization", "Bearer " + token());
    }

    /** As browsers ask for it: compressed. */
    String page(String address) throws IOException, InterruptedException {
        HttpResponse<byte[]> response = http.send(
                HttpRequest.newBuilder(URI.create(address))
                        .header("Accept-Encoding", "gzip")
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
        boolean packed =
                response.headers().firstValue("Content-Encoding").orElse("").equals("gzip");
        if (response.statusCode() != 200 || !packed) {
            throw new IOException("No compressed page: " + response.statusCode());
        }
        try (InputStream page = new GZIPInputStream(new ByteArrayInputStream(response.body()))) {
            return new String(page.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Opens the page, answers every question and sends it. */
    void journey(String address) throws IOException, InterruptedException {
        String page = page(address);
        Map<String, String> answers = new LinkedHashMap<>();
        Matcher radios = RADIO.matcher(page);
        while (radios.find()) {
            answers.putIfAbsent(radios.group(1), radios.group(2));
        }
        Matcher state = STATE.matcher(page);
        if (!state.find() || answers.size() < 44) {
            throw new IOException("Not the page of 44 answers: " + answers.size());
        }
        answers.put("_state", state.group(1));
        String form = answers.entrySet().stream()
                .map(entry -> URLEncoder.encode(entry.getKey(), StandardCharsets.UTF_8) + "="
                        + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        send(HttpRequest.newBuilder(URI.create(address))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    private String send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> response =
                http.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        if (response.statusCode() >= 400) {
            String body = response.body();
            throw new IOException(response.statusCode() + " " + body.substring(0, Math.min(400, body.length())));
        }
        return response.body();
    }
}
