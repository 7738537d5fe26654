package org.entezar.collection;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;
import org.entezar.kernel.Shareable;
import org.entezar.kernel.Uuids;

/** Names one campaign of a workspace. */
public record CampaignId(UUID value) implements Shareable {

    /**
     * Reads the canonical text form.
     *
     * @throws org.entezar.kernel.Problem {@link org.entezar.kernel.ErrorCode#MALFORMED_ID} when the text is not a UUID
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static CampaignId parse(String text) {
        return new CampaignId(Uuids.parse(text));
    }

    @Override
    @JsonValue
    public String toString() {
        return value.toString();
    }
}
