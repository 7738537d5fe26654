package org.entezar.collection;

/** Takes responses' coded answers one after the other, without an object for each. */
@FunctionalInterface
public interface VectorVisitor {

    /**
     * One response.
     *
     * @param codes holds the vector, laid out by the {@link org.entezar.questionnaire.Codebook} of the campaign's
     *     version; only to be read, and only during the call
     * @param offset where it starts
     * @param length its bytes
     * @param submittedAtEpochMillis when it was answered
     */
    void visit(byte[] codes, int offset, int length, long submittedAtEpochMillis);
}
