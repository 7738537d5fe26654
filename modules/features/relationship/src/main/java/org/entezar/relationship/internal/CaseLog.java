package org.entezar.relationship.internal;

import com.fasterxml.jackson.core.type.TypeReference;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Problem;
import org.entezar.kernel.Uuids;
import org.entezar.platform.json.Json;
import org.entezar.platform.tenancy.Tx;
import org.entezar.relationship.CaseEntry;
import org.entezar.relationship.CaseEntry.Difference;
import org.entezar.relationship.CaseId;
import org.entezar.relationship.Cases;

/** What happened to cases, in its table. */
public final class CaseLog {

    private static final TypeReference<List<Difference>> DIFFERENCES = new TypeReference<>() {};

    private final Uuids ids;

    public CaseLog(Uuids ids) {
        this.ids = ids;
    }

    /** Notes that something happened, which nobody told in words. */
    public void add(Tx tx, CaseId of, CaseEntry.Kind kind, List<Difference> differences) {
        insert(tx, of, ids.next(), kind, Optional.empty(), differences);
    }

    /**
     * Notes what somebody wrote, sealed.
     *
     * @return the sealed words
     * @throws Problem {@link ErrorCode#TOO_MANY} when there is no room for more notes
     */
    public String add(Tx tx, KeptCase of, CaseEntry.Kind kind, String words, List<Difference> differences) {
        if (kind == CaseEntry.Kind.NOTED && size(tx, of.facts().id()) >= Cases.MOST_NOTED) {
            throw new Problem(ErrorCode.TOO_MANY, Cases.MOST_NOTED);
        }
        UUID id = ids.next();
        String sealed = of.words().sealEntry(id, words);
        insert(tx, of.facts().id(), id, kind, Optional.of(sealed), differences);
        return sealed;
    }

    private static void insert(
            Tx tx, CaseId of, UUID id, CaseEntry.Kind kind, Optional<String> sealed, List<Difference> differences) {
        tx.handle()
                .createUpdate("""
                        insert into service_case_log (workspace_id, case_id, id, kind, words, differences, written_at,
                            written_by)
                        values (:workspace, :case, :id, :kind, :words, :differences::jsonb, :at, :by)""")
                .bind("workspace", tx.workspace().value())
                .bind("case", of.value())
                .bind("id", id)
                .bind("kind", kind.name())
                .bind("words", sealed.orElse(null))
                .bind("differences", Json.write(differences))
                .bind("at", tx.now().atOffset(ZoneOffset.UTC))
                .bind("by", tx.caller().displayName())
                .execute();
    }

    private static int size(Tx tx, CaseId of) {
        return tx.handle()
                .createQuery(
                        "select count(*) from service_case_log where workspace_id = :workspace and case_id = :case")
                .bind("workspace", tx.workspace().value())
                .bind("case", of.value())
                .mapTo(Integer.class)
                .one();
    }

    /** The oldest first; of more than can be read, the latest. */
    public List<CaseEntry> of(Tx tx, KeptCase kept) {
        List<CaseEntry> latest = new ArrayList<>(tx.handle()
                .createQuery("select id, kind, words, differences, written_at, written_by from service_case_log"
                        + " where workspace_id = :workspace and case_id = :case"
                        + " order by written_at desc, id desc limit :most")
                .bind("workspace", tx.workspace().value())
                .bind("case", kept.facts().id().value())
                .bind("most", Cases.MOST_ENTRIES)
                .map((row, context) -> entry(row, kept.words()))
                .list());
        Collections.reverse(latest);
        return latest;
    }

    private static CaseEntry entry(ResultSet row, CaseWords words) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        return new CaseEntry(
                row.getObject("written_at", OffsetDateTime.class).toInstant(),
                row.getString("written_by"),
                CaseEntry.Kind.valueOf(row.getString("kind")),
                Optional.ofNullable(row.getString("words")).flatMap(kept -> words.entry(id, kept)),
                Json.mapper().convertValue(Json.parse(row.getString("differences")), DIFFERENCES));
    }
}
