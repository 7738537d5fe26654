package org.entezar.commitment.internal;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.entezar.commitment.Commitment;
import org.entezar.kernel.Caller;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.LocalizedText;
import org.entezar.kernel.Problem;
import org.entezar.kernel.Uuids;
import org.entezar.kernel.Violation;
import org.entezar.platform.history.Change;
import org.entezar.platform.history.Moment;
import org.entezar.platform.history.PastStates;
import org.entezar.platform.tenancy.Tx;
import org.entezar.questionnaire.Categories;
import org.entezar.workspace.Workspaces;

/**
 * A workspace's commitments of one kind. What stands is a row; what stood is read from history, where every writing
 * left the whole terms before and after. All works within the transaction of the face that names the permission.
 */
public final class Register<C extends Commitment> {

    /** Takes any state as the one that was loaded. */
    public static final String ANY_STATE = "*";

    /** Most that a workspace keeps of one kind. */
    public static final int MOST = 1_000;

    private static final int LONGEST_REASON = 1_000;

    private final Kind<C> kind;
    private final CommitmentRows<C> rows;
    private final Workspaces workspaces;
    private final Categories categories;
    private final Uuids ids;

    public Register(Kind<C> kind, Workspaces workspaces, Categories categories, Uuids ids) {
        this.kind = kind;
        this.rows = new CommitmentRows<>(kind);
        this.workspaces = workspaces;
        this.categories = categories;
        this.ids = ids;
    }

    /** All, the first written first. */
    public List<Kept<C>> all(Tx tx) {
        return rows.all(tx);
    }

    /** All as they were known at that moment. */
    public List<Kept<C>> all(Tx tx, Moment moment) {
        return PastStates.latestOfEach(tx, kind.prefix(), kind.actions(), Set.of(kind.withdrawn()), moment)
                .entrySet()
                .stream()
                .map(entry -> rows.kept(
                        Uuids.parse(entry.getKey().substring(kind.prefix().length())),
                        PastStates.state(entry.getValue().after().orElseThrow(), kind.type())))
                .sorted(Comparator.comparing(kept -> kept.id().toString()))
                .toList();
    }

    public Kept<C> get(Tx tx, UUID id) {
        return found(rows.find(tx, id));
    }

    public Kept<C> begin(Tx tx, C terms) {
        check(tx, terms, Set.of());
        Kept<C> begun = rows.kept(ids.next(), terms);
        // The entry comes first: it holds the end of the history, so that the count is nobody else's to change.
        tx.record(Change.created(kind.begun(), subject(begun.id()), terms));
        if (rows.count(tx) >= MOST) {
            throw new Problem(List.of(Violation.at("", ErrorCode.TOO_MANY, MOST)));
        }
        rows.insert(tx, begun);
        return begun;
    }

    public Kept<C> change(Tx tx, UUID id, C terms, String ifMatch) {
        Kept<C> before = loaded(tx, id, ifMatch);
        // A language that the workspace gave up since is no fault of whoever changes something else.
        Set<String> written = new HashSet<>();
        kind.texts().apply(before.terms()).stream()
                .map(LocalizedText::texts)
                .forEach(texts -> written.addAll(texts.keySet()));
        check(tx, terms, written);
        Kept<C> after = rows.kept(id, terms);
        rows.update(tx, after);
        tx.record(Change.changed(kind.changed(), subject(id), before.terms(), terms));
        return after;
    }

    /** @param reason why it was a mistake, for history */
    public Kept<C> withdraw(Tx tx, UUID id, String ifMatch, String reason) {
        String said = reason.strip();
        if (said.isEmpty() || said.length() > LONGEST_REASON) {
            throw new Problem(ErrorCode.MALFORMED_PARAMETER, "reason", "");
        }
        Kept<C> before = loaded(tx, id, ifMatch);
        rows.delete(tx, id);
        tx.record(Change.ended(kind.withdrawn(), subject(id), before.terms()), said);
        return before;
    }

    private Kept<C> loaded(Tx tx, UUID id, String ifMatch) {
        Kept<C> before = found(rows.lock(tx, id));
        if (!ifMatch.equals(ANY_STATE) && !ifMatch.equals(before.etag())) {
            throw new Problem(ErrorCode.STALE);
        }
        return before;
    }

    /** Languages and categories are the workspace's own; whoever may write here need not be shown them otherwise. */
    private void check(Tx tx, C terms, Set<String> written) {
        Caller checking = Caller.product("commitments", tx.workspace());
        Set<String> languages = new HashSet<>(written);
        languages.addAll(workspaces.get(checking, tx.workspace()).languages());
        Faults faults = new Faults(languages, categories.tree(checking, tx.workspace()));
        kind.rules().accept(terms, faults);
        Problem.throwIfAny(faults.found());
    }

    private String subject(UUID id) {
        return kind.prefix() + id;
    }

    private Kept<C> found(Optional<Kept<C>> found) {
        return found.orElseThrow(() -> new Problem(ErrorCode.NOT_FOUND));
    }
}
