package org.entezar.collection.internal.response;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.Set;
import org.entezar.collection.PersonalKeys;
import org.entezar.collection.ResponseId;
import org.entezar.kernel.WorkspaceId;

/**
 * A response on its way in, with what is somebody's own sealed.
 *
 * @param answers as they are stored
 * @param personal empty when nobody wrote in own words or said who answered
 */
public record PersonalSealing(ObjectNode answers, Optional<Personal> personal) {

    /**
     * Seals.
     *
     * @param items whose answers are in own words
     * @param person how the workspace names who answered
     */
    public static PersonalSealing of(
            PersonalKeys keys,
            WorkspaceId workspace,
            ResponseId id,
            ObjectNode answers,
            Set<String> items,
            Optional<String> person) {
        if (person.isEmpty() && items.stream().noneMatch(answers::has)) {
            return new PersonalSealing(answers, Optional.empty());
        }
        PersonalKeys.Sealed sealed = keys.seal(id, answers, items);
        return new PersonalSealing(
                sealed.answers(),
                Optional.of(new Personal(
                        keys, answers, sealed.key(), person.map(reference -> keys.finder(workspace, reference)))));
    }
}
