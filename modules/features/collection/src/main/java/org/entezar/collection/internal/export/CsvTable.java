package org.entezar.collection.internal.export;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Comma-separated values (RFC 4180). */
final class CsvTable implements Table {

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final CsvWriter writer;
    private CsvWriter.CsvWriterRecord record;

    CsvTable(OutputStream output, boolean byteOrderMark) throws IOException {
        if (byteOrderMark) {
            output.write(BYTE_ORDER_MARK);
        }
        this.writer = CsvWriter.builder()
                .lineDelimiter(LineDelimiter.CRLF)
                .bufferSize(64 * 1024)
                .build(output, StandardCharsets.UTF_8);
        this.record = writer.writeRecord();
    }

    @Override
    public void text(String text) {
        record.writeField(SafeText.csv(text));
    }

    @Override
    public void number(String number) {
        record.writeField(number);
    }

    @Override
    public void empty() {
        record.writeField("");
    }

    @Override
    public void endRow() {
        record.endRecord();
        record = writer.writeRecord();
    }

    @Override
    public void finish() throws IOException {
        writer.flush();
    }
}
