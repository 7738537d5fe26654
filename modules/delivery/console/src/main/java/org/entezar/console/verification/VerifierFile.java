package org.entezar.console.verification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.entezar.evidence.Hash;
import org.jspecify.annotations.Nullable;

/** The offline verifier as a file of this installation; a WAR that was built without it has none. */
@ApplicationScoped
class VerifierFile {

    private static final String PLACE = "/WEB-INF/verifier/entezar-verify.jar";

    @Inject
    ServletContext context;

    private @Nullable String sha256;

    Optional<byte[]> bytes() {
        try (InputStream stream = context.getResourceAsStream(PLACE)) {
            return stream == null ? Optional.empty() : Optional.of(stream.readAllBytes());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Its SHA-256 in hexadecimal digits; empty when there is none. */
    synchronized String sha256() {
        if (sha256 == null) {
            sha256 = bytes().map(content -> Hash.sha256(content).hex()).orElse("");
        }
        return sha256;
    }
}
