package org.entezar.identity.internal.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** A realm in miniature: real RSA keys, served over HTTP, and tokens in the shape that Keycloak 26.7 gives them. */
final class Realm implements AutoCloseable {

    static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    static final String ISSUER = "http://localhost:8180/realms/entezar";
    static final String HOTEL = "0199a000-0000-7000-8000-000000000001";

    private static final RSAKey KEY = key("realm-key");

    final RSAKey key = KEY;
    final AtomicInteger fetches = new AtomicInteger();
    private final HttpServer server;

    Realm() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        byte[] keys = new JWKSet(key.toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8);
        server.createContext("/certs", exchange -> {
            fetches.incrementAndGet();
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, keys.length);
            exchange.getResponseBody().write(keys);
            exchange.close();
        });
        server.start();
    }

    URI keys() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/certs");
    }

    static RSAKey key(String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).generate();
        } catch (JOSEException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** The claims of a token for the owner of the hotel, as seen from Keycloak. */
    static JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .audience("entezar-api")
                .subject("0199a000-0000-7000-8000-000000009001")
                .claim("typ", "Bearer")
                .claim("azp", "entezar-demo")
                .claim("sid", "ftD8GgC805_Y85O4IGAbFGzw")
                .claim("name", "مریم رضایی")
                .claim("preferred_username", "owner.hotel")
                .issueTime(Date.from(NOW.minusSeconds(10)))
                .expirationTime(Date.from(NOW.plusSeconds(290)))
                .claim(
                        "organization",
                        Map.of(
                                "aria-hotel",
                                Map.of(
                                        "id", HOTEL,
                                        "groups", List.of("/owner"),
                                        "realm_access", Map.of("roles", List.of("owner")))));
    }

    String sign(JWTClaimsSet claims) {
        return sign(claims, key, JWSAlgorithm.RS256, JOSEObjectType.JWT);
    }

    static String sign(JWTClaimsSet claims, RSAKey key, JWSAlgorithm algorithm, JOSEObjectType type) {
        try {
            JWSHeader header = new JWSHeader.Builder(algorithm)
                    .keyID(key.getKeyID())
                    .type(type)
                    .build();
            SignedJWT token = new SignedJWT(header, claims);
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException broken) {
            throw new IllegalStateException(broken);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
