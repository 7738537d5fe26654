package org.entezar.collection.internal.response;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.entezar.collection.ResponseOrder;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Problem;
import org.entezar.kernel.Uuids;

/**
 * Where a response stands in an ordered list.
 *
 * @param submitted its time in milliseconds
 * @param id its id
 * @param key what the list is ordered by before the time; empty when by nothing else
 * @param number whether the key is a number
 */
record ListPlace(long submitted, UUID id, String key, boolean number) {

    /** As it stands in addresses. */
    String written() {
        String text = submitted + "." + id + "." + key;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * What was written.
     *
     * @throws Problem {@link ErrorCode#MALFORMED_PARAMETER} for anything else, such as the place in a list of another
     *     order
     */
    static ListPlace read(String written, ResponseOrder.By by) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(written), StandardCharsets.UTF_8);
            String[] parts = text.split("\\.", 3);
            boolean number = by == ResponseOrder.By.ANSWER;
            if (number) {
                Integer.parseInt(parts[2]);
            }
            return new ListPlace(Long.parseLong(parts[0]), Uuids.parse(parts[1]), parts[2].replace("\0", ""), number);
        } catch (IllegalArgumentException | IndexOutOfBoundsException | Problem malformed) {
            throw new Problem(ErrorCode.MALFORMED_PARAMETER, "after", written);
        }
    }

    /** What stands for the question marks of a comparison. */
    List<Object> values(boolean keyed) {
        if (!keyed) {
            return List.of(submitted, id);
        }
        return List.of(number ? (Object) Integer.valueOf(key) : key, submitted, id);
    }
}
