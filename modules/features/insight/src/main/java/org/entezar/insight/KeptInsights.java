package org.entezar.insight;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.entezar.collection.CampaignId;
import org.entezar.collection.SealedResponses;
import org.entezar.collection.SealedSelection;
import org.entezar.insight.internal.Analysis;
import org.entezar.insight.internal.Bases;
import org.entezar.insight.internal.Basis;
import org.entezar.insight.internal.Computation;
import org.entezar.insight.internal.KeptDocument;
import org.entezar.insight.internal.KeptRows;
import org.entezar.kernel.Caller;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Permission;
import org.entezar.kernel.Problem;
import org.entezar.kernel.Uuids;
import org.entezar.kernel.WorkspaceId;
import org.entezar.platform.history.Change;
import org.entezar.platform.history.Moment;
import org.entezar.platform.history.PastStates;
import org.entezar.platform.tenancy.Tx;
import org.entezar.platform.tenancy.Work;

/**
 * Insights that somebody kept, each with what it was made of, so that anybody who may read can compute it again and see
 * whether it is still the same. A kept insight is an entry of history; nothing else holds its figures.
 */
public final class KeptInsights {

    /** Most kept insights of one page. */
    public static final int LARGEST_PAGE = 500;

    /** Each holds 48 bytes of every response of its selection. */
    private static final int MOST_AT_ONCE = 2;

    private static final int RETRY_SECONDS = 5;

    private final Semaphore room = new Semaphore(MOST_AT_ONCE);
    private final Work work;
    private final Bases bases;
    private final SealedResponses sealed;
    private final Uuids ids;
    private final String software;

    /**
     * @param insights computes the same figures without keeping them
     * @param software version of the product, as it is kept beside the figures
     */
    public KeptInsights(Work work, Insights insights, SealedResponses sealed, Uuids ids, String software) {
        this.work = work;
        this.bases = insights.bases();
        this.sealed = sealed;
        this.ids = ids;
        this.software = software;
    }

    /**
     * Computes an insight and keeps it. Needs {@link Permission#INSIGHT_KEEP}. It is made of the responses that history
     * has sealed; what waits is sealed first.
     *
     * @param selection its time may be left out, for now
     * @throws Problem {@link ErrorCode#NOT_FOUND} when the workspace has no such campaign, {@link ErrorCode#STATE} when
     *     there are no figures to keep, {@link ErrorCode#MALFORMED_PARAMETER} for a time that has not come,
     *     {@link ErrorCode#OVERLOADED}
     */
    public KeptInsight keep(
            Caller caller, WorkspaceId workspace, CampaignId campaign, InsightMethod method, Selection selection) {
        caller.require(workspace, Permission.INSIGHT_KEEP, campaign);
        bases.version(workspace, campaign);
        sealed.sealNow(Bases.product(workspace), workspace);
        return withRoom(() -> work.change(caller, workspace, Permission.INSIGHT_KEEP, campaign, tx -> {
            Instant asOf = selection.asOf().orElse(tx.now());
            if (asOf.isAfter(tx.now())) {
                throw new Problem(ErrorCode.MALFORMED_PARAMETER, "asOf", asOf);
            }
            Moment moment = new Moment(asOf, PastStates.present(tx).upTo());
            Computed computed = compute(workspace, campaign, method, selection.asOf(Optional.of(asOf)), moment);
            computed.insight().reason().ifPresent(reason -> {
                throw new Problem(ErrorCode.STATE, reason.name());
            });
            KeptDocument document = new KeptDocument(
                    new KeptInsightId(ids.next()),
                    campaign,
                    computed.basis().version().key(),
                    computed.basis().version().number(),
                    computed.insight(),
                    new KeptInsight.Parameters(
                            Analysis.CONFIDENCE,
                            computed.basis().minimumGroup(),
                            computed.basis().categories()),
                    computed.source(),
                    software);
            long sequence = tx.recordNumbered(Change.created("insight.kept", "insight/" + document.id(), document));
            KeptRows.insert(tx, document.id(), campaign, sequence);
            return read(tx, sequence);
        }));
    }

    private record Computed(Basis basis, Insight insight, KeptInsight.Source source) {}

    private Computed compute(
            WorkspaceId workspace, CampaignId campaign, InsightMethod method, Selection selection, Moment moment) {
        Basis basis = bases.of(workspace, campaign, Optional.of(moment));
        List<Computation> attempts = new ArrayList<>();
        SealedSelection read = sealed.vectors(
                Bases.product(workspace), workspace, campaign, selection.responses(), moment.upTo(), () -> {
                    Computation attempt = basis.computation(method);
                    attempts.add(attempt);
                    return attempt::add;
                });
        Computation last = attempts.get(attempts.size() - 1);
        return new Computed(
                basis,
                last.insight(selection, basis.rules(), basis.simulated()),
                new KeptInsight.Source(moment.upTo(), read.root(), read.responses(), read.unsealed()));
    }

    /**
     * One kept insight. Needs {@link Permission#RESPONSE_READ}, as every figure of the past does.
     *
     * @throws Problem {@link ErrorCode#NOT_FOUND} when the workspace has none of that name
     */
    public KeptInsight get(Caller caller, WorkspaceId workspace, KeptInsightId id) {
        return work.readOfSome(caller, workspace, Permission.RESPONSE_READ, tx -> find(tx, id));
    }

    private static KeptInsight find(Tx tx, KeptInsightId id) {
        KeptInsight kept = read(tx, KeptRows.find(tx, id).orElseThrow(() -> new Problem(ErrorCode.NOT_FOUND)));
        tx.caller().require(tx.workspace(), Permission.RESPONSE_READ, kept.campaign());
        return kept;
    }

    private static KeptInsight read(Tx tx, long sequence) {
        return PastStates.entry(tx, sequence)
                .map(KeptDocument::read)
                .orElseThrow(() -> new Problem(ErrorCode.HISTORY_BROKEN, sequence));
    }

    /**
     * Kept insights of campaigns that the caller may see, the newest first. Needs {@link Permission#RESPONSE_READ}.
     *
     * @param campaign only those of one
     * @param before sequence that the page before ended with
     * @param limit 1 to {@value #LARGEST_PAGE}
     */
    public List<KeptInsight> list(
            Caller caller, WorkspaceId workspace, Optional<CampaignId> campaign, Optional<Long> before, int limit) {
        if (limit < 1 || limit > LARGEST_PAGE) {
            throw new Problem(ErrorCode.MALFORMED_PARAMETER, "limit", limit);
        }
        campaign.ifPresent(id -> caller.require(workspace, Permission.RESPONSE_READ, id));
        return work.readOfSome(caller, workspace, Permission.RESPONSE_READ, tx -> KeptRows.list(
                        tx,
                        campaign,
                        caller.bounds(workspace, Permission.RESPONSE_READ),
                        before.orElse(Long.MAX_VALUE),
                        limit)
                .stream()
                .map(sequence -> read(tx, sequence))
                .toList());
    }

    /**
     * Computes a kept insight again: of the same responses, with what it was computed with. Needs
     * {@link Permission#RESPONSE_READ}.
     *
     * @throws Problem {@link ErrorCode#NOT_FOUND}, {@link ErrorCode#OVERLOADED}
     */
    public Recomputation recompute(Caller caller, WorkspaceId workspace, KeptInsightId id) {
        caller.requireWithSome(workspace, Permission.RESPONSE_READ);
        return withRoom(() -> work.readOfSome(caller, workspace, Permission.RESPONSE_READ, tx -> {
            KeptInsight kept = find(tx, id);
            Computed now = compute(
                    workspace,
                    kept.campaign(),
                    kept.insight().method(),
                    kept.insight().selection(),
                    new Moment(kept.asOf(), kept.source().upTo()));
            boolean equal =
                    kept.insight().saysTheSame(now.insight()) && kept.source().equals(now.source());
            return new Recomputation(
                    kept, equal, now.insight(), now.source(), software, equal ? List.of() : causes(tx, kept, now));
        }));
    }

    private static List<Cause> causes(Tx tx, KeptInsight kept, Computed now) {
        List<Cause> causes = new ArrayList<>();
        if (!kept.insight().methodVersion().equals(now.insight().methodVersion())) {
            causes.add(Cause.of(
                    Cause.Kind.METHOD_VERSION,
                    kept.insight().methodVersion(),
                    now.insight().methodVersion()));
        }
        if (kept.questionnaireVersion() != now.basis().version().number()) {
            causes.add(Cause.of(
                    Cause.Kind.QUESTIONNAIRE_VERSION,
                    Integer.toString(kept.questionnaireVersion()),
                    Integer.toString(now.basis().version().number())));
        }
        if (!kept.source().equals(now.source())) {
            List<Cause.Reference> undone = overtaken(tx, "import.undone", kept);
            List<Cause.Reference> corrected = overtaken(tx, "response.corrected", kept);
            Cause.Kind kind = corrected.isEmpty() ? Cause.Kind.RESPONSES_ALTERED : Cause.Kind.CORRECTED_RESPONSES;
            causes.add(new Cause(
                    undone.isEmpty() ? kind : Cause.Kind.UNDONE_RESPONSES,
                    OptionalLong.of(
                            Math.abs(kept.source().responses() - now.source().responses())),
                    Optional.empty(),
                    undone.isEmpty() ? corrected : undone,
                    List.of()));
        }
        if (causes.isEmpty()) {
            causes.add(Cause.of(Cause.Kind.UNEXPLAINED));
        }
        return causes;
    }

    private static List<Cause.Reference> overtaken(Tx tx, String action, KeptInsight kept) {
        return PastStates.overtaken(tx, action, kept.asOf(), kept.source().upTo()).stream()
                .map(Cause.Reference::to)
                .toList();
    }

    private <T> T withRoom(Supplier<T> body) {
        if (!room.tryAcquire()) {
            throw new Problem(ErrorCode.OVERLOADED, RETRY_SECONDS);
        }
        try {
            return body.get();
        } finally {
            room.release();
        }
    }
}
