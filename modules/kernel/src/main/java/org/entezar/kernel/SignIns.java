package org.entezar.kernel;

import java.time.Instant;
import java.util.List;

/**
 * How a person signs in at the identity provider: the sessions that are open and the factors that are set up. Talks over
 * the network; each method may throw {@link Problem} {@link ErrorCode#IDENTITY_UNAVAILABLE}.
 */
public interface SignIns {

    /**
     * An open session.
     *
     * @param id the same as {@link Caller.SignIn#session()}
     * @param address from which it was last used
     * @param started when the person signed in
     * @param lastUsed when it was last used
     * @param programs names of what was signed in to
     */
    record Session(String id, String address, Instant started, Instant lastUsed, List<String> programs) {}

    /** What a person signs in with. */
    enum FactorKind {
        PASSWORD,
        APP,
        PASSKEY,
        OTHER
    }

    /**
     * A factor.
     *
     * @param id names it for taking it off
     * @param label what the person called it; empty where they did not
     * @param since when it was set up
     */
    record Factor(String id, FactorKind kind, String label, Instant since) {}

    /** Open sessions of a person, the latest used first. */
    List<Session> sessions(String subject);

    /** Ends one: its tokens are refused at once. Nothing happens when the person has no such session. */
    void end(String subject, String session);

    /** Ends all. */
    void endAll(String subject);

    /** What a person signs in with, the oldest first. */
    List<Factor> factors(String subject);
}
