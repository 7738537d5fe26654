package org.entezar.audit;

import java.time.Instant;
import java.util.Optional;

/**
 * An outside auditor's time in a workspace.
 *
 * @param auditor subject at the identity provider
 * @param login what the auditor signs in with
 * @param name what people call the auditor
 * @param purpose what for
 * @param startsAt when access begins
 * @param endsAt when access has ended; set anew when it is ended early
 * @param mail where checkpoints are mailed to while it runs; empty when they are not
 * @param invitedBy name of the owner who invited
 */
public record Engagement(
        EngagementId id,
        String auditor,
        String login,
        String name,
        String purpose,
        Scope scope,
        Instant startsAt,
        Instant endsAt,
        Optional<String> mail,
        String invitedBy,
        Instant invitedAt) {

    /** How much an outside auditor may read. */
    public enum Scope {
        /** Everything that the role of an auditor reads, single responses and evidence archives included. */
        WHOLE,
        /** History, proofs and figures; no single response, no archive, which holds them, and no case. */
        FIGURES
    }

    /** Where an engagement stands. */
    public enum State {
        COMING,
        RUNNING,
        ENDED
    }

    /** Whether access is open at that time. */
    public boolean isOpen(Instant now) {
        return state(now) == State.RUNNING;
    }

    /** Where it stands at that time. */
    public State state(Instant now) {
        if (!now.isBefore(endsAt)) {
            return State.ENDED;
        }
        return now.isBefore(startsAt) ? State.COMING : State.RUNNING;
    }
}
