package org.entezar.relationship.internal;

import org.entezar.relationship.ServiceCase;

/**
 * A case as it was read in a transaction.
 *
 * @param facts with the words opened, as far as they can be
 * @param words opens and seals those of its log
 */
public record KeptCase(ServiceCase facts, CaseWords words) {}
