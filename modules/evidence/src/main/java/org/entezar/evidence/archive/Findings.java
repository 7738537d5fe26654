package org.entezar.evidence.archive;

import java.util.ArrayList;
import java.util.List;

/** Findings as they come, bounded: a wholly foreign archive must not fill the memory. */
final class Findings {

    /** Most that are kept; all are counted. */
    static final int MOST = 1_000;

    private final List<Finding> kept = new ArrayList<>();
    private long faults;

    void add(Finding.Code code, Object... arguments) {
        if (!code.isNote()) {
            faults++;
        }
        if (kept.size() < MOST) {
            kept.add(Finding.of(code, arguments));
        }
    }

    List<Finding> kept() {
        return kept;
    }

    long faults() {
        return faults;
    }
}
