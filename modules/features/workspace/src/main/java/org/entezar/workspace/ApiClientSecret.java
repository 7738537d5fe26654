package org.entezar.workspace;

/**
 * An API client with its secret, which is told once.
 *
 * @param client as it is now
 * @param secret to be handed over; kept at the identity provider and nowhere else
 */
public record ApiClientSecret(ApiClient client, String secret) {
    @Override
    public String toString() {
        return "ApiClientSecret[" + client.id() + "]";
    }
}
