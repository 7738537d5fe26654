package org.entezar.collection.internal.imports;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.entezar.collection.FileShape;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Problem;

/** A file of separated values, read row by row. Rows that are blank are passed over. */
final class CsvFile implements AutoCloseable {

    /** Most columns of a file. */
    static final int MOST_COLUMNS = 2_000;

    private static final String SEPARATORS = ",;\t|";
    private static final int SAMPLE_CHARACTERS = 200_000;
    private static final int SAMPLE_ROWS = 60;
    private static final int LONGEST_ROW = 1024 * 1024;
    private static final int LONGEST_NAME = 300;

    /** What no text has: a name that holds it comes out of a spreadsheet's own format, a picture or an archive. */
    private static final Pattern CONTROL = Pattern.compile("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\x7F]");

    private final CsvReader<CsvRecord> reader;
    private final Iterator<CsvRecord> records;
    private final List<String> columns;

    /**
     * A row after the first.
     *
     * @param line where it begins, the first row being line 1
     * @param cells one for each column, missing ones empty
     */
    record Row(long line, List<String> cells) {}

    private CsvFile(Reader text, char separator) {
        this.reader = builder(separator).ofCsvRecord(text);
        this.records = reader.iterator();
        this.columns = read().map(CsvFile::names).orElseThrow(() -> new Problem(ErrorCode.EMPTY_FILE));
        if (columns.size() > MOST_COLUMNS) {
            throw new Problem(ErrorCode.TOO_MANY, MOST_COLUMNS);
        }
    }

    private static CsvReader.CsvReaderBuilder builder(char separator) {
        return CsvReader.builder()
                .fieldSeparator(separator)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .allowExtraCharsAfterClosingQuote(true)
                .maxBufferSize(LONGEST_ROW);
    }

    /** Opens a file whose shape is known. */
    static CsvFile open(InputStream bytes, FileShape shape) {
        return new CsvFile(
                text(bytes, Charset.forName(shape.encoding())),
                shape.separator().charAt(0));
    }

    /**
     * Finds out the shape of a file by reading it through.
     *
     * @param separator the separator, where a person has said so
     * @throws Problem {@link ErrorCode#UNREADABLE_FILE} with the line where reading failed
     */
    static FileShape shape(InputStreams bytes, Charset encoding, Optional<String> separator) throws IOException {
        char between = separator
                .filter(text -> text.length() == 1)
                .map(text -> text.charAt(0))
                .orElse(',');
        if (separator.isEmpty()) {
            try (Reader text = text(bytes.open(), encoding)) {
                between = guess(text);
            }
        }
        try (CsvFile file = new CsvFile(text(bytes.open(), encoding), between)) {
            long rows = 0;
            while (file.next().isPresent()) {
                rows++;
            }
            return new FileShape(encoding.name(), String.valueOf(between), file.columns(), rows);
        }
    }

    /** Opens the same bytes again and again. */
    @FunctionalInterface
    interface InputStreams {
        InputStream open();
    }

    private static Reader text(InputStream bytes, Charset encoding) {
        BufferedReader text = new BufferedReader(new InputStreamReader(bytes, encoding), 64 * 1024);
        try {
            text.mark(1);
            if (text.read() != '\uFEFF') {
                text.reset();
            }
            return text;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The separator under which most of the first rows have as many cells as the first one, and more than one. */
    private static char guess(Reader text) throws IOException {
        char[] sample = new char[SAMPLE_CHARACTERS];
        int length = 0;
        for (int read = 0; read >= 0 && length < sample.length; ) {
            read = text.read(sample, length, sample.length - length);
            length += Math.max(read, 0);
        }
        String start = new String(sample, 0, length);
        char best = ',';
        double bestScore = 1;
        for (char separator : SEPARATORS.toCharArray()) {
            double score = score(start, separator);
            if (score > bestScore) {
                best = separator;
                bestScore = score;
            }
        }
        return best;
    }

    private static double score(String start, char separator) {
        List<Integer> counts = new ArrayList<>();
        try (CsvReader<CsvRecord> reader = builder(separator).ofCsvRecord(start)) {
            for (CsvRecord record : reader) {
                counts.add(record.getFieldCount());
                if (counts.size() == SAMPLE_ROWS) {
                    break;
                }
            }
        } catch (CsvParseException | IOException torn) {
            // The sample may end within a quoted cell.
        }
        if (counts.isEmpty() || counts.get(0) < 2) {
            return 0;
        }
        long alike = counts.stream().filter(counts.get(0)::equals).count();
        return counts.get(0) * (double) alike / counts.size();
    }

    private static List<String> names(CsvRecord header) {
        List<String> names = new ArrayList<>();
        for (String name : header.getFields()) {
            if (CONTROL.matcher(name).find()) {
                throw new Problem(ErrorCode.NOT_A_TABLE);
            }
            String stripped = name.strip();
            names.add(stripped.length() > LONGEST_NAME ? stripped.substring(0, LONGEST_NAME) : stripped);
        }
        return names;
    }

    List<String> columns() {
        return columns;
    }

    /** The next row that is not blank. */
    Optional<Row> next() {
        for (Optional<CsvRecord> record = read(); record.isPresent(); record = read()) {
            List<String> cells = record.get().getFields();
            if (cells.stream().anyMatch(cell -> !cell.isBlank())) {
                List<String> all = new ArrayList<>(cells);
                while (all.size() < columns.size()) {
                    all.add("");
                }
                return Optional.of(new Row(record.get().getStartingLineNumber(), all));
            }
        }
        return Optional.empty();
    }

    private Optional<CsvRecord> read() {
        try {
            return records.hasNext() ? Optional.of(records.next()) : Optional.empty();
        } catch (CsvParseException broken) {
            throw new Problem(ErrorCode.UNREADABLE_FILE, String.valueOf(broken.getMessage()));
        } catch (NoSuchElementException end) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (IOException alreadyGone) {
            throw new UncheckedIOException(alreadyGone);
        }
    }
}
