package org.entezar.collection;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A response as it is handed in.
 *
 * @param person how the workspace names who answers, such as a customer's number; kept so that the person's responses
 *     can be found by it and by nothing else, and never shown
 * @param id the client's own id; the same id again is the same response
 * @param submittedAt when the person answered; empty for now
 * @param language BCP 47 tag in which it was answered; one of the questionnaire's
 * @param context what is known about the occasion, such as {@code site} and {@code segment}; bounded, never a name
 * @param answers item's key to answer: an object of facet and point for a rating, else a string, number, boolean or
 *     array of options
 */
public record NewResponse(
        Optional<String> person,
        Optional<ResponseId> id,
        Optional<Instant> submittedAt,
        Optional<String> language,
        Map<String, String> context,
        Map<String, JsonNode> answers) {

    public NewResponse {
        Map<String, String> known = new LinkedHashMap<>(context);
        known.values().removeIf(Objects::isNull);
        context = Collections.unmodifiableMap(known);
        answers = Collections.unmodifiableMap(new LinkedHashMap<>(answers));
    }

    @JsonCreator
    static NewResponse read(
            @JsonProperty("person") Optional<String> person,
            @JsonProperty("id") Optional<ResponseId> id,
            @JsonProperty("submittedAt") Optional<Instant> submittedAt,
            @JsonProperty("language") Optional<String> language,
            @JsonProperty("context") Optional<Map<String, String>> context,
            @JsonProperty("answers") Optional<Map<String, JsonNode>> answers) {
        return new NewResponse(person, id, submittedAt, language, context.orElse(Map.of()), answers.orElse(Map.of()));
    }

    /** A response of which nobody says who gave it. */
    public NewResponse(
            Optional<ResponseId> id,
            Optional<Instant> submittedAt,
            Optional<String> language,
            Map<String, String> context,
            Map<String, JsonNode> answers) {
        this(Optional.empty(), id, submittedAt, language, context, answers);
    }

    /** The same, given by this person. */
    public NewResponse by(String reference) {
        return new NewResponse(Optional.of(reference), id, submittedAt, language, context, answers);
    }

    /** A response with answers alone, given now. */
    public static NewResponse of(Map<String, JsonNode> answers) {
        return new NewResponse(Optional.empty(), Optional.empty(), Optional.empty(), Map.of(), answers);
    }
}
