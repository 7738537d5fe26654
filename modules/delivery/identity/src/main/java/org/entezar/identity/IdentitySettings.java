package org.entezar.identity;

import java.net.URI;

/**
 * Where identities come from, and what the product is called from outside.
 *
 * @param issuer the realm as browsers and tokens name it: {@code http://localhost:8180/realms/entezar}
 * @param keycloak where the server itself reaches Keycloak, such as {@code http://127.0.0.1:8180}; the realm's path is
 *     taken from the issuer
 * @param publicUrl where browsers reach the product, without a slash at the end
 * @param console the confidential client of the browser's sign-in
 * @param provisioning the service account that makes workspaces and adds members
 */
public record IdentitySettings(URI issuer, URI keycloak, URI publicUrl, Client console, Client provisioning) {

    /** A client of the realm with its secret. */
    public record Client(String id, String secret) {
        @Override
        public String toString() {
            return "Client[" + id + "]";
        }
    }

    public IdentitySettings {
        issuer = withoutSlash(issuer);
        keycloak = withoutSlash(keycloak);
        publicUrl = withoutSlash(publicUrl);
        if (issuer.getPath() == null || !issuer.getPath().contains("/realms/")) {
            throw new IllegalArgumentException("The issuer is no Keycloak realm: " + issuer);
        }
    }

    /** Whether browsers reach the product over TLS, so that cookies and headers can insist on it. */
    public boolean secure() {
        return "https".equals(publicUrl.getScheme());
    }

    /** The address that the sign-in returns to; registered with the realm. */
    public URI callback() {
        return URI.create(publicUrl + "/sign-in/callback");
    }

    /** Scheme, host and port of the issuer, for a page's content policy. */
    public String issuerOrigin() {
        return issuer.getScheme() + "://" + issuer.getRawAuthority();
    }

    /** An endpoint of the realm as browsers reach it. */
    public URI outside(String path) {
        return URI.create(issuer + path);
    }

    /** An endpoint of the realm as the server reaches it. */
    public URI inside(String path) {
        return URI.create(keycloak + realmPath() + path);
    }

    /** An endpoint of the realm's administration as the server reaches it. */
    public URI administration(String path) {
        return URI.create(keycloak + realmPath().replaceFirst("/realms/", "/admin/realms/") + path);
    }

    private String realmPath() {
        String path = issuer.getRawPath();
        String prefix = keycloak.getRawPath();
        return !prefix.isEmpty() && path.startsWith(prefix + "/") ? path.substring(prefix.length()) : path;
    }

    private static URI withoutSlash(URI uri) {
        String text = uri.toString();
        return text.endsWith("/") ? URI.create(text.substring(0, text.length() - 1)) : uri;
    }
}
