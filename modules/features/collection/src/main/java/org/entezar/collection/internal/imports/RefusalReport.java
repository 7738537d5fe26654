package org.entezar.collection.internal.imports;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.LongFunction;
import org.entezar.collection.ImportFault;
import org.entezar.collection.RefusedRow;
import org.entezar.collection.internal.export.SafeText;
import org.entezar.kernel.Language;
import org.entezar.kernel.Messages;

/** The refused rows of an import as a file for the person who mends them: line, column, value and reason. */
public final class RefusalReport {

    private static final Messages ERRORS = Messages.errors();
    private static final Messages WORDS = new Messages("org.entezar.collection.imports", RefusalReport.class);

    private RefusalReport() {}

    /**
     * Writes the report.
     *
     * @param pages gives the refused rows after a line, none at the end
     */
    public static void write(LongFunction<List<RefusedRow>> pages, Language language, OutputStream output)
            throws IOException {
        // Excel opens it in the right encoding only with the mark.
        output.write(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF});
        CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(output, StandardCharsets.UTF_8);
        csv.writeRecord(
                WORDS.text(language, "line"),
                WORDS.text(language, "column"),
                WORDS.text(language, "value"),
                WORDS.text(language, "reason"),
                WORDS.text(language, "code"));
        long after = 0;
        for (List<RefusedRow> page = pages.apply(after); !page.isEmpty(); page = pages.apply(after)) {
            for (RefusedRow row : page) {
                for (ImportFault fault : row.faults()) {
                    csv.writeRecord(
                            Long.toString(row.line()),
                            SafeText.csv(fault.column()),
                            SafeText.csv(fault.value()),
                            SafeText.csv(reason(fault, language)),
                            fault.code().name());
                }
                after = row.line();
            }
        }
        csv.flush();
        output.flush();
    }

    /** What is wrong, in words. */
    public static String reason(ImportFault fault, Language language) {
        return ERRORS.text(language, fault.code().name(), fault.arguments().toArray());
    }
}
