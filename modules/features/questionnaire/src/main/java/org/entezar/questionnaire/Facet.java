package org.entezar.questionnaire;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Problem;

/** In which sense an item is asked. One item may be asked in several facets, all on its one scale. */
public enum Facet {
    /** What the customer predicts will happen. */
    WILL,
    /** What the customer thinks ought to happen. */
    SHOULD,
    /** Expectation where the questionnaire does not tell "will" from "should". */
    EXPECTED,
    /** The lowest level that is still acceptable (adequate service). */
    MINIMUM,
    /** The level that the customer hopes for. */
    DESIRED,
    /** What the customer found. */
    PERCEIVED,
    IMPORTANCE,
    /** How the customer would feel if the feature were there (Kano). */
    FUNCTIONAL,
    /** How the customer would feel if the feature were missing (Kano). */
    DYSFUNCTIONAL;

    /** The name in documents and answers: {@code perceived}. */
    @JsonValue
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The facet of that key.
     *
     * @throws Problem {@link ErrorCode#NOT_AN_OPTION} when there is none
     */
    @JsonCreator
    public static Facet of(String key) {
        return Arrays.stream(values())
                .filter(facet -> facet.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new Problem(ErrorCode.NOT_AN_OPTION, key));
    }
}
