package org.entezar.platform.health;

/**
 * How a part of the installation was found.
 *
 * @param part which: {@code database}
 * @param state how it is
 * @param facts measured values by their names, such as {@code freeMegabytes}; in the order in which they are told
 */
public record Finding(String part, State state, java.util.Map<String, Long> facts) {

    /** From good to bad. */
    public enum State {
        WELL,
        /** Works, and somebody should look. */
        STRAINED,
        DOWN
    }
}
