package org.entezar.workspace;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.entezar.kernel.Caller;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.LocalizedText;
import org.entezar.kernel.Permission;
import org.entezar.kernel.Problem;
import org.entezar.kernel.Uuids;
import org.entezar.kernel.Violation;
import org.entezar.kernel.WorkspaceId;
import org.entezar.platform.history.Change;
import org.entezar.platform.tenancy.Tx;
import org.entezar.platform.tenancy.Work;
import org.entezar.workspace.internal.SavedViewRows;

/**
 * The views of lists that people save: each person sees and changes only their own, in each workspace others. A view
 * holds an address and no data, so it shows nothing to who may not see the list. All needs
 * {@link Permission#WORKSPACE_READ}; each change is an entry of history.
 */
public final class SavedViews {

    /** Most views that a person keeps of one list. */
    public static final int MOST = 20;

    /** Longest name, in characters. */
    public static final int LONGEST_NAME = 60;

    private static final int LONGEST_LIST = 120;

    private static final Pattern LIST = Pattern.compile("[a-z0-9-]+(/[a-z0-9-]+)*");
    private static final Pattern QUERY = Pattern.compile("[A-Za-z0-9%&=._~+*-]{0,2000}");

    private final Work work;
    private final Uuids ids;
    private final SavedViewRows rows = new SavedViewRows();

    public SavedViews(Work work, Uuids ids) {
        this.work = work;
        this.ids = ids;
    }

    /** The caller's own views of the list, by name. */
    public List<SavedView> of(Caller caller, WorkspaceId workspace, String list) {
        return work.read(caller, workspace, Permission.WORKSPACE_READ, tx -> rows.of(tx, caller.subject(), list));
    }

    /**
     * Saves a view; one of the same name is replaced.
     *
     * @param list {@link SavedView#list}
     * @param name 1 to {@value #LONGEST_NAME} characters
     * @param query {@link SavedView#query}
     * @throws Problem {@link ErrorCode#INVALID} with {@code /name}, also when {@value #MOST} are kept already;
     *     {@link ErrorCode#MALFORMED_PARAMETER} for a list or query that no page has
     */
    public SavedView save(Caller caller, WorkspaceId workspace, String list, String name, String query) {
        caller.require(workspace, Permission.WORKSPACE_READ);
        String called = name.strip();
        check(list, called, query);
        return work.change(caller, workspace, Permission.WORKSPACE_READ, tx -> {
            List<SavedView> kept = rows.of(tx, caller.subject(), list);
            SavedViewId id = kept.stream()
                    .filter(view -> view.name().equals(called))
                    .map(SavedView::id)
                    .findFirst()
                    .orElseGet(() -> new SavedViewId(ids.next()));
            if (kept.size() >= MOST && kept.stream().noneMatch(view -> view.id().equals(id))) {
                throw refused("/name", ErrorCode.TOO_MANY, MOST);
            }
            SavedView saved = new SavedView(id, list, called, query);
            rows.put(tx, caller.subject(), saved);
            tx.record(Change.created("view.saved", subject(id), told(saved)));
            return saved;
        });
    }

    /**
     * Forgets one of the caller's own views.
     *
     * @return what it was
     * @throws Problem {@link ErrorCode#NOT_FOUND} when the caller has none with that id
     */
    public SavedView remove(Caller caller, WorkspaceId workspace, SavedViewId id) {
        return work.change(caller, workspace, Permission.WORKSPACE_READ, tx -> {
            SavedView before = find(tx, caller, id);
            rows.remove(tx, caller.subject(), id);
            tx.record(Change.ended("view.removed", subject(id), told(before)));
            return before;
        });
    }

    private SavedView find(Tx tx, Caller caller, SavedViewId id) {
        return rows.find(tx, caller.subject(), id).orElseThrow(() -> new Problem(ErrorCode.NOT_FOUND));
    }

    private static void check(String list, String name, String query) {
        if (list.length() > LONGEST_LIST || !LIST.matcher(list).matches()) {
            throw new Problem(ErrorCode.MALFORMED_PARAMETER, "list", list);
        }
        if (!QUERY.matcher(query).matches()) {
            throw new Problem(ErrorCode.MALFORMED_PARAMETER, "query", query);
        }
        if (name.isEmpty()) {
            throw refused("/name", ErrorCode.REQUIRED);
        }
        LocalizedText.fault("/name", name, LONGEST_NAME).ifPresent(fault -> {
            throw new Problem(List.of(fault));
        });
    }

    private static Problem refused(String pointer, ErrorCode code, Object... arguments) {
        return new Problem(List.of(Violation.at(pointer, code, arguments)));
    }

    private static Map<String, String> told(SavedView view) {
        return Map.of("name", view.name(), "list", view.list(), "query", view.query());
    }

    private static String subject(SavedViewId id) {
        return "view/" + id;
    }
}
