package org.entezar.collection.internal.response;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.entezar.collection.PersonalKeys;
import org.entezar.collection.ResponseId;

/**
 * What of a response is somebody's own: its key, and by what the person is found.
 *
 * @param keys opens what was stored before
 * @param answers as they were given
 * @param key of the response, sealed
 * @param person by what the person's responses are found; empty when nobody said who answered
 */
public record Personal(
        PersonalKeys keys,
        ObjectNode answers,
        @SuppressWarnings("ArrayRecordComponent") byte[] key,
        Optional<byte[]> person) {

    /** What is stored under the id, opened, so that it can be compared with what was given. */
    ObjectNode opened(ResponseId id, ObjectNode stored, Optional<byte[]> storedKey) {
        return keys.open(id, stored, storedKey);
    }
}
