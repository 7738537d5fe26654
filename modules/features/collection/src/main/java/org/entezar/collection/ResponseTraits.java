package org.entezar.collection;

import java.util.SortedSet;

/**
 * What the latest responses are told apart by, to choose from.
 *
 * @param segments names of segments
 * @param sites names of sites
 * @param languages BCP 47 tags
 */
public record ResponseTraits(SortedSet<String> segments, SortedSet<String> sites, SortedSet<String> languages) {}
