package org.entezar.audit;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entezar.audit.internal.checkpoint.CheckpointRows;
import org.entezar.audit.internal.reading.EntryRows;
import org.entezar.collection.SealedResponses;
import org.entezar.kernel.Caller;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Permission;
import org.entezar.kernel.Problem;
import org.entezar.kernel.WorkspaceId;
import org.entezar.platform.history.Change;
import org.entezar.platform.tenancy.Work;

/**
 * Reads the history of a workspace. That somebody looked is an entry too: one for each reader and hour, so that looking
 * does not bury what is looked at. All need {@link Permission#HISTORY_READ}.
 */
public final class History {

    /** Most entries of a page. */
    public static final int LARGEST_PAGE = 500;

    /** Action of the entries that tell of a look. */
    public static final String LOOKED = "history.read";

    /** Most entries of one action that are laid under a satisfaction history, so that none crowds out another. */
    public static final int MOST_MILESTONES = 50;

    private static final List<String> MILESTONES = List.of(
            "questionnaire.published",
            "categories.replaced",
            "standard.created",
            "standard.changed",
            "standard.withdrawn",
            "promise.made",
            "promise.changed",
            "promise.withdrawn",
            "workspace.configured",
            "campaign.created",
            "campaign.paused",
            "campaign.resumed",
            "campaign.closed",
            "import.finished",
            "import.undone",
            "pack.installed",
            "case.opened",
            "case.resolved");

    private static final Duration ONE_LOOK = Duration.ofHours(1);

    private final Work work;
    private final SealedResponses responses;

    History(Work work, SealedResponses responses) {
        this.work = work;
        this.responses = responses;
    }

    /**
     * The entries that fit the filter.
     *
     * @param after what the page before named as next
     * @param limit 1 to {@value #LARGEST_PAGE}
     */
    public HistoryPage entries(
            Caller caller, WorkspaceId workspace, HistoryFilter filter, Optional<Long> after, int limit) {
        if (limit < 1 || limit > LARGEST_PAGE) {
            throw new Problem(ErrorCode.MALFORMED_PARAMETER, "limit", limit);
        }
        noteLook(caller, workspace);
        List<HistoryEntry> read = work.read(
                caller, workspace, Permission.HISTORY_READ, tx -> EntryRows.page(tx, filter, after, limit + 1));
        if (read.size() <= limit) {
            return new HistoryPage(read, Optional.empty());
        }
        List<HistoryEntry> page = read.subList(0, limit);
        return new HistoryPage(page, Optional.of(page.get(limit - 1).entry().sequence()));
    }

    /**
     * One entry.
     *
     * @throws Problem {@link ErrorCode#NOT_FOUND}
     */
    public HistoryEntry entry(Caller caller, WorkspaceId workspace, long sequence) {
        noteLook(caller, workspace);
        return work.read(caller, workspace, Permission.HISTORY_READ, tx -> EntryRows.find(tx, sequence)
                .orElseThrow(() -> new Problem(ErrorCode.NOT_FOUND)));
    }

    /**
     * What may have moved satisfaction: standards set and promises made, changed or withdrawn, cases opened and resolved,
     * questionnaires published, categories and weights changed, settings changed, campaigns opened and closed, files
     * read in and taken back. Of each action the latest {@value #MOST_MILESTONES} of the period, all in the order in
     * which they happened.
     */
    public List<HistoryEntry> milestones(Caller caller, WorkspaceId workspace, Instant from, Instant to) {
        noteLook(caller, workspace);
        return work.read(
                caller,
                workspace,
                Permission.HISTORY_READ,
                tx -> EntryRows.ofActions(tx, MILESTONES, from, to, MOST_MILESTONES));
    }

    /** The history at a glance, and what it can be filtered by. */
    public HistoryOverview overview(Caller caller, WorkspaceId workspace) {
        noteLook(caller, workspace);
        SealedResponses.Counts counts = responses.counts(caller, workspace);
        return work.read(caller, workspace, Permission.HISTORY_READ, tx -> {
            long size = EntryRows.size(tx);
            return new HistoryOverview(
                    size,
                    EntryRows.at(tx, 1),
                    EntryRows.at(tx, size),
                    counts.sealed(),
                    counts.unsealed(),
                    CheckpointRows.latest(tx).map(CheckpointRows.Kept::signed),
                    EntryRows.actors(tx),
                    EntryRows.actions(tx));
        });
    }

    private void noteLook(Caller caller, WorkspaceId workspace) {
        String subject = "reader/" + caller.subject();
        boolean noted = work.read(
                caller,
                workspace,
                Permission.HISTORY_READ,
                tx -> !caller.isSignedIn()
                        || EntryRows.isThereSince(tx, subject, tx.now().minus(ONE_LOOK)));
        if (!noted) {
            work.change(caller, workspace, Permission.HISTORY_READ, tx -> {
                tx.record(Change.created(LOOKED, subject, Map.of("minutes", ONE_LOOK.toMinutes())));
                return subject;
            });
        }
    }
}
