package org.entezar.identity.internal.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.entezar.kernel.Caller;
import org.entezar.kernel.Permission;
import org.entezar.kernel.Problem;
import org.entezar.kernel.WorkspaceId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AccessTokensTest {

    private Realm realm;
    private AccessTokens tokens;

    @BeforeEach
    void start() throws IOException {
        realm = new Realm();
        tokens = tokens(new SigningKeys(realm.keys()));
    }

    @AfterEach
    void stop() {
        realm.close();
    }

    private static AccessTokens tokens(SigningKeys keys) {
        return tokens(keys, Realm.CLOCK);
    }

    private static AccessTokens tokens(SigningKeys keys, Clock clock) {
        return new AccessTokens(
                TokenVerifier.ofAccess(keys, Realm.ISSUER, AccessTokens.AUDIENCE, clock), new EndedSessions(), clock);
    }

    private void refused(String token) {
        assertThatThrownBy(() -> tokens.read(token)).isInstanceOf(TokenRefused.class);
    }

    @Test
    void a_good_token_tells_who_acts_and_until_when() throws TokenRefused {
        AccessTokens.Access access = tokens.read(realm.sign(Realm.claims().build()));

        assertThat(access.caller().may(WorkspaceId.parse(Realm.HOTEL), Permission.CAMPAIGN_RUN))
                .isTrue();
        assertThat(access.caller().displayName()).isEqualTo("مریم رضایی");
        assertThat(access.expires()).isEqualTo(Realm.NOW.plusSeconds(290));
    }

    @Test
    void keys_are_fetched_once_for_many_tokens() throws TokenRefused {
        for (int i = 0; i < 20; i++) {
            tokens.read(realm.sign(Realm.claims().build()));
        }

        assertThat(realm.fetches).hasValue(1);
    }

    @Test
    void an_expired_token_is_refused_and_the_clocks_may_differ_by_half_a_minute() throws TokenRefused {
        refused(realm.sign(Realm.claims()
                .expirationTime(Date.from(Realm.NOW.minusSeconds(31)))
                .build()));
        tokens.read(realm.sign(Realm.claims()
                .expirationTime(Date.from(Realm.NOW.minusSeconds(29)))
                .build()));
    }

    @Test
    void a_token_that_held_before_ends_all_the_same() throws TokenRefused {
        AtomicReference<Instant> now = new AtomicReference<>(Realm.NOW);
        InstantSource source = now::get;
        AccessTokens remembering = tokens(new SigningKeys(realm.keys()), source.withZone(ZoneOffset.UTC));
        String token = realm.sign(Realm.claims().build());
        assertThat(remembering.read(token)).isSameAs(remembering.read(token));

        now.set(Realm.NOW.plusSeconds(290 + 31));

        assertThatThrownBy(() -> remembering.read(token)).isInstanceOf(TokenRefused.class);
    }

    @Test
    void a_token_without_an_end_is_refused() {
        refused(realm.sign(Realm.claims().expirationTime(null).build()));
    }

    @Test
    void a_token_that_begins_later_is_refused() {
        refused(realm.sign(Realm.claims()
                .notBeforeTime(Date.from(Realm.NOW.plusSeconds(60)))
                .build()));
    }

    @Test
    void a_changed_claim_breaks_the_signature() {
        String[] parts = realm.sign(Realm.claims().build()).split("\\.");
        String claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
        String raised = claims.replace("000000000001", "000000000002");
        assertThat(raised).isNotEqualTo(claims);

        refused(parts[0] + "."
                + Base64.getUrlEncoder().withoutPadding().encodeToString(raised.getBytes(StandardCharsets.UTF_8)) + "."
                + parts[2]);
    }

    @Test
    void an_unsigned_token_is_refused() {
        refused(new PlainJWT(Realm.claims().build()).serialize());
        refused(realm.sign(Realm.claims().build()).replaceFirst("\\.[^.]*$", "."));
    }

    @Test
    void the_public_key_is_no_shared_secret() throws JOSEException {
        JWTClaimsSet claims = Realm.claims().build();
        for (byte[] secret : List.of(
                realm.key.toRSAPublicKey().getEncoded(),
                realm.key.toPublicJWK().toJSONString().getBytes(StandardCharsets.UTF_8))) {
            SignedJWT forged = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.HS256)
                            .keyID(realm.key.getKeyID())
                            .type(JOSEObjectType.JWT)
                            .build(),
                    claims);
            forged.sign(new MACSigner(secret));
            refused(forged.serialize());
        }
    }

    @Test
    void a_key_that_the_token_brings_along_is_not_trusted() throws JOSEException {
        var stranger = Realm.key(realm.key.getKeyID());
        SignedJWT forged = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256)
                        .keyID(stranger.getKeyID())
                        .jwk(stranger.toPublicJWK())
                        .type(JOSEObjectType.JWT)
                        .build(),
                Realm.claims().build());
        forged.sign(new com.nimbusds.jose.crypto.RSASSASigner(stranger));

        refused(forged.serialize());
    }

    @Test
    void unknown_keys_are_refused_without_flooding_keycloak() throws TokenRefused {
        tokens.read(realm.sign(Realm.claims().build()));
        RSAKey stranger = Realm.key("stranger");
        for (int i = 0; i < 30; i++) {
            RSAKey unknown = new RSAKey.Builder(stranger).keyID("unknown-" + i).build();
            refused(Realm.sign(Realm.claims().build(), unknown, JWSAlgorithm.RS256, JOSEObjectType.JWT));
        }

        assertThat(realm.fetches.get()).isLessThanOrEqualTo(3);
    }

    @Test
    void another_issuer_is_refused() {
        refused(realm.sign(
                Realm.claims().issuer("http://localhost:8180/realms/master").build()));
    }

    @Test
    void a_token_for_another_audience_is_refused() {
        refused(realm.sign(Realm.claims().audience("account").build()));
        refused(realm.sign(Realm.claims().audience((String) null).build()));
    }

    @Test
    void a_token_of_another_kind_is_refused() {
        refused(realm.sign(Realm.claims().claim("typ", "ID").build()));
        refused(realm.sign(Realm.claims().claim("typ", "Refresh").build()));
        refused(realm.sign(Realm.claims().claim("typ", null).build()));
        refused(Realm.sign(Realm.claims().build(), realm.key, JWSAlgorithm.RS256, new JOSEObjectType("logout+jwt")));
    }

    @Test
    void a_token_without_subject_or_client_is_refused() {
        refused(realm.sign(Realm.claims().subject(null).build()));
        refused(realm.sign(Realm.claims().claim("azp", null).build()));
    }

    @Test
    void text_that_is_no_token_is_refused() {
        refused("");
        refused("a.b.c");
        refused("x".repeat(100_000));
        refused("eyJhbGciOiJSUzI1NiJ9..");
    }

    @Test
    void while_the_keys_cannot_be_had_nothing_is_said_about_a_token() {
        String token = realm.sign(Realm.claims().build());
        URI keys = realm.keys();
        realm.close();
        AccessTokens early = tokens(new SigningKeys(keys));

        assertThatThrownBy(() -> early.read(token))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("IDENTITY_UNAVAILABLE");
    }

    @Test
    void known_keys_outlive_keycloak() throws TokenRefused {
        String token = realm.sign(Realm.claims().build());
        tokens.read(token);
        realm.close();

        assertThat(tokens.read(token).caller().kind()).isEqualTo(Caller.Kind.PERSON);
    }

    @Test
    void waiting_for_the_keys_at_the_start_does_not_use_up_the_tries() throws IOException, TokenRefused {
        URI keys = realm.keys();
        realm.close();
        SigningKeys waiting = new SigningKeys(keys);
        for (int i = 0; i < 5; i++) {
            assertThat(waiting.load()).isFalse();
        }
        assertThat(waiting.loaded()).isFalse();
    }
}
