package org.entezar.workspace;

/** Whether a workspace could have that name in addresses. */
public enum AliasState {
    FREE,
    /** There is a workspace of that name. */
    TAKEN,
    /** The product needs the word itself. */
    RESERVED,
    /** Not 3 to 40 small Latin letters, digits and single hyphens that start with a letter. */
    MALFORMED
}
