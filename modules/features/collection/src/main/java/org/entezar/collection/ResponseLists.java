package org.entezar.collection;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entezar.collection.internal.campaign.CampaignRow;
import org.entezar.collection.internal.campaign.CampaignStore;
import org.entezar.collection.internal.campaign.LiveCampaigns;
import org.entezar.collection.internal.response.FilterTerms;
import org.entezar.collection.internal.response.PersonRows;
import org.entezar.collection.internal.response.ResponseReader;
import org.entezar.collection.internal.response.SliceReader;
import org.entezar.kernel.Caller;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Permission;
import org.entezar.kernel.Problem;
import org.entezar.kernel.WorkspaceId;
import org.entezar.platform.history.Looks;
import org.entezar.platform.tenancy.Work;
import org.entezar.questionnaire.Questionnaire;

/**
 * Single responses as people look through them: narrowed, ordered, part by part in either direction. All needs
 * {@link Permission#RESPONSE_READ}, and that somebody looks is noted once an hour. A list leaves words sealed; they are
 * opened in one response at a time.
 */
public final class ResponseLists {

    /** Most responses of one part. */
    public static final int LARGEST_SLICE = 200;

    /** Beyond this many it is only said that there are more, so that no page waits for a count. */
    public static final int MOST_COUNTED = 100_000;

    private final Work work;
    private final LiveCampaigns live;
    private final PersonalKeys keys;

    ResponseLists(Work work, LiveCampaigns live, PersonalKeys keys) {
        this.work = work;
        this.live = live;
        this.keys = keys;
    }

    /**
     * Responses of one campaign.
     *
     * @param place {@link ResponseSlice#before} or {@link ResponseSlice#after} of another part, and which of them; empty
     *     for the beginning
     * @param limit 1 to {@value #LARGEST_SLICE}
     * @throws Problem {@link ErrorCode#NOT_FOUND}; {@link ErrorCode#MALFORMED_PARAMETER} for a place or an answer that
     *     there is not
     */
    public ResponseSlice of(
            Caller caller,
            WorkspaceId workspace,
            CampaignId campaign,
            ResponseConditions filter,
            ResponseOrder order,
            Optional<SlicePlace> place,
            int limit) {
        caller.require(workspace, Permission.RESPONSE_READ, campaign);
        requireLimit(limit);
        Questionnaire asked = live.get(workspace, campaign).rules().questionnaire();
        FilterTerms terms = FilterTerms.of(filter, asked);
        Looks.note(work, caller, workspace, Permission.RESPONSE_READ, "responses.read", Campaigns.subject(campaign));
        return work.read(caller, workspace, Permission.RESPONSE_READ, campaign, tx -> {
            CampaignStore.require(tx, campaign);
            return new SliceReader(terms, order, Optional.of(asked)).read(tx, List.of(campaign), place, limit);
        });
    }

    /**
     * Responses of all campaigns that the caller may see, or of some of them; without their answers.
     *
     * @param filter one without an answer
     * @param descending the latest first
     * @param among only these; all when empty
     * @param place as {@link #of}
     * @param limit as {@link #of}
     */
    public ResponseSlice ofWorkspace(
            Caller caller,
            WorkspaceId workspace,
            ResponseConditions filter,
            boolean descending,
            Set<CampaignId> among,
            Optional<SlicePlace> place,
            int limit) {
        caller.requireWithSome(workspace, Permission.RESPONSE_READ);
        requireLimit(limit);
        FilterTerms terms = FilterTerms.of(filter);
        ResponseOrder order = new ResponseOrder(ResponseOrder.By.TIME, Optional.empty(), descending);
        Looks.note(work, caller, workspace, Permission.RESPONSE_READ, "responses.listed", "responses");
        return work.readOfSome(caller, workspace, Permission.RESPONSE_READ, tx -> {
            List<CampaignId> campaigns = CampaignStore.seen(tx, Permission.RESPONSE_READ).stream()
                    .map(CampaignRow::id)
                    .filter(id -> among.isEmpty() || among.contains(id))
                    .toList();
            return new SliceReader(terms, order, Optional.empty()).read(tx, campaigns, place, limit);
        });
    }

    /**
     * By what the latest responses are told apart.
     *
     * @param campaign of which; of all that the caller may see when empty
     */
    public ResponseTraits traits(Caller caller, WorkspaceId workspace, Optional<CampaignId> campaign) {
        campaign.ifPresent(id -> caller.require(workspace, Permission.RESPONSE_READ, id));
        return work.readOfSome(
                caller,
                workspace,
                Permission.RESPONSE_READ,
                tx -> SliceReader.traits(
                        tx,
                        campaign.map(List::of).orElseGet(() -> CampaignStore.seen(tx, Permission.RESPONSE_READ).stream()
                                .map(CampaignRow::id)
                                .toList())));
    }

    /**
     * One response, with the words that can still be read.
     *
     * @throws Problem {@link ErrorCode#NOT_FOUND} when the campaign has none with that id that counts
     */
    public StoredResponse one(Caller caller, WorkspaceId workspace, CampaignId campaign, ResponseId response) {
        caller.require(workspace, Permission.RESPONSE_READ, campaign);
        CampaignRow row = live.get(workspace, campaign).campaign();
        Looks.note(work, caller, workspace, Permission.RESPONSE_READ, "responses.read", Campaigns.subject(campaign));
        return work.read(
                caller, workspace, Permission.RESPONSE_READ, campaign, tx -> ResponseReader.one(tx, keys, row, response)
                        .orElseThrow(() -> new Problem(ErrorCode.NOT_FOUND)));
    }

    /**
     * The campaign that a response was given to, whether or not it counts.
     *
     * @return empty when the workspace has no such response, or none that the caller may see
     */
    public Optional<CampaignId> campaign(Caller caller, WorkspaceId workspace, ResponseId response) {
        return work
                .readOfSome(
                        caller, workspace, Permission.RESPONSE_READ, tx -> PersonRows.campaigns(tx, List.of(response)))
                .stream()
                .filter(id -> caller.may(workspace, Permission.RESPONSE_READ, id))
                .findFirst();
    }

    private static void requireLimit(int limit) {
        if (limit < 1 || limit > LARGEST_SLICE) {
            throw new Problem(ErrorCode.MALFORMED_PARAMETER, "limit", limit);
        }
    }
}
