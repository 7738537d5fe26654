package org.entezar.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.entezar.fixtures.Product;
import org.entezar.premises.Api;

/** Tokens that look like an owner's and are not, made of a real one. */
final class Forgeries {

    private Forgeries() {}

    /** By what is wrong with them. */
    static Map<String, String> of(Product product, String genuine) throws Exception {
        String[] parts = genuine.split("\\.");
        ObjectNode claims =
                (ObjectNode) Api.JSON.readTree(Base64.getUrlDecoder().decode(parts[1]));
        Map<String, String> forged = new LinkedHashMap<>();
        ObjectNode later = claims.deepCopy().put("exp", claims.get("exp").asLong() + 3_600);
        forged.put("tampered", parts[0] + "." + encode(later.toString()) + "." + parts[2]);
        forged.put("unsigned", encode("{\"alg\":\"none\"}") + "." + parts[1] + ".");
        forged.put("signed by a stranger", signed(parts[0], claims.toString()));
        forged.put("of another realm", ofMaster(product));
        forged.put("not a token", "x".repeat(900));
        return forged;
    }

    /** A genuine token of a person that is good for a second. */
    static String brief(Product product, String user) throws Exception {
        String admin = product.keycloakUrl() + "/admin/realms/entezar/clients";
        String bearer = "Bearer " + ofMaster(product);
        ObjectNode client = (ObjectNode) Api.send(HttpRequest.newBuilder(URI.create(admin + "?clientId=entezar-demo"))
                        .header("Authorization", bearer)
                        .build())
                .json()
                .get(0);
        URI address = URI.create(admin + "/" + client.get("id").asText());
        ObjectNode brief = client.deepCopy();
        ((ObjectNode) brief.get("attributes")).put("access.token.lifespan", "1");
        put(address, bearer, brief);
        try {
            return Api.as(product, user).token();
        } finally {
            // What is left out stays as it is; what is empty goes.
            ((ObjectNode) client.get("attributes")).put("access.token.lifespan", "");
            put(address, bearer, client);
        }
    }

    private static void put(URI address, String bearer, ObjectNode client) {
        Api.Answer answer = Api.send(HttpRequest.newBuilder(address)
                .header("Authorization", bearer)
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(client.toString()))
                .build());
        assertThat(answer.status()).as(answer.toString()).isEqualTo(204);
    }

    private static String signed(String header, String claims) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        KeyPair keys = generator.generateKeyPair();
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(keys.getPrivate());
        String content = header + "." + encode(claims);
        signature.update(content.getBytes(StandardCharsets.US_ASCII));
        return content + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature.sign());
    }

    private static String ofMaster(Product product) {
        return token(
                product,
                "master",
                "client_id=admin-cli&username=admin&password="
                        + URLEncoder.encode(product.secret("keycloak-admin"), StandardCharsets.UTF_8));
    }

    private static String token(Product product, String realm, String form) {
        Api.Answer answer = Api.send(HttpRequest.newBuilder(
                        URI.create(product.keycloakUrl() + "/realms/" + realm + "/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("grant_type=password&" + form))
                .build());
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.json().get("access_token").asText();
    }

    private static String encode(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
