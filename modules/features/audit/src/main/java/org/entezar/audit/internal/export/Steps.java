package org.entezar.audit.internal.export;

/** Is told how far a long reading is. */
public interface Steps {

    /** Nobody wants to know. */
    Steps NONE = new Steps() {
        @Override
        public void expect(long units) {}

        @Override
        public void advance(long units) {}
    };

    /** So many units are to come; counting begins anew. */
    void expect(long units);

    /** More units are done. */
    void advance(long units);
}
