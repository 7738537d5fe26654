package org.entezar.workspace;

/** Who may make a workspace on this installation without its operator. */
public enum Openness {
    /** Whoever can read a mail at the address they give. */
    OPEN,
    /** Whom an operator sends a link. */
    INVITATION,
    /** Nobody. */
    CLOSED
}
