package org.entezar.api.audit;

import java.time.Instant;
import java.util.Optional;
import org.entezar.evidence.KeyStatement;

/**
 * A signing key as the API answers it.
 *
 * @param pem the public key, for {@code entezar-verify --key}
 * @param previous the key that handed custody to it
 * @param statement the line of custody, as it stands in archives
 */
public record KeyView(String id, String pem, Instant at, Optional<String> previous, String statement) {

    static KeyView of(KeyStatement statement) {
        return new KeyView(
                statement.key().id(), statement.key().pem(), statement.at(), statement.previous(), statement.line());
    }
}
