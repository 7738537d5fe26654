package org.entezar.kernel;

/**
 * The identity provider as far as programs of a workspace need it: each is a confidential client whose service account
 * belongs to that workspace alone and holds no role. What it may do is for {@link ClientPermits} to say.
 *
 * <p>Every method talks over the network: call it outside of a database transaction. Each may throw {@link Problem}
 * {@link ErrorCode#IDENTITY_UNAVAILABLE}.
 */
public interface MachineClients {

    /**
     * A client as it was made.
     *
     * @param subject of its tokens, the same as {@link Caller#subject()}
     * @param secret to be handed over once; kept nowhere but there
     */
    record Issued(String subject, String secret) {
        @Override
        public String toString() {
            return "Issued[" + subject + "]";
        }
    }

    /**
     * Makes a client, completely or not at all.
     *
     * @param clientId by which it asks for tokens; unique on the installation
     * @param name for people
     */
    Issued createClient(WorkspaceId workspace, String clientId, String name);

    /**
     * Gives it a new secret; the old one gets no more tokens.
     *
     * @throws Problem {@link ErrorCode#UNKNOWN_KEY} when there is no such client
     */
    String renewSecret(String clientId);

    /** Takes it away; nothing happens when there is no such client. */
    void removeClient(String clientId);
}
