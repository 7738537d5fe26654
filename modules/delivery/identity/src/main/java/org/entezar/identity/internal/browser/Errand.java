package org.entezar.identity.internal.browser;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What somebody goes to Keycloak for who may be signed in already: to set up a second factor, to take one off, to choose
 * another password, or to sign in anew.
 *
 * @param parameters that Keycloak is told beside those of every sign-in; none for a plain sign-in
 */
record Errand(Map<String, String> parameters) {

    /** Nothing beside signing in. */
    static final Errand NONE = new Errand(Map.of());

    private static final String ACTION = "kc_action";
    private static final Pattern TAKEN_OFF = Pattern.compile("remove:([0-9a-f-]{36})");

    /** The errand of that name; empty when there is no such errand. */
    static Optional<Errand> of(@Nullable String name) {
        if (name == null || name.isEmpty()) {
            return Optional.of(NONE);
        }
        return switch (name) {
            case "again" -> Optional.of(new Errand(Map.of("prompt", "login")));
            case "app" -> Optional.of(new Errand(Map.of(ACTION, "CONFIGURE_TOTP")));
            case "passkey" -> Optional.of(new Errand(Map.of(ACTION, "webauthn-register")));
            case "password" -> Optional.of(new Errand(Map.of(ACTION, "UPDATE_PASSWORD")));
            default ->
                Optional.of(TAKEN_OFF.matcher(name))
                        .filter(java.util.regex.Matcher::matches)
                        .map(matcher -> new Errand(Map.of(ACTION, "delete_credential:" + matcher.group(1))));
        };
    }

    boolean isNone() {
        return parameters.isEmpty();
    }
}
