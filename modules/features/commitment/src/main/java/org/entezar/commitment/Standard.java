package org.entezar.commitment;

/**
 * A service standard with a measure and a target. It is set for a time, changed when the service changes, and withdrawn
 * only when it was entered by mistake; one that is over stays, with its last day.
 *
 * @param id for good
 * @param terms what it says
 * @param etag names this state of it
 */
public record Standard(StandardId id, StandardTerms terms, String etag) {}
