package org.entezar.questionnaire;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Optional;
import org.entezar.kernel.LocalizedText;

/**
 * A page, or a part of one, of a questionnaire.
 *
 * @param key unique within the questionnaire
 * @param title heading; may be empty
 * @param text introduction under the heading; may be empty
 * @param items in the order asked
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Section(String key, LocalizedText title, LocalizedText text, List<Item> items) {

    public Section {
        items = List.copyOf(items);
    }

    @JsonCreator
    static Section read(
            @JsonProperty(value = "key", required = true) String key,
            @JsonProperty("title") Optional<LocalizedText> title,
            @JsonProperty("text") Optional<LocalizedText> text,
            @JsonProperty("items") Optional<List<Item>> items) {
        return new Section(
                key, title.orElse(LocalizedText.EMPTY), text.orElse(LocalizedText.EMPTY), items.orElse(List.of()));
    }
}
