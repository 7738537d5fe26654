package org.entezar.collection;

import java.util.Optional;

/**
 * In which order single responses are listed. Equal ones stand in the order of submission.
 *
 * @param by by what
 * @param answer by which answer; present exactly for {@link By#ANSWER}
 * @param descending the highest or latest first; who did not answer comes last either way
 */
public record ResponseOrder(By by, Optional<CodedAnswer> answer, boolean descending) {

    /** The latest first. */
    public static final ResponseOrder LATEST = new ResponseOrder(By.TIME, Optional.empty(), true);

    /** What responses can be ordered by. */
    public enum By {
        TIME,
        SEGMENT,
        SITE,
        ANSWER
    }

    public ResponseOrder {
        if ((by == By.ANSWER) != answer.isPresent()) {
            throw new IllegalArgumentException("An order by answer names the answer, and no other order does");
        }
    }
}
