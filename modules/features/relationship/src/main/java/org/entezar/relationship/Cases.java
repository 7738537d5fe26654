package org.entezar.relationship;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entezar.collection.CampaignId;
import org.entezar.collection.Collection;
import org.entezar.collection.PersonalKeys;
import org.entezar.collection.ResponseId;
import org.entezar.kernel.Caller;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Permission;
import org.entezar.kernel.Problem;
import org.entezar.kernel.Uuids;
import org.entezar.kernel.Violation;
import org.entezar.kernel.WorkspaceId;
import org.entezar.platform.history.Change;
import org.entezar.platform.history.Looks;
import org.entezar.platform.tenancy.Tx;
import org.entezar.platform.tenancy.Work;
import org.entezar.questionnaire.Categories;
import org.entezar.questionnaire.CategoryTree;
import org.entezar.relationship.internal.CaseFacts;
import org.entezar.relationship.internal.CaseLog;
import org.entezar.relationship.internal.CaseRows;
import org.entezar.relationship.internal.CaseRules;
import org.entezar.relationship.internal.CaseSteps;
import org.entezar.relationship.internal.CaseWords;
import org.entezar.relationship.internal.KeptCase;
import org.entezar.relationship.internal.Revisions;
import org.entezar.relationship.internal.Workers;
import org.entezar.workspace.Members;
import org.entezar.workspace.OwnRoles;

/**
 * Complaints and recoveries that are worked. What people write about them is sealed by a key of the case; history holds
 * the sealed form, so that erasing the words leaves every proof as it was. Who sees shared campaigns only sees the cases
 * that came from responses of these or from no response. That somebody looks is noted once an hour.
 */
public final class Cases {

    /** Most characters of a note, and of what was done. */
    public static final int LONGEST_TEXT = 4_000;

    /** Most cases of one part of a list. */
    public static final int LARGEST_PAGE = 500;

    /** With so many entries in its log a case takes no more notes. */
    public static final int MOST_NOTED = 500;

    /** Most entries that are read of one log. */
    public static final int MOST_ENTRIES = 1_000;

    /** Stands for any state of a case. */
    public static final String ANY_STATE = "*";

    private static final int LONGEST_REASON = 1_000;
    private static final String PRODUCT = "cases";

    private final Work work;
    private final Categories categories;
    private final Collection collection;
    private final Workers workers;
    private final CaseRows rows;
    private final CaseLog log;
    private final CaseSteps steps;
    private final Uuids ids;

    public Cases(
            Work work,
            Members members,
            OwnRoles ownRoles,
            Categories categories,
            Collection collection,
            PersonalKeys keys,
            Uuids ids) {
        this.work = work;
        this.categories = categories;
        this.collection = collection;
        this.workers = new Workers(members, ownRoles);
        this.rows = new CaseRows(keys);
        this.log = new CaseLog(ids);
        this.steps = new CaseSteps(rows, log);
        this.ids = ids;
    }

    /**
     * A part of those that fit, the newest first. Needs {@link Permission#CASE_READ}.
     *
     * @param after what the part before named as next
     * @param limit 1 to {@value #LARGEST_PAGE}
     */
    public CasePage list(Caller caller, WorkspaceId workspace, CaseFilter filter, Optional<CaseId> after, int limit) {
        caller.requireWithSome(workspace, Permission.CASE_READ);
        if (limit < 1 || limit > LARGEST_PAGE) {
            throw new Problem(ErrorCode.MALFORMED_PARAMETER, "limit", limit);
        }
        Looks.note(work, caller, workspace, Permission.CASE_READ, "cases.read", "cases");
        Optional<String> assignee = filter.mine() ? Optional.of(caller.subject()) : Optional.empty();
        List<ServiceCase> read = work.readOfSome(
                caller,
                workspace,
                Permission.CASE_READ,
                tx -> rows.page(
                        tx, filter, assignee, caller.bounds(workspace, Permission.CASE_READ), after, limit + 1));
        return read.size() <= limit
                ? new CasePage(read, Optional.empty())
                : new CasePage(
                        read.subList(0, limit), Optional.of(read.get(limit - 1).id()));
    }

    /**
     * One with what happened to it. Needs {@link Permission#CASE_READ}.
     *
     * @throws Problem {@link ErrorCode#NOT_FOUND}
     */
    public WorkedCase find(Caller caller, WorkspaceId workspace, CaseId id) {
        Looks.note(work, caller, workspace, Permission.CASE_READ, "cases.read", "cases");
        return work.readOfSome(caller, workspace, Permission.CASE_READ, tx -> {
            KeptCase kept = seen(rows.find(tx, id), tx, Permission.CASE_READ);
            return new WorkedCase(kept.facts(), log.of(tx, kept));
        });
    }

    /**
     * Members who may work cases, by name. Needs {@link Permission#CASE_WORK}.
     *
     * @throws Problem {@link ErrorCode#IDENTITY_UNAVAILABLE}
     */
    public List<Assignee> workers(Caller caller, WorkspaceId workspace) {
        caller.requireWithSome(workspace, Permission.CASE_WORK);
        return workers.all(workspace);
    }

    /**
     * The tree that cases name categories of; whoever sees cases need not see questionnaires. Needs
     * {@link Permission#CASE_READ}.
     */
    public CategoryTree categories(Caller caller, WorkspaceId workspace) {
        caller.requireWithSome(workspace, Permission.CASE_READ);
        return categories.tree(Caller.product(PRODUCT, workspace), workspace);
    }

    /**
     * Opens one. Needs {@link Permission#CASE_WORK}.
     *
     * @throws Problem {@link ErrorCode#INVALID} with the faults, such as a category, a response or a member that is not
     *     there
     */
    public ServiceCase open(Caller caller, WorkspaceId workspace, NewCase wanted) {
        caller.requireWithSome(workspace, Permission.CASE_WORK);
        Optional<Assignee> assignee = wanted.assignee().flatMap(subject -> workers.find(workspace, subject));
        return work.changeOfSome(caller, workspace, Permission.CASE_WORK, tx -> {
            Optional<CampaignId> campaign = wanted.response().flatMap(response -> campaign(tx, response));
            List<Violation> faults = new ArrayList<>(CaseRules.title(wanted.title()));
            wanted.category().flatMap(category -> fault(workspace, category)).ifPresent(faults::add);
            wanted.response()
                    .filter(response -> campaign.isEmpty())
                    .ifPresent(response -> faults.add(CaseRules.unknown("/response", response)));
            wanted.assignee()
                    .filter(subject -> assignee.isEmpty())
                    .ifPresent(subject -> faults.add(CaseRules.unknown("/assignee", subject)));
            Problem.throwIfAny(faults);
            ServiceCase made = new ServiceCase(
                    new CaseId(ids.next()),
                    wanted.kind(),
                    wanted.severity(),
                    CaseState.OPEN,
                    wanted.category(),
                    wanted.response(),
                    campaign,
                    Optional.of(wanted.title().strip()),
                    assignee,
                    wanted.due(),
                    tx.now(),
                    caller.displayName(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    1);
            String sealed = rows.insert(tx, made);
            log.add(tx, made.id(), CaseEntry.Kind.OPENED, List.of());
            Map<String, Object> told = CaseFacts.told(made);
            told.put("title", CaseWords.told(sealed));
            tx.record(Change.created("case.opened", subject(made.id()), told));
            return made;
        });
    }

    /**
     * Changes how much a case weighs, where it belongs, who works it and until when. Needs {@link Permission#CASE_WORK}.
     *
     * @param ifMatch {@link ServiceCase#etag} of what the change is based on, or {@value #ANY_STATE}
     * @throws Problem {@link ErrorCode#NOT_FOUND}, {@link ErrorCode#STALE}, {@link ErrorCode#INVALID} with the faults,
     *     {@link ErrorCode#STATE} when it is closed
     */
    public ServiceCase change(Caller caller, WorkspaceId workspace, CaseId id, CaseChange change, String ifMatch) {
        ServiceCase known = work.readOfSome(caller, workspace, Permission.CASE_WORK, tx -> based(
                        seen(rows.find(tx, id), tx, Permission.CASE_WORK), ifMatch)
                .facts());
        CaseRules.requireWritable(known);
        if (change.equals(CaseChange.none(known))) {
            return known;
        }
        Optional<Assignee> assignee = change.assignee().flatMap(subject -> known.assignee()
                .filter(now -> now.subject().equals(subject))
                .or(() -> workers.find(workspace, subject)));
        return work.changeOfSome(caller, workspace, Permission.CASE_WORK, tx -> {
            // What it was compared with must still hold, also for somebody who takes any state.
            ServiceCase before = based(seen(rows.lock(tx, id), tx, Permission.CASE_WORK), known.etag())
                    .facts();
            List<Violation> faults = new ArrayList<>();
            change.category()
                    .filter(category -> !before.category().equals(Optional.of(category)))
                    .flatMap(category -> fault(workspace, category))
                    .ifPresent(faults::add);
            change.assignee()
                    .filter(subject -> assignee.isEmpty())
                    .ifPresent(subject -> faults.add(CaseRules.unknown("/assignee", subject)));
            Problem.throwIfAny(faults);
            ServiceCase after = Revisions.changed(before, change, assignee);
            rows.update(tx, after);
            log.add(tx, id, CaseEntry.Kind.CHANGED, CaseFacts.between(before, after));
            tx.record(Change.changed("case.changed", subject(id), CaseFacts.told(before), CaseFacts.told(after)));
            return after;
        });
    }

    /**
     * Adds a note. Needs {@link Permission#CASE_WORK}.
     *
     * @param text at most {@value #LONGEST_TEXT} characters
     * @throws Problem {@link ErrorCode#NOT_FOUND}, {@link ErrorCode#INVALID} with the fault at {@code /text},
     *     {@link ErrorCode#STATE} when it is closed, {@link ErrorCode#TOO_MANY}
     */
    public WorkedCase note(Caller caller, WorkspaceId workspace, CaseId id, String text) {
        return work.changeOfSome(caller, workspace, Permission.CASE_WORK, tx -> {
            KeptCase kept = seen(rows.lock(tx, id), tx, Permission.CASE_WORK);
            CaseRules.requireWritable(kept.facts());
            Problem.throwIfAny(CaseRules.text("/text", text, LONGEST_TEXT));
            String sealed = log.add(tx, kept, CaseEntry.Kind.NOTED, text.strip(), List.of());
            tx.record(Change.created("case.noted", subject(id), Map.of("note", CaseWords.told(sealed))));
            return new WorkedCase(kept.facts(), log.of(tx, kept));
        });
    }

    /**
     * Takes a case to its next state, or reopens it. Needs {@link Permission#CASE_WORK}.
     *
     * @param ifMatch as {@link #change}
     * @throws Problem {@link ErrorCode#NOT_FOUND}, {@link ErrorCode#STALE}, {@link ErrorCode#STATE} when it does not lead
     *     there, {@link ErrorCode#INVALID} when it is resolved without an outcome
     */
    public ServiceCase progress(Caller caller, WorkspaceId workspace, CaseId id, CaseStep step, String ifMatch) {
        return work.changeOfSome(caller, workspace, Permission.CASE_WORK, tx -> {
            KeptCase kept = based(seen(rows.lock(tx, id), tx, Permission.CASE_WORK), ifMatch);
            CaseRules.requireWay(kept.facts(), step.to());
            CaseRules.requireWords(step);
            return steps.take(tx, kept, step);
        });
    }

    /**
     * Destroys the key of what was written about a case, which closes it for good. Needs {@link Permission#PERSON_ERASE}.
     *
     * @param reason why, for history
     * @throws Problem {@link ErrorCode#NOT_FOUND}, {@link ErrorCode#STATE} when it was done before,
     *     {@link ErrorCode#ON_HOLD}, {@link ErrorCode#MALFORMED_PARAMETER} without a reason of at most 1,000 characters
     */
    public ServiceCase erase(Caller caller, WorkspaceId workspace, CaseId id, String reason) {
        caller.require(workspace, Permission.PERSON_ERASE);
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw new Problem(ErrorCode.MALFORMED_PARAMETER, "reason", "");
        }
        return work.change(caller, workspace, Permission.PERSON_ERASE, tx -> {
            KeptCase kept = rows.lock(tx, id).orElseThrow(() -> new Problem(ErrorCode.NOT_FOUND));
            CaseRules.requireReadable(kept.facts());
            collection.holds().requireNone(caller, workspace, kept.facts().campaign());
            return steps.erase(tx, kept, reason.strip());
        });
    }

    private static KeptCase seen(Optional<KeptCase> kept, Tx tx, Permission permission) {
        return kept.filter(one -> sees(tx, permission, one.facts().campaign()))
                .orElseThrow(() -> new Problem(ErrorCode.NOT_FOUND));
    }

    private static boolean sees(Tx tx, Permission permission, Optional<CampaignId> campaign) {
        return campaign.filter(id -> !tx.caller().may(tx.workspace(), permission, id))
                .isEmpty();
    }

    private static KeptCase based(KeptCase kept, String ifMatch) {
        if (!ifMatch.equals(ANY_STATE) && !ifMatch.equals(kept.facts().etag())) {
            throw new Problem(ErrorCode.STALE);
        }
        return kept;
    }

    /** Whoever works cases need see neither questionnaires nor single responses to name what a case is about. */
    private Optional<Violation> fault(WorkspaceId workspace, String category) {
        boolean known = categories
                .tree(Caller.product(PRODUCT, workspace), workspace)
                .all()
                .anyMatch(one -> one.key().equals(category));
        return known ? Optional.empty() : Optional.of(CaseRules.unknown("/category", category));
    }

    private Optional<CampaignId> campaign(Tx tx, ResponseId response) {
        return collection
                .responseLists()
                .campaign(Caller.product(PRODUCT, tx.workspace()), tx.workspace(), response)
                .filter(id -> sees(tx, Permission.CASE_WORK, Optional.of(id)));
    }

    private static String subject(CaseId id) {
        return "case/" + id;
    }
}
