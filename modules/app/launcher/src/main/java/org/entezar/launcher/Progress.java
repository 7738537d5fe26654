package org.entezar.launcher;

import java.io.PrintStream;
import java.util.Locale;

/** Tells the operator what happens, each line with the seconds since the start. */
final class Progress {
    private final PrintStream out;
    private final long started = System.nanoTime();

    Progress(PrintStream out) {
        this.out = out;
    }

    /** One line of progress. */
    void say(String what) {
        line(String.format(Locale.ROOT, "%7.1f s  %s", seconds(), what));
    }

    /** A line without time. */
    synchronized void line(String text) {
        out.println(text);
        out.flush();
    }

    /** Seconds since this progress began. */
    double seconds() {
        return (System.nanoTime() - started) / 1e9;
    }
}
