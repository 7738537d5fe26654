package org.entezar.collection;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Problem;

/** A way in which a campaign reaches people, or answers reach it. */
public enum Channel {
    LINK,
    QR,
    EMAIL,
    KIOSK,
    EMBED,
    API,
    IMPORT;

    /** The name in documents: {@code link}. */
    @JsonValue
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The channel of that key.
     *
     * @throws Problem {@link ErrorCode#NOT_AN_OPTION} when there is none
     */
    @JsonCreator
    public static Channel of(String key) {
        return Arrays.stream(values())
                .filter(channel -> channel.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new Problem(ErrorCode.NOT_AN_OPTION, key));
    }
}
