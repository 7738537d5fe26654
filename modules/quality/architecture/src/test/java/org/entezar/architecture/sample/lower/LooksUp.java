package org.entezar.architecture.sample.lower;

import org.entezar.architecture.sample.upper.internal.Hidden;

/** Breaks the rules on purpose: uses a room above, and its internals. */
public class LooksUp {
    public String look() {
        return new Hidden().toString();
    }
}
