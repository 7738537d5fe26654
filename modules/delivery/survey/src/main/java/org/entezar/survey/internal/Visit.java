package org.entezar.survey.internal;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * One person's way through a questionnaire, carried from page to page in the page itself: the server keeps nothing.
 *
 * @param response id of the response that this becomes, made with the first page, so that sending twice counts once
 * @param campaign the campaign it belongs to
 * @param page index of the page shown
 * @param furthest index of the furthest page seen
 * @param revealed keys of the conditional items that this page shows
 * @param answers given on other pages
 * @param context what the link said about the occasion
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record Visit(
        @JsonProperty("r") UUID response,
        @JsonProperty("c") UUID campaign,

        @JsonProperty("p") @JsonInclude(JsonInclude.Include.NON_DEFAULT)
        int page,

        @JsonProperty("f") @JsonInclude(JsonInclude.Include.NON_DEFAULT)
        int furthest,

        @JsonProperty("s") List<String> revealed,
        @JsonProperty("a") Map<String, JsonNode> answers,
        @JsonProperty("x") Map<String, String> context) {

    Visit {
        revealed = revealed == null ? List.of() : List.copyOf(revealed);
        answers = answers == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(answers));
        context = context == null ? Map.of() : Map.copyOf(context);
    }

    static Visit begin(UUID response, UUID campaign, Map<String, String> context) {
        return new Visit(response, campaign, 0, 0, List.of(), Map.of(), context);
    }

    Visit at(int place, List<String> shown, Map<String, JsonNode> others) {
        return new Visit(response, campaign, place, Math.max(furthest, place), shown, others, context);
    }
}
