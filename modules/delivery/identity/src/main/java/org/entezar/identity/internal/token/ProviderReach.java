package org.entezar.identity.internal.token;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.entezar.kernel.Caller;
import org.entezar.kernel.IdentityProviders;

/**
 * The rule that a workspace's identity provider speaks for nobody outside that workspace. Whoever runs one can let it say
 * that anybody signed in; it must not open what the same person has elsewhere.
 */
final class ProviderReach {

    private ProviderReach() {}

    /** What is left of a caller, given how they signed in. */
    static Caller held(Caller caller) {
        String provider = caller.signIn().provider();
        if (!IdentityProviders.isOfWorkspace(provider)) {
            return caller;
        }
        return new Caller(
                caller.kind(),
                caller.subject(),
                caller.displayName(),
                Set.of(),
                caller.memberships().entrySet().stream()
                        .filter(entry -> IdentityProviders.name(entry.getKey()).equals(provider))
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)),
                caller.signIn());
    }
}
