package org.entezar.collection;

import java.util.Optional;
import org.entezar.questionnaire.Facet;

/**
 * An answer that is a point or an option, and so has a place in the vectors.
 *
 * @param item the item's key
 * @param facet of a rating; empty for other types
 */
public record CodedAnswer(String item, Optional<Facet> facet) {}
