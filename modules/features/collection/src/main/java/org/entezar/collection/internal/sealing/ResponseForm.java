package org.entezar.collection.internal.sealing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.entezar.collection.internal.response.ResponseRow;
import org.entezar.evidence.Canonical;
import org.entezar.evidence.Hash;
import org.entezar.evidence.Malformed;
import org.entezar.evidence.Merkle;

/**
 * The canonical form of a response as it is stored, every column but the mark of withdrawal. It is computed from the row
 * on its way in, and again from the stored row whenever somebody wants proof; both must be the same bytes.
 */
public final class ResponseForm {

    /** The columns that {@link #read} needs, in its order, of a table called r. */
    public static final String COLUMNS = "r.id, r.campaign_id, r.version, r.submitted_at, r.received_at, r.language,"
            + " r.context::text, r.answers::text, r.import_id, r.source_key, r.supersedes";

    private ResponseForm() {}

    /** The form of a row that is about to be stored. */
    public static byte[] of(ResponseRow row) {
        ObjectNode context = Canonical.object();
        row.context().forEach(context::put);
        return form(
                row.id().toString(),
                row.campaign().toString(),
                row.version(),
                row.submittedAt(),
                row.receivedAt(),
                row.language(),
                context,
                row.answers(),
                row.importId().map(Object::toString),
                row.sourceKey(),
                row.supersedes().map(Object::toString));
    }

    /**
     * The form of a stored row.
     *
     * @throws Malformed when what is stored cannot have come from this product
     */
    public static byte[] read(ResultSet rows) throws SQLException {
        try {
            return form(
                    rows.getString(1),
                    rows.getString(2),
                    rows.getInt(3),
                    rows.getObject(4, OffsetDateTime.class).toInstant(),
                    rows.getObject(5, OffsetDateTime.class).toInstant(),
                    Optional.ofNullable(rows.getString(6)),
                    Canonical.read(rows.getString(7).getBytes(StandardCharsets.UTF_8)),
                    Canonical.read(rows.getString(8).getBytes(StandardCharsets.UTF_8)),
                    Optional.ofNullable(rows.getObject(9, UUID.class)).map(UUID::toString),
                    Optional.ofNullable(rows.getString(10)),
                    Optional.ofNullable(rows.getObject(11, UUID.class)).map(UUID::toString));
        } catch (IllegalArgumentException noForm) {
            throw new Malformed(String.valueOf(noForm.getMessage()));
        }
    }

    /** The leaf over a form. */
    public static Hash leaf(byte[] form) {
        return Merkle.leaf(form);
    }

    private static byte[] form(
            String id,
            String campaign,
            int version,
            Instant submittedAt,
            Instant receivedAt,
            Optional<String> language,
            JsonNode context,
            JsonNode answers,
            Optional<String> importId,
            Optional<String> sourceKey,
            Optional<String> supersedes) {
        ObjectNode form = Canonical.object();
        form.set("answers", answers);
        form.put("campaign", campaign);
        form.set("context", context);
        form.put("id", id);
        importId.ifPresent(text -> form.put("import", text));
        language.ifPresent(text -> form.put("language", text));
        form.put("receivedAt", receivedAt.toString());
        sourceKey.ifPresent(text -> form.put("sourceKey", text));
        form.put("submittedAt", submittedAt.toString());
        supersedes.ifPresent(text -> form.put("supersedes", text));
        form.put("version", version);
        return Canonical.bytes(form);
    }
}
