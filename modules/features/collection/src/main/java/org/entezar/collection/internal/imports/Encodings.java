package org.entezar.collection.internal.imports;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/**
 * Finds out the character set of a file. A byte order mark decides; else the whole file is tried as UTF-8, which no other
 * text passes by chance; else ICU guesses from the lines that are not plain ASCII, and the first guess that decodes them
 * without a fault is taken. People can correct it.
 */
final class Encodings {

    private static final int SAMPLE = 64 * 1024;

    private static final Set<String> LATIN =
            Set.of("windows-1252", "windows-1250", "windows-1254", "ISO-8859-2", "ISO-8859-9");

    private Encodings() {}

    /** The character set of the stream, which is read to its end. */
    static Charset detect(InputStream input) throws IOException {
        byte[] head = input.readNBytes(4);
        if (startsWith(head, 0xEF, 0xBB, 0xBF)) {
            return StandardCharsets.UTF_8;
        }
        if (startsWith(head, 0xFF, 0xFE) || startsWith(head, 0xFE, 0xFF)) {
            return StandardCharsets.UTF_16;
        }
        Utf8Check utf8 = new Utf8Check();
        Foreign foreign = new Foreign();
        byte[] buffer = head;
        int length = head.length;
        byte[] space = new byte[64 * 1024];
        while (length > 0) {
            utf8.accept(buffer, length);
            foreign.accept(buffer, length);
            length = input.readNBytes(space, 0, space.length);
            buffer = space;
        }
        return utf8.end() ? StandardCharsets.UTF_8 : guess(foreign.sample());
    }

    private static boolean startsWith(byte[] head, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (head.length <= i || Byte.toUnsignedInt(head[i]) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    private static Charset guess(byte[] sample) {
        boolean words = isOfWords(sample);
        for (CharsetMatch match : new CharsetDetector().setText(sample).detectAll()) {
            String name = javaName(match.getName());
            if (!name.isEmpty()
                    && !(words && LATIN.contains(name))
                    && Charset.isSupported(name)
                    && decodes(sample, Charset.forName(name))) {
                return Charset.forName(name);
            }
        }
        return Charset.forName(words ? "windows-1256" : "windows-1252");
    }

    /**
     * Whether bytes beyond ASCII stand together as words do. In a Latin text they are single letters between others, so
     * no Latin set is meant, however often ICU takes a short Persian text for one.
     */
    private static boolean isOfWords(byte[] sample) {
        int bytes = 0;
        int runs = 0;
        for (int i = 0; i < sample.length; i++) {
            if (sample[i] < 0) {
                bytes++;
                runs += i == 0 || sample[i - 1] >= 0 ? 1 : 0;
            }
        }
        return runs > 0 && bytes >= 2 * runs;
    }

    /** The set that programs on Windows really mean when they say so; empty for those that no file of answers is in. */
    private static String javaName(String icuName) {
        String name = icuName.toUpperCase(Locale.ROOT);
        return switch (name) {
            case "EUC-KR" -> "x-windows-949";
            case "ISO-8859-1" -> "windows-1252";
            case "ISO-8859-6" -> "windows-1256";
            case "SHIFT_JIS" -> "windows-31j";
            case "GB18030", "BIG5", "EUC-JP", "KOI8-R" -> icuName;
            default -> name.startsWith("WINDOWS-") || name.startsWith("ISO-8859") ? icuName : "";
        };
    }

    private static boolean decodes(byte[] sample, Charset charset) {
        try {
            charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(sample));
            return true;
        } catch (CharacterCodingException malformed) {
            return false;
        }
    }

    /** Follows a stream of bytes as UTF-8. */
    private static final class Utf8Check {
        private final CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        private final CharBuffer characters = CharBuffer.allocate(64 * 1024 + 16);
        private byte[] rest = new byte[0];
        private boolean valid = true;

        void accept(byte[] bytes, int length) {
            if (valid) {
                byte[] all = Arrays.copyOf(rest, rest.length + length);
                System.arraycopy(bytes, 0, all, rest.length, length);
                ByteBuffer input = ByteBuffer.wrap(all);
                characters.clear();
                CoderResult result = decoder.decode(input, characters, false);
                valid = !result.isError();
                rest = new byte[input.remaining()];
                input.get(rest);
            }
        }

        boolean end() {
            return valid && rest.length == 0;
        }
    }

    /** Collects the lines that hold a byte beyond ASCII. */
    private static final class Foreign {
        private final ByteArrayOutputStream sample = new ByteArrayOutputStream();
        private final ByteArrayOutputStream line = new ByteArrayOutputStream();
        private boolean foreign;

        void accept(byte[] bytes, int length) {
            for (int i = 0; i < length && sample.size() < SAMPLE; i++) {
                if (line.size() < SAMPLE) {
                    line.write(bytes[i]);
                }
                foreign |= bytes[i] < 0;
                if (bytes[i] == '\n') {
                    endLine();
                }
            }
        }

        private void endLine() {
            if (foreign) {
                sample.writeBytes(line.toByteArray());
            }
            line.reset();
            foreign = false;
        }

        byte[] sample() {
            endLine();
            return sample.toByteArray();
        }
    }
}
