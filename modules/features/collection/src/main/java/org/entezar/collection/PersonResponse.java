package org.entezar.collection;

import java.time.Instant;
import java.util.Optional;

/**
 * A response that a person gave.
 *
 * @param response its id
 * @param campaign that it was given to
 * @param submittedAt when
 * @param erasedAt when what the person wrote was erased; empty while it can be read
 */
public record PersonResponse(
        ResponseId response, CampaignId campaign, Instant submittedAt, Optional<Instant> erasedAt) {}
