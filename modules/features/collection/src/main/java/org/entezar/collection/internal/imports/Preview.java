package org.entezar.collection.internal.imports;

import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.entezar.collection.Import;
import org.entezar.collection.PreviewRow;
import org.entezar.collection.internal.answers.AnswerRules;

/** Shows the first rows of a file as they would be read. */
public final class Preview {

    private static final int ROWS = 10;

    private Preview() {}

    public static List<PreviewRow> rows(InputStream bytes, Import one, AnswerRules rules, Instant now) {
        RowReader reader = new RowReader(one.shape().columns(), one.mapping(), rules);
        List<PreviewRow> rows = new ArrayList<>();
        try (CsvFile file = CsvFile.open(bytes, one.shape())) {
            for (Optional<CsvFile.Row> row = file.next(); row.isPresent() && rows.size() < ROWS; row = file.next()) {
                RowReader.ReadRow read = reader.read(row.get(), now);
                rows.add(new PreviewRow(read.line(), read.response(), read.faults()));
            }
        }
        return rows;
    }
}
