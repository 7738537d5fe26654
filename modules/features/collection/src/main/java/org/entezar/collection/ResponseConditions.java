package org.entezar.collection;

import java.time.Instant;
import java.util.Optional;

/**
 * Which single responses somebody looks for. What is empty narrows nothing.
 *
 * @param from submitted at or after
 * @param to submitted before
 * @param segment context {@code segment} equal to
 * @param site context {@code site} equal to
 * @param language answered in that language
 * @param answer answered within a range; only within one campaign
 */
public record ResponseConditions(
        Optional<Instant> from,
        Optional<Instant> to,
        Optional<String> segment,
        Optional<String> site,
        Optional<String> language,
        Optional<Range> answer) {

    /** Every response that counts. */
    public static final ResponseConditions ALL = new ResponseConditions(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /**
     * Answers from one point to another, both included; who did not answer is not among them.
     *
     * @param of the answer
     * @param least the lowest point, or the index of the first option
     * @param most the highest
     */
    public record Range(CodedAnswer of, int least, int most) {}
}
