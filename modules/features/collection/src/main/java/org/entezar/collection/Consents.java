package org.entezar.collection;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.entezar.collection.internal.campaign.LiveCampaigns;
import org.entezar.collection.internal.campaign.LiveCampaigns.LiveCampaign;
import org.entezar.collection.internal.response.ConsentRows;
import org.entezar.kernel.Caller;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Permission;
import org.entezar.kernel.Problem;
import org.entezar.kernel.WorkspaceId;
import org.entezar.platform.history.Change;
import org.entezar.platform.tenancy.Work;
import org.entezar.questionnaire.Item;
import org.entezar.questionnaire.ItemType;
import org.entezar.questionnaire.Questionnaire;

/**
 * What people agreed to. The record of a consent is the response itself, which is sealed: it names the version whose text
 * was shown and the language in which it was. A withdrawal is added to it and takes nothing away.
 */
public final class Consents {

    private static final int LONGEST_REASON = 1_000;

    private final Work work;
    private final LiveCampaigns live;

    Consents(Work work, LiveCampaigns live) {
        this.work = work;
        this.live = live;
    }

    /** How many agreed to which text in a campaign. Needs {@link Permission#RESPONSE_READ}. */
    public List<ConsentCount> of(Caller caller, WorkspaceId workspace, CampaignId campaign) {
        caller.require(workspace, Permission.RESPONSE_READ, campaign);
        LiveCampaign target = live.get(workspace, campaign);
        Questionnaire document = target.rules().questionnaire();
        return work.read(caller, workspace, Permission.RESPONSE_READ, campaign, tx -> {
            List<ConsentCount> counts = new ArrayList<>();
            for (Item item : items(document)) {
                for (ConsentRows.Group group : ConsentRows.groups(tx, campaign, item.key())) {
                    String language =
                            group.language().orElse(document.languages().get(0));
                    counts.add(new ConsentCount(
                            item.key(),
                            text(document, item, language),
                            language,
                            target.campaign().version(),
                            group.agreed(),
                            group.withdrawn()));
                }
            }
            return counts;
        });
    }

    static List<Item> items(Questionnaire document) {
        return document.items().filter(item -> item.type() == ItemType.CONSENT).toList();
    }

    static String text(Questionnaire document, Item item, String language) {
        return item.text().best(language, document.languages().get(0));
    }

    /**
     * Notes that a person takes a consent back. Needs {@link Permission#PERSON_ERASE}.
     *
     * @param reason why, for history
     * @throws Problem {@link ErrorCode#NOT_FOUND} when the response agreed to nothing of that name,
     *     {@link ErrorCode#STATE} when it was withdrawn before, {@link ErrorCode#MALFORMED_PARAMETER} without a reason
     */
    public void withdraw(Caller caller, WorkspaceId workspace, ResponseId response, String item, String reason) {
        caller.require(workspace, Permission.PERSON_ERASE);
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw new Problem(ErrorCode.MALFORMED_PARAMETER, "reason", "");
        }
        work.change(caller, workspace, Permission.PERSON_ERASE, tx -> {
            CampaignId campaign =
                    ConsentRows.campaign(tx, response).orElseThrow(() -> new Problem(ErrorCode.NOT_FOUND));
            boolean asked = items(live.get(workspace, campaign).rules().questionnaire()).stream()
                    .anyMatch(consent -> consent.key().equals(item));
            if (!asked || !ConsentRows.agreed(tx, response, item)) {
                throw new Problem(ErrorCode.NOT_FOUND, item);
            }
            if (!ConsentRows.withdraw(tx, response, item, reason.strip())) {
                throw new Problem(ErrorCode.STATE, "WITHDRAWN");
            }
            tx.record(
                    Change.created(
                            "consent.withdrawn", "response/" + response, Map.of("item", item, "campaign", campaign)),
                    reason.strip());
            return item;
        });
    }
}
