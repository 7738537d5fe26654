package org.entezar.collection.internal.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.entezar.collection.CampaignId;
import org.entezar.collection.ExportFormat;
import org.entezar.collection.PersonalKeys;
import org.entezar.collection.ResponseId;
import org.entezar.platform.json.Json;
import org.entezar.platform.tenancy.Tx;
import org.entezar.questionnaire.Codebook;
import org.entezar.questionnaire.Item;
import org.entezar.questionnaire.ItemType;
import org.entezar.questionnaire.Questionnaire;
import org.jdbi.v3.core.result.ResultSetException;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGStatement;

/**
 * The responses of a campaign as one wide table: a column for each item and facet. Coded answers come out of the byte
 * vectors, which costs a tenth of reading the documents; only what has no code is read from those. Rows stream: neither
 * database nor server holds more than a few thousand of them.
 */
public final class ResponseExport {

    private static final int FETCH = 2_000;
    private static final int MOST_CONTEXT_COLUMNS = 100;

    private final Questionnaire questionnaire;
    private final Codebook codebook;
    private final List<Item> uncoded;
    private final PersonalKeys keys;

    public ResponseExport(Questionnaire questionnaire, PersonalKeys keys) {
        this.keys = keys;
        this.questionnaire = questionnaire;
        this.codebook = Codebook.of(questionnaire);
        this.uncoded = questionnaire
                .items()
                .filter(item -> item.type() == ItemType.CHOICES
                        || item.type() == ItemType.NUMBER
                        || item.type() == ItemType.TEXT)
                .toList();
    }

    /** Writes the table; returns how many responses it has. */
    public long write(Tx tx, CampaignId campaign, ExportedRows which, ExportFormat format, OutputStream output) {
        try {
            Table table = format == ExportFormat.XLSX
                    ? new XlsxTable(output)
                    : new CsvTable(output, format == ExportFormat.CSV_FOR_EXCEL);
            List<String> contextKeys = contextKeys(tx, campaign);
            writeHeader(table, contextKeys);
            long count = writeRows(tx, campaign, which, table, contextKeys);
            table.finish();
            output.flush();
            return count;
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        } catch (SQLException failure) {
            throw new ResultSetException("Responses could not be exported", failure, null);
        }
    }

    private void writeHeader(Table table, List<String> contextKeys) throws IOException {
        for (String name : List.of("id", "submittedAt", "receivedAt", "language")) {
            table.text(name);
        }
        for (String key : contextKeys) {
            table.text("context." + key);
        }
        for (Item item : questionnaire.items().toList()) {
            if (item.type() == ItemType.RATING) {
                for (var facet : item.facets()) {
                    table.text(item.key() + "_" + facet.key());
                }
            } else {
                table.text(item.key());
            }
        }
        table.endRow();
    }

    private static List<String> contextKeys(Tx tx, CampaignId campaign) {
        return tx.handle()
                .createQuery("""
                        select distinct jsonb_object_keys(context) as key from response
                        where workspace_id = :workspace and campaign_id = :campaign and context <> '{}'
                        order by key limit :most""")
                .bind("workspace", tx.workspace().value())
                .bind("campaign", campaign.value())
                .bind("most", MOST_CONTEXT_COLUMNS)
                .mapTo(String.class)
                .list();
    }

    private long writeRows(Tx tx, CampaignId campaign, ExportedRows which, Table table, List<String> contextKeys)
            throws IOException, SQLException {
        StringBuilder sql = new StringBuilder("select v.response_id::text, v.submitted_ms, v.received_ms, v.codes,"
                + " r.language, case when r.context = '{}' then null else r.context::text end, k.sealed_key");
        for (int i = 0; i < uncoded.size(); i++) {
            sql.append(", r.answers -> ?");
        }
        sql.append(" from response_vector v join response r on r.workspace_id = v.workspace_id and r.id = v.response_id"
                        + " left join response_key k on k.workspace_id = v.workspace_id and k.response_id = r.id"
                        + " where v.workspace_id = ? and v.campaign_id = ?")
                .append(which.conditions())
                .append(" and r.workspace_id = ? order by v.submitted_ms, v.response_id");
        try (PreparedStatement statement = tx.connection().prepareStatement(sql.toString())) {
            statement.unwrap(PGStatement.class).setPrepareThreshold(-1);
            statement.setFetchSize(FETCH);
            int at = 1;
            for (Item item : uncoded) {
                statement.setString(at++, item.key());
            }
            at = which.bind(statement, at, tx, campaign);
            statement.setObject(at, tx.workspace().value());
            long count = 0;
            try (ResultSet rows = statement.executeQuery()) {
                Row row = new Row(contextKeys);
                while (rows.next()) {
                    row.write(rows, table);
                    count++;
                }
            }
            return count;
        }
    }

    /** Writes one row after the other, by a plan made once: how each item comes out of the vector or the document. */
    private final class Row {

        private final List<String> contextKeys;
        private final List<Cell> cells = new ArrayList<>();

        Row(List<String> contextKeys) {
            this.contextKeys = contextKeys;
            int place = 0;
            int document = 0;
            for (Item item : questionnaire.items().toList()) {
                switch (item.type()) {
                    case RATING -> {
                        for (int i = 0; i < item.facets().size(); i++) {
                            cells.add(new PointCell(place++));
                        }
                    }
                    case NPS, CSAT, CES -> cells.add(new PointCell(place++));
                    case CHOICE -> cells.add(new OptionCell(place++, item));
                    case CONSENT -> cells.add(new ConsentCell(place++));
                    case CHOICES, NUMBER, TEXT ->
                        cells.add(
                                item.type() == ItemType.TEXT
                                        ? new WordsCell(keys, item.key(), 8 + document++)
                                        : new DocumentCell(8 + document++));
                }
            }
            if (place != codebook.size()) {
                throw new IllegalStateException("The export does not know every coded answer");
            }
        }

        void write(ResultSet rows, Table table) throws SQLException, IOException {
            table.text(rows.getString(1));
            table.text(Instant.ofEpochMilli(rows.getLong(2)).toString());
            table.text(Instant.ofEpochMilli(rows.getLong(3)).toString());
            byte[] codes = rows.getBytes(4);
            writeText(table, rows.getString(5));
            writeContext(table, rows.getString(6));
            for (Cell cell : cells) {
                cell.write(rows, codes, table);
            }
            table.endRow();
        }

        private void writeContext(Table table, @Nullable String json) throws IOException {
            @Nullable JsonNode context = json == null ? null : Json.parse(json);
            for (String key : contextKeys) {
                writeText(
                        table,
                        context == null || !context.has(key)
                                ? null
                                : context.get(key).textValue());
            }
        }
    }

    private static void writeText(Table table, @Nullable String text) throws IOException {
        if (text == null) {
            table.empty();
        } else {
            table.text(text);
        }
    }

    private static final String[] POINTS = new String[256];

    static {
        for (int i = 0; i < POINTS.length; i++) {
            POINTS[i] = Integer.toString(i);
        }
    }

    private interface Cell {
        void write(ResultSet rows, byte[] codes, Table table) throws SQLException, IOException;
    }

    private record PointCell(int place) implements Cell {
        @Override
        public void write(ResultSet rows, byte[] codes, Table table) throws IOException {
            int code = Byte.toUnsignedInt(codes[place]);
            if (code == Codebook.MISSING) {
                table.empty();
            } else {
                table.number(POINTS[code]);
            }
        }
    }

    private record OptionCell(int place, Item item) implements Cell {
        @Override
        public void write(ResultSet rows, byte[] codes, Table table) throws IOException {
            int code = Byte.toUnsignedInt(codes[place]);
            if (code >= item.options().size()) {
                table.empty();
            } else {
                table.text(item.options().get(code).key());
            }
        }
    }

    private record ConsentCell(int place) implements Cell {
        @Override
        public void write(ResultSet rows, byte[] codes, Table table) throws IOException {
            int code = Byte.toUnsignedInt(codes[place]);
            if (code == Codebook.MISSING) {
                table.empty();
            } else {
                table.text(code == 1 ? "true" : "false");
            }
        }
    }

    /** An answer in own words, opened; empty when it was erased. */
    private record WordsCell(PersonalKeys keys, String item, int column) implements Cell {
        @Override
        public void write(ResultSet rows, byte[] codes, Table table) throws SQLException, IOException {
            String json = rows.getString(column);
            if (json == null) {
                table.empty();
                return;
            }
            ObjectNode answers = Json.mapper().createObjectNode();
            answers.set(item, Json.parse(json));
            JsonNode words = keys.open(
                            ResponseId.parse(rows.getString(1)), answers, Optional.ofNullable(rows.getBytes(7)))
                    .get(item);
            writeText(table, words.textValue());
        }
    }

    private record DocumentCell(int column) implements Cell {
        @Override
        public void write(ResultSet rows, byte[] codes, Table table) throws SQLException, IOException {
            String json = rows.getString(column);
            if (json == null) {
                table.empty();
                return;
            }
            JsonNode answer = Json.parse(json);
            if (answer.isNumber()) {
                table.number(answer.decimalValue().toPlainString());
            } else if (answer.isArray()) {
                List<String> keys = new ArrayList<>();
                answer.forEach(key -> keys.add(key.asText()));
                table.text(String.join(";", keys));
            } else {
                table.text(answer.asText());
            }
        }
    }
}
