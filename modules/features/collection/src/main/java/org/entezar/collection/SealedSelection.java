package org.entezar.collection;

/**
 * The responses of a selection that history had sealed, named by their leaves.
 *
 * @param root of the Merkle tree (RFC 6962) over their leaves, in the order of their ids, in hexadecimal digits
 * @param responses how many there are
 * @param unsealed how many of the selection were stored, but not sealed by then; they are not counted
 */
public record SealedSelection(String root, long responses, long unsealed) {}
