package org.entezar.collection;

/**
 * Where in a list somebody stands.
 *
 * @param at what a part of the list named
 * @param backwards whether the part before it is asked for, else the one after it
 */
public record SlicePlace(String at, boolean backwards) {}
