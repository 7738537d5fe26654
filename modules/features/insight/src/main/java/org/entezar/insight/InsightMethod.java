package org.entezar.insight;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Problem;

/** A published method that can be applied to the responses of a campaign. */
public enum InsightMethod {
    /** Perception against expectation by item, category and overall. */
    SERVQUAL("1"),
    /** Perception against the zone between minimum and desired. */
    ZONE("1"),
    /** Classes of expectation from functional and dysfunctional answers. */
    KANO("1"),
    /** Net promoter score. */
    NPS("1"),
    /** Share of the two highest steps of satisfaction. */
    CSAT("1"),
    /** Customer effort score. */
    CES("1");

    private final String version;

    InsightMethod(String version) {
        this.version = version;
    }

    /** The name in addresses: {@code servqual}. */
    @JsonValue
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Changes whenever the same answers would give other figures. */
    public String version() {
        return version;
    }

    /**
     * The method of that name.
     *
     * @throws Problem {@link ErrorCode#NOT_FOUND} when there is none
     */
    public static InsightMethod of(String key) {
        return Arrays.stream(values())
                .filter(method -> method.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new Problem(ErrorCode.NOT_FOUND));
    }
}
