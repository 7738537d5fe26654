package org.entezar.insight;

import java.time.Instant;
import java.util.List;
import org.entezar.collection.CampaignId;
import org.entezar.questionnaire.Category;

/**
 * An insight that somebody kept, with all that is needed to compute it again. It is an entry of history and cannot be
 * changed or removed.
 *
 * @param id names it
 * @param campaign whose responses it is made of
 * @param questionnaire key of what the campaign asks
 * @param questionnaireVersion version of that
 * @param insight method, version, selection with its time, figures
 * @param parameters what it was computed with
 * @param source the exact responses
 * @param software version of the product that computed it
 * @param kept the entry: who, when, and by which number it is found
 */
public record KeptInsight(
        KeptInsightId id,
        CampaignId campaign,
        String questionnaire,
        int questionnaireVersion,
        Insight insight,
        Parameters parameters,
        Source source,
        String software,
        Cause.Reference kept) {

    /**
     * What an insight is computed with.
     *
     * @param confidence level of every interval
     * @param minimumGroup respondents that a group needs to be shown
     * @param categories the workspace's tree with its points
     */
    public record Parameters(double confidence, int minimumGroup, List<Category> categories) {
        public Parameters {
            categories = List.copyOf(categories);
        }
    }

    /**
     * The responses that an insight is made of: those of the selection that history had sealed.
     *
     * @param upTo last sequence of history that counted
     * @param root of the Merkle tree (RFC 6962) over their leaves in the order of their ids, in hexadecimal digits
     * @param responses how many
     * @param unsealed stored, but not sealed by then, and not counted
     */
    public record Source(long upTo, String root, long responses, long unsealed) {}

    /** The time of which the figures are. */
    public Instant asOf() {
        return insight.selection().asOf().orElseThrow();
    }
}
