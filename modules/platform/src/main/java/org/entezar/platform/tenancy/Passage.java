package org.entezar.platform.tenancy;

/** Something that was entered and must be left again. */
@FunctionalInterface
public interface Passage extends AutoCloseable {

    /** Where nothing is bounded. */
    Passage FREE = () -> {};

    @Override
    void close();
}
