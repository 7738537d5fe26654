package org.entezar.collection.internal.response;

/** What became of a row. */
public enum Outcome {
    ACCEPTED,
    /** The same response was there before. */
    DUPLICATE,
    /** Another response is there under this id, or one that was withdrawn. */
    CONFLICT,
    /** The database refuses it. */
    FAILED
}
