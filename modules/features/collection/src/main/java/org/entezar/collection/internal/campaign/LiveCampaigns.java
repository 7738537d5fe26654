package org.entezar.collection.internal.campaign;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;
import org.entezar.collection.CampaignId;
import org.entezar.collection.internal.answers.AnswerRules;
import org.entezar.kernel.Caller;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Permission;
import org.entezar.kernel.Problem;
import org.entezar.kernel.WorkspaceId;
import org.entezar.platform.tenancy.Work;

/**
 * Campaigns as the hot paths need them, kept in memory for a moment: a change made through this server is seen at once,
 * one made through another within {@link #FRESH}. The rules of a version never change and stay as long as there is room.
 */
public final class LiveCampaigns {

    /** How long a campaign or link may be used without asking the database again. */
    static final Duration FRESH = Duration.ofSeconds(2);

    private static final String PART = "collection";

    private final Work work;
    private final PublishedDocuments documents;
    private final Cache<Key, LiveCampaign> campaigns =
            Caffeine.newBuilder().maximumSize(5_000).expireAfterWrite(FRESH).build();
    private final Cache<VersionKey, AnswerRules> rules =
            Caffeine.newBuilder().maximumSize(1_000).build();
    private final Cache<String, Optional<CampaignStore.Target>> links =
            Caffeine.newBuilder().maximumSize(20_000).expireAfterWrite(FRESH).build();

    /**
     * A campaign with the rules for its answers.
     *
     * @param campaign the row
     * @param rules what answers are held to
     */
    public record LiveCampaign(CampaignRow campaign, AnswerRules rules) {}

    private record Key(WorkspaceId workspace, CampaignId campaign) {}

    private record VersionKey(WorkspaceId workspace, String questionnaire, int version) {}

    public LiveCampaigns(Work work, PublishedDocuments documents) {
        this.work = work;
        this.documents = documents;
    }

    /**
     * The campaign.
     *
     * @throws Problem {@link ErrorCode#NOT_FOUND} when the workspace has no such campaign
     */
    public LiveCampaign get(WorkspaceId workspace, CampaignId id) {
        Key key = new Key(workspace, id);
        LiveCampaign known = campaigns.getIfPresent(key);
        if (known != null) {
            return known;
        }
        CampaignRow row = work.read(
                Caller.product(PART, workspace), workspace, Permission.CAMPAIGN_READ, tx -> CampaignStore.find(tx, id)
                        .orElseThrow(() -> new Problem(ErrorCode.NOT_FOUND)));
        LiveCampaign loaded = new LiveCampaign(row, rules(workspace, row.questionnaire(), row.version()));
        campaigns.put(key, loaded);
        return loaded;
    }

    public AnswerRules rules(WorkspaceId workspace, String questionnaire, int version) {
        VersionKey key = new VersionKey(workspace, questionnaire, version);
        AnswerRules known = rules.getIfPresent(key);
        if (known == null) {
            known = new AnswerRules(documents.document(workspace, questionnaire, version));
            rules.put(key, known);
        }
        return known;
    }

    /** Where the link leads. */
    public Optional<CampaignStore.Target> target(String token) {
        if (!Tokens.plausible(token)) {
            return Optional.empty();
        }
        Optional<CampaignStore.Target> known = links.getIfPresent(token);
        if (known == null) {
            known = work.global(handle -> CampaignStore.target(handle, token));
            links.put(token, known);
        }
        return known;
    }

    /** Forgets versions of a questionnaire that were seen in a transaction which was then rolled back. */
    public void forgetVersions(WorkspaceId workspace, String questionnaire) {
        rules.asMap()
                .keySet()
                .removeIf(key ->
                        key.workspace().equals(workspace) && key.questionnaire().equals(questionnaire));
    }

    /** Forgets the campaign after it was changed. */
    public void forget(WorkspaceId workspace, CampaignId id) {
        campaigns.invalidate(new Key(workspace, id));
    }
}
