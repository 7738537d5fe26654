package org.entezar.collection.internal.export;

/** Makes texts of respondents harmless in the programs that tables are opened with. */
public final class SafeText {

    private SafeText() {}

    /**
     * The text as a cell of CSV. A spreadsheet takes a cell that begins with one of {@code = + - @}, a tab or a line
     * break for a formula; an apostrophe before it makes it text (OWASP, CSV injection). Full-width forms count too.
     */
    public static String csv(String text) {
        if (text.isEmpty()) {
            return text;
        }
        return switch (text.charAt(0)) {
            case '=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠' -> "'" + text;
            default -> text;
        };
    }

    /** The text without characters that XML 1.0 cannot hold; cells of XLSX are marked as text and need no apostrophe. */
    static String xml(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!allowed(text.charAt(i))) {
                StringBuilder cleaned = new StringBuilder(text);
                for (int j = i; j < cleaned.length(); j++) {
                    if (!allowed(cleaned.charAt(j))) {
                        cleaned.setCharAt(j, '\uFFFD');
                    }
                }
                return cleaned.toString();
            }
        }
        return text;
    }

    private static boolean allowed(char unit) {
        return unit >= ' ' ? unit < '\uFFFE' : unit == '\t' || unit == '\n' || unit == '\r';
    }
}
