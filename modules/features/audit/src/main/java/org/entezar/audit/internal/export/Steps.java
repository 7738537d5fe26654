package org.entezar.audit.internal.export;

/** Is told how far a long reading is. */
interface Steps {

    /** So many units are to come; counting begins anew. */
    void expect(long units);

    /** More units are done. */
    void advance(long units);
}
