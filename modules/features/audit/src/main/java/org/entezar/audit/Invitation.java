package org.entezar.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Problem;
import org.entezar.kernel.Violation;

/**
 * An outside auditor to be invited.
 *
 * @param login login or e-mail address of a person who is known on this installation
 * @param purpose what for, in the owner's words
 * @param startsAt when access begins
 * @param endsAt when it has ended
 * @param checkpointsByMail whether the auditor gets the newest checkpoint by mail each day on which there is one
 */
public record Invitation(
        String login,
        String purpose,
        Engagement.Scope scope,
        Instant startsAt,
        Instant endsAt,
        boolean checkpointsByMail) {

    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");
    private static final int LONGEST_LOGIN = 254;
    private static final int LONGEST_PURPOSE = 1_000;

    /** Refuses, by {@link Problem} {@link ErrorCode#INVALID}, what is missing or too long, and a period without time. */
    public Invitation {
        login = login.strip();
        purpose = purpose.strip();
        List<Violation> wrong = new ArrayList<>();
        if (login.isEmpty()) {
            wrong.add(Violation.at("/login", ErrorCode.REQUIRED));
        }
        if (login.length() > LONGEST_LOGIN) {
            wrong.add(Violation.at("/login", ErrorCode.TOO_LONG, LONGEST_LOGIN));
        }
        if (purpose.isEmpty()) {
            wrong.add(Violation.at("/purpose", ErrorCode.REQUIRED));
        }
        if (purpose.length() > LONGEST_PURPOSE) {
            wrong.add(Violation.at("/purpose", ErrorCode.TOO_LONG, LONGEST_PURPOSE));
        }
        if (!startsAt.isBefore(endsAt) || startsAt.isBefore(EARLIEST) || endsAt.isAfter(LATEST)) {
            wrong.add(Violation.at("/endsAt", ErrorCode.OUT_OF_RANGE, startsAt, endsAt));
        }
        Problem.throwIfAny(wrong);
    }
}
