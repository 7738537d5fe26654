package org.entezar.workspace;

/**
 * What came of signing up.
 *
 * @param alias the workspace's name in addresses
 * @param waiting whether it still waits for the identity provider; a mail tells when it is there
 */
public record FoundedWorkspace(String alias, boolean waiting) {}
