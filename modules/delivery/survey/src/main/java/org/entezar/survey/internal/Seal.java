package org.entezar.survey.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.entezar.platform.json.Json;

/**
 * Seals what a page carries (HMAC-SHA-256, cut to 128 bits), so that a browser can bring it back but not write it. It is
 * readable: it holds what the person just wrote and nothing else.
 */
final class Seal {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int MAC_BYTES = 16;
    private static final int LONGEST = 1_500_000;

    private final SecretKeySpec key;

    Seal(byte[] key) {
        if (key.length < 32) {
            throw new IllegalArgumentException("The key of the survey pages must have 256 bits");
        }
        this.key = new SecretKeySpec(key, ALGORITHM);
    }

    String close(Visit visit) {
        byte[] json = Json.write(visit).getBytes(StandardCharsets.UTF_8);
        byte[] sealed = Arrays.copyOf(mac(json), MAC_BYTES + json.length);
        System.arraycopy(json, 0, sealed, MAC_BYTES, json.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
    }

    /** The visit, or nothing when it was not sealed here. */
    Optional<Visit> open(String text) {
        if (text.isEmpty() || text.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            byte[] sealed = Base64.getUrlDecoder().decode(text);
            if (sealed.length <= MAC_BYTES) {
                return Optional.empty();
            }
            byte[] json = Arrays.copyOfRange(sealed, MAC_BYTES, sealed.length);
            byte[] expected = Arrays.copyOf(mac(json), MAC_BYTES);
            if (!MessageDigest.isEqual(expected, Arrays.copyOf(sealed, MAC_BYTES))) {
                return Optional.empty();
            }
            return Optional.of(Json.mapper().readValue(json, Visit.class));
        } catch (IllegalArgumentException | JsonProcessingException foreign) {
            return Optional.empty();
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private byte[] mac(byte[] json) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(json);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
