package org.entezar.evidence;

/** Something handed in as evidence is not in its format. The message says what was expected, never what was secret. */
public final class Malformed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Malformed(String message) {
        super(message);
    }
}
