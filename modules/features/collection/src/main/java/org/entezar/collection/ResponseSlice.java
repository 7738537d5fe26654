package org.entezar.collection;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A part of a list of responses, as people turn its pages.
 *
 * @param responses at most as many as asked for
 * @param before what to ask for the part before this one; empty at the beginning
 * @param after what to ask for the part after this one; empty at the end
 * @param count how many there are in all, at most {@link ResponseLists#MOST_COUNTED}
 * @param more whether there are more than were counted
 */
public record ResponseSlice(
        List<Listed> responses, Optional<String> before, Optional<String> after, long count, boolean more) {

    public ResponseSlice {
        responses = List.copyOf(responses);
    }

    /**
     * A response in a list. What people wrote in their own words stays sealed.
     *
     * @param id its id
     * @param campaign the campaign that it answers
     * @param submittedAt when the person answered
     * @param language in which it was answered, when known
     * @param context what is known about the occasion
     * @param answers item's key to answer, without words; empty in a list over several campaigns
     * @param written keys of the items that were answered in own words
     */
    public record Listed(
            ResponseId id,
            CampaignId campaign,
            Instant submittedAt,
            Optional<String> language,
            Map<String, String> context,
            JsonNode answers,
            Set<String> written) {

        public Listed {
            context = Map.copyOf(context);
            written = Set.copyOf(written);
        }
    }
}
