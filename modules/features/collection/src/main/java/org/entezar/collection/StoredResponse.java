package org.entezar.collection;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A response as it is kept.
 *
 * @param id its id
 * @param submittedAt when the person answered
 * @param receivedAt when it was stored here
 * @param language in which it was answered, when known
 * @param context what is known about the occasion
 * @param answers item's key to answer
 * @param importId the import that brought it
 * @param marks what sets it apart from one that came in its time and counts
 * @param supersedes the response that it corrects
 * @param supersededBy the response that corrects it
 * @param withdrawnAt since when it counts no more: it was corrected, or its import was taken back
 */
public record StoredResponse(
        ResponseId id,
        Instant submittedAt,
        Instant receivedAt,
        Optional<String> language,
        Map<String, String> context,
        JsonNode answers,
        Optional<ImportId> importId,
        List<ResponseMark> marks,
        Optional<ResponseId> supersedes,
        Optional<ResponseId> supersededBy,
        Optional<Instant> withdrawnAt) {

    public StoredResponse {
        context = Map.copyOf(context);
        marks = List.copyOf(marks);
    }
}
