package org.entezar.identity.internal.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jose.util.ResourceRetriever;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The realm's public keys. Kept for a quarter of an hour; a token with an unknown key asks for them anew, at most twice
 * in ten seconds, so that forged key ids cannot flood Keycloak; when Keycloak is away, the last known ones serve for
 * four hours more. Safe for use by many threads.
 */
public final class SigningKeys implements JWKSource<SecurityContext> {

    private static final Duration KEPT = Duration.ofMinutes(15);
    private static final Duration WAIT = Duration.ofSeconds(5);
    private static final Duration REFETCH = Duration.ofSeconds(10);
    private static final Duration OUTAGE = Duration.ofHours(4);
    private static final int TIMEOUT_MILLIS = 2_000;
    private static final int LARGEST_ANSWER = 200_000;

    private final URL address;
    private final ResourceRetriever retriever;
    private final JWKSource<SecurityContext> source;
    private final AtomicBoolean loaded = new AtomicBoolean();

    public SigningKeys(URI address) {
        try {
            this.address = address.toURL();
        } catch (MalformedURLException notAnAddress) {
            throw new IllegalArgumentException("No address of keys: " + address, notAnAddress);
        }
        this.retriever = new DefaultResourceRetriever(TIMEOUT_MILLIS, TIMEOUT_MILLIS, LARGEST_ANSWER);
        this.source = JWKSourceBuilder.create(this.address, retriever)
                .cache(KEPT.toMillis(), WAIT.toMillis())
                .refreshAheadCache(false)
                .rateLimited(REFETCH.toMillis())
                .retrying(true)
                .outageTolerant(OUTAGE.toMillis())
                .build();
    }

    @Override
    public List<JWK> get(JWKSelector selector, SecurityContext context) throws KeySourceException {
        List<JWK> keys = source.get(selector, context);
        loaded.set(true);
        return keys;
    }

    /** Whether keys have been seen since the start. */
    public boolean loaded() {
        return loaded.get();
    }

    /**
     * Looks for the keys when none have been seen yet. Asks Keycloak outside of the limited way, so that waiting for it
     * at the start does not use up the tries of the first tokens.
     *
     * @return whether keys are there now
     */
    public boolean load() {
        if (loaded()) {
            return true;
        }
        try {
            com.nimbusds.jose.jwk.JWKSet.parse(
                    retriever.retrieveResource(address).getContent());
            get(new JWKSelector(new com.nimbusds.jose.jwk.JWKMatcher.Builder().build()), new NoContext());
            return true;
        } catch (IOException | java.text.ParseException | JOSEException notYet) {
            return false;
        }
    }

    /** Whether Keycloak hands them out at this moment. */
    public boolean reachable() {
        try {
            return !retriever.retrieveResource(address).getContent().isEmpty();
        } catch (IOException away) {
            return false;
        }
    }

    private static final class NoContext implements SecurityContext {}
}
