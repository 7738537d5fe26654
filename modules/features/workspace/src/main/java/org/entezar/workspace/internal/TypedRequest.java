package org.entezar.workspace.internal;

import java.util.Optional;
import org.entezar.kernel.Directory;
import org.entezar.kernel.Foundings;
import org.entezar.kernel.Language;
import org.entezar.workspace.NewWorkspace;

/**
 * What somebody typed who signs up, as it waits: sealed, and with the hash of the password alone.
 *
 * @param workspace what it is to be
 * @param subject who founds it, when they have an account
 * @param account who founds it, when they make one
 * @param displayName the founder in history
 */
public record TypedRequest(
        NewWorkspace workspace, Optional<String> subject, Optional<Account> account, String displayName) {

    /** A new account; {@code language} is a tag. */
    public record Account(
            String login,
            String email,
            String givenName,
            String familyName,
            String language,
            String salt,
            String hash,
            int iterations) {}

    /** The founder as the identity provider is told of them. */
    public Foundings.Founder founder() {
        if (subject.isPresent()) {
            return new Foundings.Known(subject.get());
        }
        Account typed = account.orElseThrow();
        return new Foundings.Newcomer(
                new Directory.Newcomer(
                        typed.login(),
                        typed.email(),
                        typed.givenName(),
                        typed.familyName(),
                        Language.of(typed.language()).orElse(Language.ENGLISH)),
                new Foundings.Hashed(typed.salt(), typed.hash(), typed.iterations()));
    }
}
