package org.entezar.audit;

import java.time.Instant;
import java.util.Optional;

/**
 * How far a workspace's checkpoints were handed to a place outside.
 *
 * @param target {@code file}, {@code http}, or {@code mail:} and an address
 * @param size size of the last checkpoint that is there; 0 for none
 * @param deliveredAt when it came there
 * @param failures how often the next one failed since
 * @param failedAt when it failed last
 * @param failure why, for the operator
 */
public record AnchorState(
        String target,
        long size,
        Optional<Instant> deliveredAt,
        int failures,
        Optional<Instant> failedAt,
        Optional<String> failure) {}
