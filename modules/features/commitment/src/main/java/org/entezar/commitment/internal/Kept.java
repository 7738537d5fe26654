package org.entezar.commitment.internal;

import java.util.UUID;
import org.entezar.commitment.Commitment;

/**
 * A commitment in the register.
 *
 * @param id for good
 * @param terms what it says
 * @param etag names this state of it
 */
public record Kept<C extends Commitment>(UUID id, C terms, String etag) {}
