package org.entezar.collection.internal.export;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** A workbook, written through as it grows; continues on another sheet where Excel's rows end. */
final class XlsxTable implements Table {

    private static final int ROWS_OF_A_SHEET = 1_000_000;
    private static final int ROWS_IN_MEMORY = 500;

    private final Workbook workbook;
    private Worksheet sheet;
    private int sheets = 1;
    private int row;
    private int column;

    XlsxTable(OutputStream output) {
        this.workbook = new Workbook(output, "Entezar", "1.0");
        this.sheet = newSheet();
    }

    private Worksheet newSheet() {
        Worksheet made = workbook.newWorksheet("Responses" + (sheets == 1 ? "" : " " + sheets));
        made.freezePane(0, 1);
        return made;
    }

    @Override
    public void text(String text) {
        // Inline, since a table of shared strings would hold every different text until the end.
        sheet.inlineString(row, column++, SafeText.xml(text));
    }

    @Override
    public void number(String number) {
        sheet.value(row, column++, new BigDecimal(number));
    }

    @Override
    public void empty() {
        column++;
    }

    @Override
    public void endRow() throws IOException {
        row++;
        column = 0;
        if (row % ROWS_IN_MEMORY == 0) {
            sheet.flush();
        }
        if (row == ROWS_OF_A_SHEET) {
            sheet.finish();
            sheets++;
            sheet = newSheet();
            row = 0;
        }
    }

    @Override
    public void finish() throws IOException {
        workbook.finish();
    }
}
