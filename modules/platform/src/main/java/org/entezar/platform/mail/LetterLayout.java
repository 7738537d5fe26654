package org.entezar.platform.mail;

import java.util.stream.Collectors;

/**
 * Sets a letter: as plain text, and as HTML that old mail programs understand, which is why its styles stand in it. All
 * words are escaped; the letter's language gives the direction of the whole.
 */
public final class LetterLayout {

    private static final String FONTS =
            "font-family:Vazirmatn,Tahoma,'Segoe UI','PingFang SC','Microsoft YaHei',Helvetica," + "Arial,sans-serif";

    private LetterLayout() {}

    /** The letter as lines of text. */
    public static String text(Letter letter) {
        StringBuilder text = new StringBuilder(letter.greeting()).append("\n\n");
        letter.paragraphs().forEach(paragraph -> text.append(paragraph).append("\n\n"));
        letter.verbatim().ifPresent(line -> text.append(line).append("\n\n"));
        letter.link().ifPresent(link -> text.append(link.label())
                .append(":\n")
                .append(link.address())
                .append("\n\n"));
        if (!letter.notes().isEmpty()) {
            text.append("-- \n").append(String.join("\n", letter.notes())).append('\n');
        }
        return text.toString();
    }

    /** The letter as a whole HTML document. */
    public static String html(Letter letter) {
        String paragraphs = letter.paragraphs().stream()
                .map(paragraph -> "<p style=\"margin:0 0 16px\">" + escaped(paragraph) + "</p>")
                .collect(Collectors.joining("\n"));
        String verbatim = letter.verbatim()
                .map(line -> "<p dir=\"ltr\" style=\"margin:0 0 16px;font-family:monospace;font-size:13px;"
                        + "overflow-wrap:anywhere;word-break:break-all\">" + escaped(line) + "</p>\n")
                .orElse("");
        String button = verbatim + letter.link().map(LetterLayout::button).orElse("");
        String notes = letter.notes().stream()
                .map(note -> "<p style=\"margin:0 0 8px\">" + escaped(note) + "</p>")
                .collect(Collectors.joining("\n"));
        return """
                <!DOCTYPE html>
                <html lang="%1$s" dir="%2$s">
                <head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>%3$s</title></head>
                <body style="margin:0;background:#f4f5f7;%8$s;font-size:16px;line-height:1.6;color:#1d2433">
                <table role="presentation" width="100%%" cellpadding="0" cellspacing="0"><tr><td align="center" style="padding:24px 12px">
                <table role="presentation" width="100%%" cellpadding="0" cellspacing="0" style="max-width:560px;background:#ffffff;border-radius:8px">
                <tr><td dir="%2$s" style="padding:32px;text-align:start">
                <p style="margin:0 0 16px;font-weight:bold">%4$s</p>
                %5$s
                %6$s
                <div style="border-top:1px solid #dfe3ea;margin-top:24px;padding-top:16px;font-size:13px;color:#4c566a">
                %7$s
                </div></td></tr></table></td></tr></table>
                </body></html>
                """.formatted(
                        letter.language().tag(),
                        letter.language().direction().html(),
                        escaped(letter.subject()),
                        escaped(letter.greeting()),
                        paragraphs,
                        button,
                        notes,
                        FONTS);
    }

    private static String button(Letter.Link link) {
        String address = escaped(link.address().toString());
        return "<p style=\"margin:24px 0\"><a href=\"" + address
                + "\" style=\"background:#0b5d66;color:#ffffff;text-decoration:none;padding:12px 20px;border-radius:6px;"
                + "display:inline-block\">" + escaped(link.label()) + "</a></p>\n"
                + "<p dir=\"ltr\" style=\"margin:0;font-size:13px;color:#4c566a;word-break:break-all\">" + address
                + "</p>";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
