package org.entezar.collection.internal.imports;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entezar.collection.ColumnWords;
import org.entezar.collection.FileShape;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Problem;

/**
 * A codebook: a table with a row for each column of a file of answers, one of whose columns names it while others say
 * what was asked. Which is which is found out by looking.
 */
public final class CodebookFile {

    /** Most bytes of a codebook. */
    public static final int LARGEST = 1024 * 1024;

    private static final int LONGEST_TEXT = 500;
    private static final int MOST_COLUMNS = 30;

    private CodebookFile() {}

    /**
     * The columns that say something, those first whose texts tell most columns apart.
     *
     * @param columns of the file of answers
     * @throws Problem {@link ErrorCode#TOO_LARGE}, {@link ErrorCode#NOT_A_TABLE}, {@link ErrorCode#UNKNOWN_KEY} when no
     *     column of the codebook names columns of the file
     */
    public static List<ColumnWords> read(InputStream input, List<String> columns) {
        try {
            byte[] bytes = input.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw new Problem(ErrorCode.TOO_LARGE, LARGEST);
            }
            Charset charset = Encodings.detect(new ByteArrayInputStream(bytes));
            FileShape shape = CsvFile.shape(() -> new ByteArrayInputStream(bytes), charset, Optional.empty());
            try (CsvFile file = CsvFile.open(new ByteArrayInputStream(bytes), shape)) {
                return words(file, columns);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static List<ColumnWords> words(CsvFile file, List<String> columns) {
        Map<String, List<String>> named = new HashMap<>();
        for (String column : columns) {
            named.computeIfAbsent(CellText.fold(column), key -> new ArrayList<>())
                    .add(column);
            // Some codebooks name the item, not each of its columns.
            named.computeIfAbsent(ColumnName.of(column).base(), key -> new ArrayList<>())
                    .add(column);
        }
        List<CsvFile.Row> rows = new ArrayList<>();
        for (Optional<CsvFile.Row> row = file.next(); row.isPresent(); row = file.next()) {
            rows.add(row.get());
        }
        int width = Math.min(file.columns().size(), MOST_COLUMNS);
        int key = -1;
        long most = 0;
        for (int column = 0; column < width; column++) {
            int here = column;
            long hits = rows.stream()
                    .filter(row -> named.containsKey(CellText.fold(row.cells().get(here))))
                    .count();
            if (hits > most) {
                most = hits;
                key = column;
            }
        }
        if (key < 0) {
            throw new Problem(
                    ErrorCode.UNKNOWN_KEY, String.join(", ", columns.subList(0, Math.min(3, columns.size()))));
        }
        List<ColumnWords> words = new ArrayList<>();
        for (int column = 0; column < width; column++) {
            Map<String, String> texts = column == key ? Map.of() : texts(rows, key, column, named);
            if (!texts.isEmpty()) {
                words.add(new ColumnWords(file.columns().get(column), texts));
            }
        }
        words.sort((a, b) -> Boolean.compare(tellsApart(b), tellsApart(a)));
        return words;
    }

    private static Map<String, String> texts(
            List<CsvFile.Row> rows, int key, int column, Map<String, List<String>> named) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (CsvFile.Row row : rows) {
            String text =
                    row.cells().get(column).replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
            if (!text.isEmpty()) {
                String shown = text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text;
                named.getOrDefault(CellText.fold(row.cells().get(key)), List.of())
                        .forEach(answered -> texts.put(answered, shown));
            }
        }
        return texts;
    }

    /** Whether the texts are names rather than groups: items asked in several senses share theirs, groups hold more. */
    private static boolean tellsApart(ColumnWords words) {
        return new HashSet<>(words.texts().values()).size() * 6 > words.texts().size();
    }
}
