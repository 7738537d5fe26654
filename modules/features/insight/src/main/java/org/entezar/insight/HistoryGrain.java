package org.entezar.insight;

import java.util.Arrays;
import java.util.Locale;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Problem;

/** How long a period of a satisfaction history is. */
public enum HistoryGrain {
    MONTH(12),
    QUARTER(4),
    YEAR(1);

    private final int perYear;

    HistoryGrain(int perYear) {
        this.perYear = perYear;
    }

    /** Periods of a year. */
    public int perYear() {
        return perYear;
    }

    /** The name in addresses: {@code month}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * By its name in addresses.
     *
     * @throws Problem {@link ErrorCode#MALFORMED_PARAMETER}
     */
    public static HistoryGrain of(String key) {
        return Arrays.stream(values())
                .filter(grain -> grain.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new Problem(ErrorCode.MALFORMED_PARAMETER, "grain", key));
    }
}
