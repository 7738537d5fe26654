package org.entezar.relationship.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.entezar.collection.CampaignId;
import org.entezar.collection.PersonalKeys;
import org.entezar.collection.ResponseId;
import org.entezar.platform.tenancy.Tx;
import org.entezar.relationship.Assignee;
import org.entezar.relationship.CaseFilter;
import org.entezar.relationship.CaseId;
import org.entezar.relationship.CaseKind;
import org.entezar.relationship.CaseState;
import org.entezar.relationship.ServiceCase;
import org.entezar.relationship.Severity;

/** Cases in their table. */
public final class CaseRows {

    private static final String SELECT = "select id, kind, severity, state, category, response_id, campaign_id, title,"
            + " assignee, assignee_name, due_on, opened_at, opened_by, resolved_at, outcome, erased_at, revision,"
            + " sealed_key from service_case where workspace_id = :workspace";

    private final PersonalKeys keys;

    public CaseRows(PersonalKeys keys) {
        this.keys = keys;
    }

    /**
     * The newest first.
     *
     * @param among only those from these campaigns and from none; from any when empty
     * @param assignee only whose; anybody's when empty
     */
    public List<ServiceCase> page(
            Tx tx,
            CaseFilter filter,
            Optional<String> assignee,
            Optional<Set<UUID>> among,
            Optional<CaseId> after,
            int most) {
        String conditions = (filter.category().isPresent() ? " and category = :category" : "")
                + (filter.response().isPresent() ? " and response_id = :response" : "")
                + (assignee.isPresent() ? " and assignee = :assignee" : "")
                + (among.isPresent() ? " and (campaign_id is null or campaign_id = any (:campaigns))" : "")
                + (after.isPresent() ? " and id < :after" : "");
        var query = tx.handle()
                .createQuery(SELECT + " and state = any (:states)" + conditions + " order by id desc limit :most")
                .bind("workspace", tx.workspace().value())
                .bindArray(
                        "states",
                        String.class,
                        filter.states().stream().map(CaseState::name).toArray())
                .bind("most", most);
        filter.category().ifPresent(category -> query.bind("category", category));
        filter.response().ifPresent(response -> query.bind("response", response.value()));
        assignee.ifPresent(subject -> query.bind("assignee", subject));
        among.ifPresent(campaigns -> query.bindArray("campaigns", UUID.class, campaigns.toArray()));
        after.ifPresent(last -> query.bind("after", last.value()));
        return query.map((row, context) -> kept(row).facts()).list();
    }

    public Optional<KeptCase> find(Tx tx, CaseId id) {
        return find(tx, id, "");
    }

    /** The same, its row locked until the transaction ends. */
    public Optional<KeptCase> lock(Tx tx, CaseId id) {
        return find(tx, id, " for update");
    }

    private Optional<KeptCase> find(Tx tx, CaseId id, String locking) {
        return tx.handle()
                .createQuery(SELECT + " and id = :id" + locking)
                .bind("workspace", tx.workspace().value())
                .bind("id", id.value())
                .map((row, context) -> kept(row))
                .findOne();
    }

    /** Stores a new case, its title sealed, and gives what is kept of it with the sealed title. */
    public String insert(Tx tx, ServiceCase made) {
        CaseWords words = CaseWords.fresh(keys, made.id());
        String title = words.sealTitle(made.title().orElseThrow());
        tx.handle()
                .createUpdate("""
                        insert into service_case (workspace_id, id, kind, severity, state, category, response_id,
                            campaign_id, title, assignee, assignee_name, due_on, opened_at, opened_by, revision, sealed_key)
                        values (:workspace, :id, :kind, :severity, :state, :category, :response::uuid, :campaign::uuid,
                            :title, :assignee, :assigneeName, :due::date, :at, :by, :revision, :key)""")
                .bind("workspace", tx.workspace().value())
                .bind("id", made.id().value())
                .bind("kind", made.kind().name())
                .bind("severity", made.severity().name())
                .bind("state", made.state().name())
                .bind("category", made.category().orElse(null))
                .bind("response", made.response().map(ResponseId::value).orElse(null))
                .bind("campaign", made.campaign().map(CampaignId::value).orElse(null))
                .bind("title", title)
                .bind("assignee", made.assignee().map(Assignee::subject).orElse(null))
                .bind("assigneeName", made.assignee().map(Assignee::name).orElse(null))
                .bind("due", made.due().orElse(null))
                .bind("at", made.openedAt().atOffset(ZoneOffset.UTC))
                .bind("by", made.openedBy())
                .bind("revision", made.revision())
                .bind("key", words.stored())
                .execute();
        return title;
    }

    /** Stores what can change of a case, beside its words. */
    public void update(Tx tx, ServiceCase changed) {
        tx.handle()
                .createUpdate("""
                        update service_case set severity = :severity, state = :state, category = :category,
                            assignee = :assignee, assignee_name = :assigneeName, due_on = :due::date,
                            resolved_at = :resolvedAt::timestamptz, revision = :revision
                        where workspace_id = :workspace and id = :id""")
                .bind("workspace", tx.workspace().value())
                .bind("id", changed.id().value())
                .bind("severity", changed.severity().name())
                .bind("state", changed.state().name())
                .bind("category", changed.category().orElse(null))
                .bind("assignee", changed.assignee().map(Assignee::subject).orElse(null))
                .bind("assigneeName", changed.assignee().map(Assignee::name).orElse(null))
                .bind("due", changed.due().orElse(null))
                .bind(
                        "resolvedAt",
                        changed.resolvedAt()
                                .map(at -> at.atOffset(ZoneOffset.UTC))
                                .orElse(null))
                .bind("revision", changed.revision())
                .execute();
    }

    /** Stores what was done, sealed; nothing when empty. */
    public void outcome(Tx tx, CaseId id, Optional<String> sealed) {
        tx.handle()
                .createUpdate("update service_case set outcome = :outcome where workspace_id = :workspace and id = :id")
                .bind("workspace", tx.workspace().value())
                .bind("id", id.value())
                .bind("outcome", sealed.orElse(null))
                .execute();
    }

    /** Destroys the key of a case: nobody can read its words again. */
    public void destroyKey(Tx tx, CaseId id) {
        tx.handle()
                .createUpdate("update service_case set sealed_key = null, erased_at = :at"
                        + " where workspace_id = :workspace and id = :id")
                .bind("workspace", tx.workspace().value())
                .bind("id", id.value())
                .bind("at", tx.now().atOffset(ZoneOffset.UTC))
                .execute();
    }

    private KeptCase kept(ResultSet row) throws SQLException {
        CaseId id = new CaseId(row.getObject("id", UUID.class));
        CaseWords words = CaseWords.of(keys, id, Optional.ofNullable(row.getBytes("sealed_key")));
        String name = row.getString("assignee_name");
        ServiceCase facts = new ServiceCase(
                id,
                CaseKind.valueOf(row.getString("kind")),
                Severity.valueOf(row.getString("severity")),
                CaseState.valueOf(row.getString("state")),
                Optional.ofNullable(row.getString("category")),
                Optional.ofNullable(row.getObject("response_id", UUID.class)).map(ResponseId::new),
                Optional.ofNullable(row.getObject("campaign_id", UUID.class)).map(CampaignId::new),
                words.title(row.getString("title")),
                Optional.ofNullable(row.getString("assignee")).map(subject -> new Assignee(subject, name)),
                Optional.ofNullable(row.getObject("due_on", LocalDate.class)),
                row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                row.getString("opened_by"),
                time(row, "resolved_at"),
                Optional.ofNullable(row.getString("outcome")).flatMap(words::outcome),
                time(row, "erased_at"),
                row.getInt("revision"));
        return new KeptCase(facts, words);
    }

    private static Optional<Instant> time(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
