package org.entezar.commitment;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.entezar.kernel.LocalizedText;

/**
 * What a service standard says: <i>check-in takes at most 3 min in 95 % of occasions</i>.
 *
 * @param name what it is called
 * @param category key of the category that it stands under
 * @param measure what is measured, and how
 * @param unit of the target, such as {@code min}; may be empty
 * @param direction on which side of the target is good
 * @param target the value to meet, within ±{@value #LARGEST_TARGET}
 * @param share in how many of a hundred occasions it must be met, above 0, at most 100
 * @param validFrom its first day
 * @param validUntil its last day; empty while no end is meant
 */
public record StandardTerms(
        LocalizedText name,
        String category,
        LocalizedText measure,
        String unit,
        Direction direction,
        BigDecimal target,
        BigDecimal share,
        LocalDate validFrom,
        Optional<LocalDate> validUntil)
        implements Commitment {

    /** Greatest target, on either side of nothing. */
    public static final long LARGEST_TARGET = 1_000_000_000L;

    /** Where nothing else is said, every occasion must meet it. */
    public static final BigDecimal EVERY_OCCASION = BigDecimal.valueOf(100);

    private static final int MOST_DIGITS = 40;

    /** On which side of the target is good. */
    public enum Direction {
        AT_MOST,
        AT_LEAST
    }

    public StandardTerms {
        target = plain(target);
        share = plain(share);
    }

    @JsonCreator
    static StandardTerms read(
            @JsonProperty("name") Optional<LocalizedText> name,
            @JsonProperty("category") Optional<String> category,
            @JsonProperty("measure") Optional<LocalizedText> measure,
            @JsonProperty("unit") Optional<String> unit,
            @JsonProperty("direction") Direction direction,
            @JsonProperty("target") BigDecimal target,
            @JsonProperty("share") Optional<BigDecimal> share,
            @JsonProperty("validFrom") LocalDate validFrom,
            @JsonProperty("validUntil") Optional<LocalDate> validUntil) {
        return new StandardTerms(
                name.orElse(LocalizedText.EMPTY),
                category.orElse("").strip(),
                measure.orElse(LocalizedText.EMPTY),
                unit.orElse("").strip(),
                direction,
                target,
                share.orElse(EVERY_OCCASION),
                validFrom,
                validUntil);
    }

    /** One spelling for one number, so that 3 and 3.0 are the same terms. */
    private static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        // A number such as 1e999999 would be a million digits when written out; it is refused as it is.
        return stripped.scale() < 0 && stripped.scale() > -MOST_DIGITS ? stripped.setScale(0) : stripped;
    }
}
