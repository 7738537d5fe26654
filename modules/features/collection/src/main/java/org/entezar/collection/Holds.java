package org.entezar.collection;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entezar.collection.internal.campaign.CampaignStore;
import org.entezar.collection.internal.retention.HoldRows;
import org.entezar.kernel.Caller;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Permission;
import org.entezar.kernel.Problem;
import org.entezar.kernel.Uuids;
import org.entezar.kernel.WorkspaceId;
import org.entezar.platform.history.Change;
import org.entezar.platform.tenancy.Tx;
import org.entezar.platform.tenancy.Work;

/** Holds, which stop everything that erases. All need {@link Permission#DATA_GOVERN}; placing and ending are entries. */
public final class Holds {

    private static final int LONGEST_REASON = 1_000;

    private final Work work;
    private final Uuids ids;

    Holds(Work work, Uuids ids) {
        this.work = work;
        this.ids = ids;
    }

    /** All, those that stand first and the newest of them before. */
    public List<Hold> list(Caller caller, WorkspaceId workspace) {
        return work.read(caller, workspace, Permission.DATA_GOVERN, HoldRows::all);
    }

    /**
     * Places one.
     *
     * @param campaign what it covers; the whole workspace when empty
     * @throws Problem {@link ErrorCode#MALFORMED_PARAMETER} without a reason of at most 1,000 characters,
     *     {@link ErrorCode#NOT_FOUND} when there is no such campaign
     */
    public Hold place(Caller caller, WorkspaceId workspace, Optional<CampaignId> campaign, String reason) {
        caller.require(workspace, Permission.DATA_GOVERN);
        requireReason(reason);
        return work.change(caller, workspace, Permission.DATA_GOVERN, tx -> {
            campaign.ifPresent(id -> CampaignStore.require(tx, id));
            Hold hold = new Hold(
                    new HoldId(ids.next()), campaign, reason.strip(), caller.displayName(), tx.now(), Optional.empty());
            HoldRows.insert(tx, hold);
            tx.record(Change.created("hold.placed", "hold/" + hold.id(), told(hold)), hold.reason());
            return hold;
        });
    }

    /**
     * Ends one.
     *
     * @throws Problem {@link ErrorCode#NOT_FOUND}, {@link ErrorCode#STATE} when it has ended,
     *     {@link ErrorCode#MALFORMED_PARAMETER} without a reason
     */
    public Hold release(Caller caller, WorkspaceId workspace, HoldId id, String reason) {
        caller.require(workspace, Permission.DATA_GOVERN);
        requireReason(reason);
        return work.change(caller, workspace, Permission.DATA_GOVERN, tx -> {
            Hold hold = HoldRows.find(tx, id).orElseThrow(() -> new Problem(ErrorCode.NOT_FOUND));
            if (!hold.stands()) {
                throw new Problem(ErrorCode.STATE, "RELEASED");
            }
            Hold ended = HoldRows.release(tx, hold, reason.strip());
            tx.record(Change.ended("hold.released", "hold/" + id, told(hold)), reason.strip());
            return ended;
        });
    }

    /**
     * Passes when nothing is held in the workspace, as before it is deleted. Needs {@link Permission#DATA_GOVERN}.
     *
     * @throws Problem {@link ErrorCode#ON_HOLD} with the reason of the newest hold
     */
    public void requireNone(Caller caller, WorkspaceId workspace) {
        list(caller, workspace).stream().filter(Hold::stands).findFirst().ifPresent(Holds::refuse);
    }

    /**
     * Passes when nothing is held that an erasure beside responses would touch. Needs {@link Permission#PERSON_ERASE}.
     *
     * @param campaign that what is erased belongs to; only a hold on the whole workspace covers what belongs to none
     * @throws Problem {@link ErrorCode#ON_HOLD} with the reason of the hold
     */
    public void requireNone(Caller caller, WorkspaceId workspace, Optional<CampaignId> campaign) {
        work.read(caller, workspace, Permission.PERSON_ERASE, HoldRows::standing).stream()
                .filter(hold ->
                        campaign.map(hold::covers).orElse(hold.campaign().isEmpty()))
                .findFirst()
                .ifPresent(Holds::refuse);
    }

    /** Passes when no hold covers any of the campaigns. */
    static void requireNone(Tx tx, java.util.Collection<CampaignId> campaigns) {
        HoldRows.standing(tx).stream()
                .filter(hold -> campaigns.stream().anyMatch(hold::covers))
                .findFirst()
                .ifPresent(Holds::refuse);
    }

    private static void refuse(Hold hold) {
        throw new Problem(ErrorCode.ON_HOLD, hold.reason());
    }

    private static void requireReason(String reason) {
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw new Problem(ErrorCode.MALFORMED_PARAMETER, "reason", "");
        }
    }

    private static Map<String, Object> told(Hold hold) {
        Map<String, Object> told = new LinkedHashMap<>();
        hold.campaign().ifPresent(campaign -> told.put("campaign", campaign));
        told.put("reason", hold.reason());
        return told;
    }
}
