package org.entezar.questionnaire;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.entezar.kernel.LocalizedText;

/**
 * The points on which an item is answered, lowest to highest, ends labelled. A preset stands for a scale whose wording
 * the product brings in all its languages.
 *
 * @param min lowest point, 0 or 1
 * @param max highest point, at most 10
 * @param labels words for points, keyed by the point
 * @param preset {@code kano} for the five answers of Kano's pair of questions
 */
public record Scale(int min, int max, Map<Integer, LocalizedText> labels, Optional<String> preset) {

    public static final String KANO = "kano";

    /** Kano's answers: 1 like, 2 must be, 3 neutral, 4 can live with, 5 dislike. */
    public static final Scale KANO_PAIR = new Scale(1, 5, Map.of(), Optional.of(KANO));

    public Scale {
        // Sorted, so that the same scale is always written the same.
        labels = Collections.unmodifiableMap(new TreeMap<>(labels));
    }

    @JsonCreator
    static Scale read(
            @JsonProperty("min") Optional<Integer> min,
            @JsonProperty("max") Optional<Integer> max,
            @JsonProperty("labels") Optional<Map<Integer, LocalizedText>> labels,
            @JsonProperty("preset") Optional<String> preset) {
        boolean kano = preset.filter(KANO::equals).isPresent();
        return new Scale(min.orElse(1), max.orElse(kano ? 5 : 7), labels.orElse(Map.of()), preset);
    }

    /** A scale with words at its two ends. */
    public static Scale ends(int min, int max, LocalizedText low, LocalizedText high) {
        return new Scale(min, max, new TreeMap<>(Map.of(min, low, max, high)), Optional.empty());
    }

    public int points() {
        return max - min + 1;
    }

    public boolean isKano() {
        return preset.filter(KANO::equals).isPresent();
    }

    public boolean contains(int point) {
        return point >= min && point <= max;
    }
}
