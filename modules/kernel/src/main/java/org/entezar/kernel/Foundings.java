package org.entezar.kernel;

/**
 * Makes workspaces with their first owner at the identity provider, in steps that can be taken up again: what an attempt
 * left behind that was cut off (by a crash, by an identity provider that went away) belongs to its founding and to no
 * other, and the next attempt of the same founding goes on from there. Talks over the network; call it outside of a
 * database transaction.
 */
public interface Foundings {

    /**
     * A workspace that is to be.
     *
     * @param mark names this founding; what it makes at the identity provider carries it
     * @param alias its name in addresses
     * @param name its name for people
     * @param founder who owns it
     */
    record Founding(String mark, String alias, String name, Founder founder) {}

    /** Who owns a workspace that is to be. */
    sealed interface Founder permits Known, Newcomer {}

    /**
     * Somebody with an account.
     *
     * @param subject their {@link Caller#subject()}
     */
    record Known(String subject) implements Founder {}

    /** Somebody who has shown to own the e-mail address and chose a password. */
    record Newcomer(Directory.Newcomer person, Password password) implements Founder {}

    /** A password as it is handed to the identity provider. */
    sealed interface Password permits Plain, Hashed {}

    /** As it was typed: checked by the identity provider's own rules, and kept nowhere. */
    record Plain(String text) implements Password {
        @Override
        public String toString() {
            return "Plain[]";
        }
    }

    /**
     * PBKDF2 with HMAC-SHA-512, for a founding that has to wait: the password itself is kept nowhere.
     *
     * @param salt as Base64
     * @param hash as Base64, 512 bits
     */
    record Hashed(String salt, String hash, int iterations) implements Password {
        @Override
        public String toString() {
            return "Hashed[]";
        }
    }

    /**
     * What came of it.
     *
     * @param owner subject of the founder
     */
    record Founded(WorkspaceId workspace, String owner) {}

    /**
     * Makes the workspace whole: organization, a group for each role, the owner in it.
     *
     * @param again whether an earlier attempt may have left something: then an account for the newcomer's address, which
     *     is known to be theirs, is taken for the one that it made
     * @throws Problem {@link ErrorCode#IDENTITY_UNAVAILABLE}: then try again; {@link ErrorCode#ALREADY_EXISTS} with
     *     {@code alias} or {@code account} as the argument, {@link ErrorCode#WEAK_PASSWORD}, {@link ErrorCode#INVALID},
     *     {@link ErrorCode#UNKNOWN_KEY} for an owner who is no person: then nothing is left of it
     */
    Founded found(Founding founding, boolean again);

    /**
     * Takes back what a founding left, except for people. Nothing happens when there is nothing.
     *
     * @throws Problem {@link ErrorCode#IDENTITY_UNAVAILABLE}
     */
    void abandon(String mark, String alias);
}
