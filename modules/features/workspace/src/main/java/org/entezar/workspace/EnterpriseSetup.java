package org.entezar.workspace;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import org.entezar.kernel.IdentityProviders.Protocol;

/**
 * How far an organisation's own sign-in is set up.
 *
 * @param domain behind the @ of its people's addresses
 * @param mailbox whom the link went to that proves the domain
 * @param askedAt when it was sent
 * @param expiresAt until when it works
 * @param provenAt when it was used; empty while the domain is only claimed
 * @param provider the identity provider; empty while there is none
 */
public record EnterpriseSetup(
        String domain,
        String mailbox,
        Instant askedAt,
        Instant expiresAt,
        Optional<Instant> provenAt,
        Optional<Provider> provider) {

    /**
     * The identity provider in use. Its secret is the sign-in service's.
     *
     * @param address issuer, or address of the metadata
     * @param clientId what it calls us; empty for SAML
     */
    public record Provider(Protocol protocol, URI address, String clientId, Instant since) {}

    public boolean isProven() {
        return provenAt.isPresent();
    }
}
