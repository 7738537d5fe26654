package org.entezar.collection;

/** Which responses of a campaign are wanted. */
public enum ResponseFilter {
    /** Those that count. */
    COUNTED,
    /** All, also those that count no more. */
    ALL,
    /** Those with the mark {@link ResponseMark#LATE}. */
    LATE,
    /** Those with the mark {@link ResponseMark#IMPORTED}. */
    IMPORTED,
    /** Those with the mark {@link ResponseMark#CORRECTION}. */
    CORRECTION,
    /** Those with the mark {@link ResponseMark#SUPERSEDED}. */
    SUPERSEDED,
    /** Those with the mark {@link ResponseMark#UNDONE}. */
    UNDONE
}
