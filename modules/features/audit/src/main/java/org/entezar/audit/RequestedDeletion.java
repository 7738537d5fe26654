package org.entezar.audit;

import java.net.URI;

/**
 * A deletion with the address at which everybody who has it can see what became of it.
 *
 * @param deletion what was asked for
 * @param link told once, and mailed to the owners; works before and after the deletion, without an account
 */
public record RequestedDeletion(Deletion deletion, URI link) {}
