package org.entezar.identity.internal.browser;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entezar.kernel.IdentityProviders;
import org.jspecify.annotations.Nullable;

/**
 * What somebody goes to Keycloak for who may be signed in already: to set up a second factor, to take one off, to choose
 * another password, to sign in anew, or to sign in by the identity provider of a workspace.
 *
 * @param parameters that Keycloak is told beside those of every sign-in; none for a plain sign-in
 */
record Errand(Map<String, String> parameters) {

    /** Nothing beside signing in. */
    static final Errand NONE = new Errand(Map.of());

    private static final String ACTION = "kc_action";
    private static final Pattern PROVIDER = Pattern.compile("by:([0-9a-f-]{36})");
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
                argument(TAKEN_OFF, name)
                        .map(credential -> new Errand(Map.of(ACTION, "delete_credential:" + credential)))
                        .or(() -> argument(PROVIDER, name)
                                .map(workspace ->
                                        new Errand(Map.of("kc_idp_hint", IdentityProviders.PREFIX + workspace))));
        };
    }

    private static Optional<String> argument(Pattern pattern, String name) {
        return Optional.of(pattern.matcher(name)).filter(Matcher::matches).map(matcher -> matcher.group(1));
    }

    boolean isNone() {
        return parameters.isEmpty();
    }
}
