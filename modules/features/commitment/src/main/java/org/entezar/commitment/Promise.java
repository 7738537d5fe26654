package org.entezar.commitment;

/**
 * A promise that was made to customers in the organisation's name. It stands from its first to its last day, and is
 * withdrawn from the register only when it was entered by mistake.
 *
 * @param id for good
 * @param terms what was promised
 * @param etag names this state of it
 */
public record Promise(PromiseId id, PromiseTerms terms, String etag) {}
