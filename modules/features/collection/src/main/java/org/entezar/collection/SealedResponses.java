package org.entezar.collection;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.entezar.collection.internal.campaign.CampaignStore;
import org.entezar.collection.internal.campaign.LiveCampaigns;
import org.entezar.collection.internal.response.VectorComparison;
import org.entezar.collection.internal.sealing.BatchReader;
import org.entezar.collection.internal.sealing.ResponseSealer;
import org.entezar.collection.internal.sealing.SelectionTree;
import org.entezar.evidence.Hash;
import org.entezar.kernel.Caller;
import org.entezar.kernel.Permission;
import org.entezar.kernel.WorkspaceId;
import org.entezar.platform.tenancy.Tx;
import org.entezar.platform.tenancy.Work;

/** Responses as history holds them: sealed in batches, each response a leaf. */
public final class SealedResponses {

    private final Work work;
    private final ResponseSealer sealer;
    private final LiveCampaigns live;
    private final PersonalKeys keys;

    SealedResponses(Work work, ResponseSealer sealer, LiveCampaigns live, PersonalKeys keys) {
        this.work = work;
        this.sealer = sealer;
        this.live = live;
        this.keys = keys;
    }

    /**
     * How many responses a workspace has in history.
     *
     * @param sealed under an entry
     * @param unsealed stored, and waiting for a few seconds at most
     */
    public record Counts(long sealed, long unsealed) {}

    /**
     * Where a response stands.
     *
     * @param receivedAt when it was received
     * @param submittedAt when it was submitted
     * @param marks what sets it apart
     * @param supersedes the response that it corrects
     * @param supersededBy the response that corrects it
     * @param withdrawnAt since when it counts no more
     * @param batch the batch that seals it; empty while it waits
     */
    public record Place(
            Instant receivedAt,
            Instant submittedAt,
            List<ResponseMark> marks,
            Optional<ResponseId> supersedes,
            Optional<ResponseId> supersededBy,
            Optional<Instant> withdrawnAt,
            Optional<InBatch> batch) {
        public Place {
            marks = List.copyOf(marks);
        }
    }

    /**
     * A leaf's place in its batch.
     *
     * @param sequence of the entry that seals the batch
     * @param index from 0
     * @param leaves of the whole batch
     */
    public record InBatch(long sequence, int index, List<Hash> leaves) {
        public InBatch {
            leaves = List.copyOf(leaves);
        }
    }

    /**
     * A batch and what is stored now of its responses.
     *
     * @param sequence of the entry that seals it
     * @param ids of its responses
     * @param leaves as they were sealed
     * @param forms the canonical form of each as it is stored now; empty where nothing is stored any more
     * @param withdrawn when each was withdrawn, empty where it counts
     */
    public record SealedBatch(
            long sequence,
            List<UUID> ids,
            List<Hash> leaves,
            List<Optional<String>> forms,
            List<Optional<Instant>> withdrawn) {
        public SealedBatch {
            ids = List.copyOf(ids);
            leaves = List.copyOf(leaves);
            forms = List.copyOf(forms);
            withdrawn = List.copyOf(withdrawn);
        }
    }

    /** Counts. Needs {@link Permission#HISTORY_READ}. */
    public Counts counts(Caller caller, WorkspaceId workspace) {
        return work.read(caller, workspace, Permission.HISTORY_READ, BatchReader::counts);
    }

    /** How many responses the batches of these entries seal. Needs {@link Permission#HISTORY_READ}. */
    public long count(Caller caller, WorkspaceId workspace, long from, long to) {
        return work.read(caller, workspace, Permission.HISTORY_READ, tx -> BatchReader.count(tx, from, to));
    }

    /** Where the response stands, if it is there. Needs {@link Permission#HISTORY_READ}. */
    public Optional<Place> place(Caller caller, WorkspaceId workspace, ResponseId response) {
        return work.read(caller, workspace, Permission.HISTORY_READ, tx -> BatchReader.place(tx, response));
    }

    /**
     * Seals at once what waits, as before an export. Needs {@link Permission#HISTORY_READ}: it adds nothing but the
     * proof of what is there.
     *
     * @return how many responses were sealed
     */
    public long sealNow(Caller caller, WorkspaceId workspace) {
        caller.require(workspace, Permission.HISTORY_READ);
        return sealer.seal(workspace);
    }

    /**
     * Streams the vectors of those responses of a selection that history had sealed, in no particular order, and names
     * exactly which they were. Needs {@link Permission#INSIGHT_READ}. The same time and sequence give the same responses
     * for ever, whatever was being written at that time, unless some of them were being taken back just then.
     *
     * @param selection with the time of which the responses are wanted
     * @param upTo last sequence whose seals count
     * @param visitors asked for one that has seen nothing each time that the reading begins: it begins anew when
     *     something was written meanwhile
     * @throws org.entezar.kernel.Problem {@link org.entezar.kernel.ErrorCode#OVERLOADED} when it never comes to an end
     */
    public SealedSelection vectors(
            Caller caller,
            WorkspaceId workspace,
            CampaignId campaign,
            ResponseSelection selection,
            long upTo,
            Supplier<VectorVisitor> visitors) {
        return work.read(caller, workspace, Permission.INSIGHT_READ, campaign, tx -> {
            CampaignStore.require(tx, campaign);
            return SelectionTree.read(tx, campaign, selection, upTo, visitors);
        });
    }

    /**
     * Hands out batches with the stored forms of their responses, in the order of their entries, one in memory at a
     * time. Needs {@link Permission#RESPONSE_READ}.
     *
     * @param from first sequence
     * @param to last sequence
     */
    public void batches(Caller caller, WorkspaceId workspace, long from, long to, Consumer<SealedBatch> reader) {
        caller.require(workspace, Permission.RESPONSE_READ);
        long after = from - 1;
        while (true) {
            long last = after;
            Optional<SealedBatch> next =
                    work.read(caller, workspace, Permission.RESPONSE_READ, tx -> BatchReader.next(tx, last, to));
            if (next.isEmpty()) {
                return;
            }
            reader.accept(next.get());
            after = next.get().sequence();
        }
    }

    /**
     * Forms of responses that are stored but neither sealed nor waiting: nobody handed them in through this product.
     * Needs {@link Permission#RESPONSE_READ}.
     *
     * @param most how many are handed out at most
     */
    public List<String> strays(Caller caller, WorkspaceId workspace, int most) {
        return work.read(caller, workspace, Permission.RESPONSE_READ, (Tx tx) -> BatchReader.strays(tx, most));
    }

    /**
     * Compares the table that figures are read from with the documents of all responses, which are what is sealed. Reads
     * all of a workspace: for a job. Needs {@link Permission#RESPONSE_READ}.
     *
     * @param most how many faults are named at most
     */
    public VectorCheck compareVectors(Caller caller, WorkspaceId workspace, int most) {
        return work.read(
                caller,
                workspace,
                Permission.RESPONSE_READ,
                tx -> VectorComparison.run(
                        tx, keys, campaign -> live.get(workspace, campaign).rules(), most));
    }

    /** Takes up what waited when a server ended, in these workspaces. For the product's start, never for a request. */
    public void recover(Iterable<WorkspaceId> workspaces) {
        workspaces.forEach(sealer::note);
    }
}
