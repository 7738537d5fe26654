package org.entezar.collection;

/**
 * A response that figures would count otherwise than it was answered.
 *
 * @param kind what is wrong
 * @param response the response
 */
public record VectorFault(Kind kind, ResponseId response) {

    /** What can be wrong with a row of the table that figures are read from. */
    public enum Kind {
        /** It has other answers, times, segment, site or campaign than the response's document. */
        ALTERED,
        /** There is none, so figures leave the response out. */
        MISSING,
        /** There is no such response, and figures count it. */
        UNKNOWN
    }
}
