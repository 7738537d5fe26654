package org.entezar.insight;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.entezar.platform.json.Json;

/**
 * The table of an insight as a file. Words that a spreadsheet would take for a formula are led by an apostrophe, since
 * questionnaires and categories are written by people.
 */
public final class InsightFiles {

    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final String FORMULA_STARTS = "=+-@\t\r\n";

    private InsightFiles() {}

    /** Writes the table as CSV (RFC 4180), UTF-8 with byte order mark, so that spreadsheets read every script. */
    public static void csv(InsightTable table, OutputStream out) throws IOException {
        OutputStreamWriter writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        writer.write(BYTE_ORDER_MARK);
        CsvWriter csv = CsvWriter.builder().build(writer);
        csv.writeRecord(table.columns());
        for (List<Cell> row : table.rows()) {
            csv.writeRecord(row.stream().map(InsightFiles::text).toList());
        }
        csv.flush();
        writer.flush();
    }

    private static String text(Cell cell) {
        if (cell instanceof Cell.Text words) {
            return neutral(words.text());
        }
        if (cell instanceof Cell.Code code) {
            return code.code();
        }
        if (cell instanceof Cell.Count count) {
            return Long.toString(count.count());
        }
        return cell instanceof Cell.Number number ? Double.toString(number.number()) : "";
    }

    /** Writes the table as an XLSX workbook; a second sheet says what it was computed from. */
    public static void xlsx(Insight insight, InsightTable table, OutputStream out) throws IOException {
        Workbook workbook = new Workbook(out, "Entezar", null);
        Worksheet figures = workbook.newWorksheet(insight.method().key());
        for (int column = 0; column < table.columns().size(); column++) {
            figures.value(0, column, table.columns().get(column));
            figures.style(0, column).bold().set();
        }
        figures.freezePane(0, 1);
        for (int row = 0; row < table.rows().size(); row++) {
            List<Cell> cells = table.rows().get(row);
            for (int column = 0; column < cells.size(); column++) {
                write(figures, row + 1, column, cells.get(column));
            }
        }
        about(insight, workbook.newWorksheet("about"));
        workbook.finish();
    }

    private static void write(Worksheet sheet, int row, int column, Cell cell) {
        if (cell instanceof Cell.Number number) {
            sheet.value(row, column, number.number());
        } else if (cell instanceof Cell.Count count) {
            sheet.value(row, column, count.count());
        } else if (!(cell instanceof Cell.Empty)) {
            sheet.value(row, column, text(cell));
        }
    }

    private static void about(Insight insight, Worksheet sheet) {
        List<Map.Entry<String, String>> lines = List.of(
                Map.entry("method", insight.method().key()),
                Map.entry("methodVersion", insight.methodVersion()),
                Map.entry(
                        "n", insight.n().isPresent() ? Long.toString(insight.n().getAsLong()) : ""),
                Map.entry("selection", Json.write(insight.selection())),
                Map.entry("reason", insight.reason().map(Absence::name).orElse("")),
                Map.entry("warnings", Json.write(insight.warnings())),
                Map.entry("fingerprint", insight.fingerprint().orElse("")));
        for (int row = 0; row < lines.size(); row++) {
            sheet.value(row, 0, lines.get(row).getKey());
            sheet.value(row, 1, neutral(lines.get(row).getValue()));
        }
    }

    private static String neutral(String text) {
        return text.isEmpty() || FORMULA_STARTS.indexOf(text.charAt(0)) < 0 ? text : "'" + text;
    }
}
