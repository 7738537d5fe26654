package org.entezar.relationship;

/** What a case is about. */
public enum CaseKind {
    /** Somebody complains. */
    COMPLAINT,
    /** Something went wrong and is to be made good, whether or not anybody complained. */
    RECOVERY
}
