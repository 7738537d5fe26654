package org.entezar.collection.internal.imports;

import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Names of files as people read them. */
public final class FileName {

    private static final int LONGEST = 200;

    private FileName() {}

    /**
     * A name without folders and control characters, bounded. Browsers send it in UTF-8, which servers' parsers take for
     * Latin letters, one for each byte; that is turned back.
     */
    public static String readable(String sent) {
        String name = decoded(sent).replaceAll("[\\p{Cntrl}/\\\\]", "_");
        return name.substring(0, Math.min(name.length(), LONGEST));
    }

    private static String decoded(String name) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(StandardCharsets.ISO_8859_1.newEncoder().encode(CharBuffer.wrap(name)))
                    .toString();
        } catch (CharacterCodingException decodedAlready) {
            return name;
        }
    }
}
