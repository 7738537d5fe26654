package org.entezar.collection;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What sets a response apart from one that came in its time and counts. */
public enum ResponseMark {
    /** Received more than a day after it was submitted. */
    LATE,
    /** Brought by a file. */
    IMPORTED,
    /** Corrects another one. */
    CORRECTION,
    /** Corrected by another one, and counts no more. */
    SUPERSEDED,
    /** Its import was taken back; it counts no more. */
    UNDONE,
    /** Erased whole; it counts no more. */
    ERASED;

    /** A response that arrives this much after it was submitted counts as late. */
    public static final Duration LATE_AFTER = Duration.ofHours(24);

    /** Whether a response of such times counts as late; the times of a simulator's are the simulator's. */
    public static boolean isLate(Instant submitted, Instant received, boolean simulated) {
        return !simulated && submitted.plus(LATE_AFTER).isBefore(received);
    }

    /**
     * The marks of a response, in their order.
     *
     * @param superseded whether another one corrects it
     * @param withdrawn whether it counts no more, for whatever reason
     * @param erased whether it was erased whole
     */
    public static List<ResponseMark> of(
            boolean late, boolean imported, boolean correction, boolean superseded, boolean withdrawn, boolean erased) {
        List<ResponseMark> marks = new ArrayList<>(0);
        if (late) {
            marks.add(LATE);
        }
        if (imported) {
            marks.add(IMPORTED);
        }
        if (correction) {
            marks.add(CORRECTION);
        }
        if (erased) {
            marks.add(ERASED);
        } else if (withdrawn) {
            marks.add(superseded ? SUPERSEDED : UNDONE);
        }
        return marks;
    }
}
