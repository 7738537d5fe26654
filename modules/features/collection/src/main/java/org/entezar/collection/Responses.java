package org.entezar.collection;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.entezar.collection.internal.campaign.CampaignStore;
import org.entezar.collection.internal.campaign.LiveCampaigns;
import org.entezar.collection.internal.campaign.LiveCampaigns.LiveCampaign;
import org.entezar.collection.internal.export.ExportedRows;
import org.entezar.collection.internal.export.ResponseExport;
import org.entezar.collection.internal.response.FilterTerms;
import org.entezar.collection.internal.response.MonthlyResponses;
import org.entezar.collection.internal.response.Outcome;
import org.entezar.collection.internal.response.ResponseReader;
import org.entezar.collection.internal.response.ResponseRow;
import org.entezar.collection.internal.response.ResponseWriter;
import org.entezar.collection.internal.response.Room;
import org.entezar.collection.internal.response.SelectionDifference;
import org.entezar.collection.internal.response.VectorReader;
import org.entezar.collection.internal.response.VectorRebuild;
import org.entezar.kernel.Caller;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Permission;
import org.entezar.kernel.Problem;
import org.entezar.kernel.Uuids;
import org.entezar.kernel.WorkspaceId;
import org.entezar.platform.fairness.Share;
import org.entezar.platform.history.Change;
import org.entezar.platform.history.Looks;
import org.entezar.platform.tenancy.Passage;
import org.entezar.platform.tenancy.Work;

/**
 * Responses: handed in one by one or many at once, read in pages, streamed as vectors for analysis and exported. A
 * response never changes once it is stored.
 */
public final class Responses {

    /** Most responses of one page. */
    public static final int LARGEST_PAGE = 1_000;

    /** Each holds a connection for as long as its reader takes. */
    private static final int MOST_EXPORTS = 4;

    /** Leaves room for those of other workspaces. */
    private static final int MOST_EXPORTS_OF_ONE = 2;

    private static final int EXPORT_RETRY_SECONDS = 10;

    private final Semaphore exports = new Semaphore(MOST_EXPORTS);
    private final Share<WorkspaceId> exportsOfOne = new Share<>(MOST_EXPORTS_OF_ONE);
    private final Work work;
    private final LiveCampaigns live;
    private final ResponseWriter writer;
    private final PersonalKeys keys;
    private final ResponseChecks checks;
    private final ManyResponses many;
    private final MonthlyResponses monthly;

    Responses(
            Work work,
            LiveCampaigns live,
            ResponseWriter writer,
            Consumer<WorkspaceId> stored,
            PersonalKeys keys,
            Uuids ids,
            Room room,
            Clock clock) {
        this.work = work;
        this.live = live;
        this.writer = writer;
        this.keys = keys;
        this.checks = new ResponseChecks(keys, ids, clock);
        this.monthly = room.monthly();
        this.many = new ManyResponses(work, checks, monthly, stored);
    }

    /**
     * Stores one response and returns when it is durable. Needs {@link Permission#RESPONSE_SUBMIT}. The same id with the
     * same content again is a duplicate and counts once.
     *
     * @throws Problem {@link ErrorCode#INVALID} with pointers such as {@code /answers/sq01/expected};
     *     {@link ErrorCode#CAMPAIGN_NOT_OPEN}, {@link ErrorCode#CAMPAIGN_CLOSED}; {@link ErrorCode#RESPONSE_DIFFERS} when
     *     another response has the id; {@link ErrorCode#OVERLOADED} and
     *     {@link ErrorCode#QUOTA_RESPONSES} with seconds to wait, nothing stored
     */
    public Receipt submit(Caller caller, WorkspaceId workspace, CampaignId campaign, NewResponse response) {
        caller.require(workspace, Permission.RESPONSE_SUBMIT);
        LiveCampaign target = live.get(workspace, campaign);
        checks.requireOpen(target.campaign());
        ResponseChecks.Checked checked = checks.check(workspace, target, response);
        monthly.take(workspace, 1);
        ResponseRow row = checked.row();
        Outcome outcome = writer.write(workspace, row);
        if (outcome == Outcome.CONFLICT) {
            throw ResponseChecks.differs(row.id());
        }
        return new Receipt(row.id(), outcome == Outcome.DUPLICATE, checked.dropped());
    }

    /** Stores many; each counts or is refused for itself. Needs {@link Permission#RESPONSE_SUBMIT}. */
    public List<LineResult> submitMany(
            Caller caller, WorkspaceId workspace, CampaignId campaign, List<NewResponse> responses) {
        return many.store(caller, workspace, openTarget(caller, workspace, campaign), responses);
    }

    /**
     * Stores many from lines of JSON as they arrive, and tells of each line when its part is durable. Needs
     * {@link Permission#RESPONSE_SUBMIT}. Blank lines are passed over; a line longer than 64 KiB is refused.
     *
     * @param lines newline-delimited JSON in UTF-8, read once, never held whole
     * @param results told of each line, in order
     */
    public void submitMany(
            Caller caller,
            WorkspaceId workspace,
            CampaignId campaign,
            InputStream lines,
            Consumer<LineResult> results) {
        many.store(caller, workspace, openTarget(caller, workspace, campaign), lines, results);
    }

    /**
     * Passes when the campaign takes answers now, so that a long request can be refused before it is read. Needs
     * {@link Permission#RESPONSE_SUBMIT}.
     *
     * @throws Problem as {@link #submit}
     */
    public void requireOpen(Caller caller, WorkspaceId workspace, CampaignId campaign) {
        caller.require(workspace, Permission.RESPONSE_SUBMIT);
        checks.requireOpen(live.get(workspace, campaign).campaign());
    }

    private LiveCampaign openTarget(Caller caller, WorkspaceId workspace, CampaignId campaign) {
        caller.require(workspace, Permission.RESPONSE_SUBMIT);
        LiveCampaign target = live.get(workspace, campaign);
        checks.requireOpen(target.campaign());
        return target;
    }

    /**
     * Tells what is wrong with a response without storing it, for a page that asks section by section.
     *
     * @param complete whether required items without an answer are faults
     * @return the answers as they would be kept
     * @throws Problem {@link ErrorCode#INVALID} with pointers
     */
    public Map<String, JsonNode> check(
            Caller caller, WorkspaceId workspace, CampaignId campaign, NewResponse response, boolean complete) {
        caller.require(workspace, Permission.RESPONSE_SUBMIT);
        return checks.answers(live.get(workspace, campaign), response, complete);
    }

    /**
     * Those responses that count, in the order of submission. As {@link #list(Caller, WorkspaceId, CampaignId,
     * ResponseFilter, Optional, int)}.
     */
    public ResponsePage list(
            Caller caller, WorkspaceId workspace, CampaignId campaign, Optional<String> after, int limit) {
        return list(caller, workspace, campaign, ResponseFilter.COUNTED, after, limit);
    }

    /**
     * Responses in the order of submission. Needs {@link Permission#RESPONSE_READ}; that somebody reads them is noted once
     * an hour.
     *
     * @param filter which are wanted
     * @param after what the page before named as next
     * @param limit 1 to {@value #LARGEST_PAGE}
     */
    public ResponsePage list(
            Caller caller,
            WorkspaceId workspace,
            CampaignId campaign,
            ResponseFilter filter,
            Optional<String> after,
            int limit) {
        if (limit < 1 || limit > LARGEST_PAGE) {
            throw new Problem(ErrorCode.MALFORMED_PARAMETER, "limit", limit);
        }
        requireReadable(caller, workspace, campaign);
        Looks.note(work, caller, workspace, Permission.RESPONSE_READ, "responses.read", Campaigns.subject(campaign));
        return work.read(caller, workspace, Permission.RESPONSE_READ, campaign, tx -> {
            CampaignStore.require(tx, campaign);
            return ResponseReader.page(tx, keys, live.get(workspace, campaign).campaign(), filter, after, limit);
        });
    }

    /**
     * Writes the responses of a selection as a table, streamed: neither side holds it. Needs
     * {@link Permission#RESPONSE_READ}; history notes who took it.
     *
     * @param output stays open
     * @return how many responses were written
     * @throws Problem {@link ErrorCode#OVERLOADED} when {@value #MOST_EXPORTS} exports are running, {@link ErrorCode#TOO_MANY_REQUESTS}
     *     when {@value #MOST_EXPORTS_OF_ONE} of the workspace are
     * @throws java.io.UncheckedIOException when the reader is gone
     */
    public long export(
            Caller caller,
            WorkspaceId workspace,
            CampaignId campaign,
            ResponseSelection selection,
            ExportFormat format,
            OutputStream output) {
        LiveCampaign target = requireReadable(caller, workspace, campaign);
        return export(
                caller,
                workspace,
                campaign,
                target,
                ExportedRows.of(selection),
                Map.of("format", format),
                format,
                output);
    }

    /**
     * The same for what somebody looks for in the list of responses; history notes what that was.
     *
     * @throws Problem as above; {@link ErrorCode#MALFORMED_PARAMETER} for an answer that there is not
     */
    public long export(
            Caller caller,
            WorkspaceId workspace,
            CampaignId campaign,
            ResponseConditions filter,
            ExportFormat format,
            OutputStream output) {
        LiveCampaign target = requireReadable(caller, workspace, campaign);
        FilterTerms terms = FilterTerms.of(filter, target.rules().questionnaire());
        Map<String, Object> told = new TreeMap<>();
        told.put("format", format);
        FilterTerms.told(filter).ifPresent(sought -> told.put("filter", sought));
        return export(caller, workspace, campaign, target, ExportedRows.of(terms), told, format, output);
    }

    private long export(
            Caller caller,
            WorkspaceId workspace,
            CampaignId campaign,
            LiveCampaign target,
            ExportedRows rows,
            Map<String, Object> told,
            ExportFormat format,
            OutputStream output) {
        try (Passage ofOne = exportsOfOne
                .enter(workspace, Duration.ZERO)
                .orElseThrow(() -> new Problem(ErrorCode.TOO_MANY_REQUESTS, EXPORT_RETRY_SECONDS))) {
            return exportInTurn(caller, workspace, campaign, target, rows, told, format, output);
        }
    }

    private long exportInTurn(
            Caller caller,
            WorkspaceId workspace,
            CampaignId campaign,
            LiveCampaign target,
            ExportedRows rows,
            Map<String, Object> told,
            ExportFormat format,
            OutputStream output) {
        if (!exports.tryAcquire()) {
            throw new Problem(ErrorCode.OVERLOADED, EXPORT_RETRY_SECONDS);
        }
        try {
            work.change(caller, workspace, Permission.RESPONSE_READ, campaign, tx -> {
                tx.record(Change.created("responses.exported", Campaigns.subject(campaign), told));
                return format;
            });
            ResponseExport export = new ResponseExport(target.rules().questionnaire(), keys);
            return work.read(
                    caller,
                    workspace,
                    Permission.RESPONSE_READ,
                    campaign,
                    tx -> export.write(tx, campaign, rows, format, output));
        } finally {
            exports.release();
        }
    }

    private LiveCampaign requireReadable(Caller caller, WorkspaceId workspace, CampaignId campaign) {
        caller.require(workspace, Permission.RESPONSE_READ, campaign);
        return live.get(workspace, campaign);
    }

    /**
     * Streams the vectors of a selection in no particular order, without holding them. Needs
     * {@link Permission#INSIGHT_READ}.
     *
     * @return how many there were
     */
    public long vectors(
            Caller caller,
            WorkspaceId workspace,
            CampaignId campaign,
            ResponseSelection selection,
            VectorVisitor visitor) {
        return work.read(caller, workspace, Permission.INSIGHT_READ, campaign, tx -> {
            CampaignStore.require(tx, campaign);
            return VectorReader.read(tx, campaign, selection, visitor);
        });
    }

    /**
     * The segments of a selection and how many responses each has, those without one under the empty name. Needs
     * {@link Permission#INSIGHT_READ}.
     */
    public Map<String, Long> segments(
            Caller caller, WorkspaceId workspace, CampaignId campaign, ResponseSelection selection) {
        return work.read(caller, workspace, Permission.INSIGHT_READ, campaign, tx -> {
            CampaignStore.require(tx, campaign);
            return VectorReader.segments(tx, campaign, selection);
        });
    }

    /**
     * How the responses of a selection that were known at one time differ from those known at a later one. Needs
     * {@link Permission#RESPONSE_READ}: who compares times closely sees single responses come.
     */
    public SelectionChanges changes(
            Caller caller,
            WorkspaceId workspace,
            CampaignId campaign,
            ResponseSelection selection,
            Instant then,
            Instant now) {
        return work.read(caller, workspace, Permission.RESPONSE_READ, campaign, tx -> {
            CampaignStore.require(tx, campaign);
            return SelectionDifference.between(tx, campaign, selection, then, now);
        });
    }

    /**
     * Builds the vectors of a campaign again from its responses. Needs {@link Permission#CAMPAIGN_RUN}.
     *
     * @return how many there are
     */
    public long rebuild(Caller caller, WorkspaceId workspace, CampaignId campaign) {
        LiveCampaign target = live.get(workspace, campaign);
        return work.change(caller, workspace, Permission.CAMPAIGN_RUN, tx -> {
            long count = VectorRebuild.rebuild(tx, keys, campaign, target.rules());
            tx.record(Change.created(
                    "campaign.vectors-rebuilt", Campaigns.subject(campaign), Map.of("responses", count)));
            return count;
        });
    }
}
