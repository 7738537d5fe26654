package org.entezar.collection.internal.export;

import java.io.IOException;

/** A table that is written cell by cell and holds no more than a few rows. */
interface Table {

    void text(String text) throws IOException;

    void number(String number) throws IOException;

    void empty() throws IOException;

    void endRow() throws IOException;

    /** Writes what is left; the stream stays open. */
    void finish() throws IOException;
}
