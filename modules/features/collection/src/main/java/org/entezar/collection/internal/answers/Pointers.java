package org.entezar.collection.internal.answers;

/** Spells keys that came from outside for pointers and messages. */
public final class Pointers {

    private static final int LONGEST_SHOWN = 60;

    private Pointers() {}

    /** The key as a step of a JSON Pointer (RFC 6901), cut when it is absurdly long. */
    public static String escape(String key) {
        return shown(key).replace("~", "~0").replace("/", "~1");
    }

    /** The key as a message may repeat it. */
    public static String shown(String key) {
        return key.length() > LONGEST_SHOWN ? key.substring(0, LONGEST_SHOWN) + "…" : key;
    }
}
