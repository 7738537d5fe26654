package org.entezar.questionnaire;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Optional;
import org.entezar.kernel.LocalizedText;

/**
 * A statement or question under a category.
 *
 * @param key unique within the questionnaire; answers and columns of files name it
 * @param type what kind of answer it takes
 * @param category key of the category it measures
 * @param text the statement; for several facets each column has its own heading
 * @param help a line of explanation under it
 * @param facets senses in which a rating is asked, in the order of the columns; empty for other types
 * @param scale points of a rating; present exactly for ratings
 * @param options of a choice
 * @param reverse worded negatively: recoded to (min + max - answer) before any figure
 * @param required whether a response without it is refused
 * @param showIf condition over earlier answers, such as {@code answers.nps <= 6}
 * @param min lowest number taken by a number
 * @param max highest number taken by a number, or most characters of a text
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Item(
        String key,
        ItemType type,
        Optional<String> category,
        LocalizedText text,
        LocalizedText help,
        List<Facet> facets,
        Optional<Scale> scale,
        List<Option> options,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean reverse,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean required,
        Optional<String> showIf,
        Optional<Long> min,
        Optional<Long> max) {

    public Item {
        facets = List.copyOf(facets);
        options = List.copyOf(options);
    }

    @JsonCreator
    static Item read(
            @JsonProperty(value = "key", required = true) String key,
            @JsonProperty("type") Optional<ItemType> type,
            @JsonProperty("category") Optional<String> category,
            @JsonProperty("text") Optional<LocalizedText> text,
            @JsonProperty("help") Optional<LocalizedText> help,
            @JsonProperty("facets") Optional<List<Facet>> facets,
            @JsonProperty("scale") Optional<Scale> scale,
            @JsonProperty("options") Optional<List<Option>> options,
            @JsonProperty("reverse") boolean reverse,
            @JsonProperty("required") boolean required,
            @JsonProperty("showIf") Optional<String> showIf,
            @JsonProperty("min") Optional<Long> min,
            @JsonProperty("max") Optional<Long> max) {
        ItemType kind = type.orElse(ItemType.RATING);
        boolean rating = kind == ItemType.RATING;
        return new Item(
                key,
                kind,
                category,
                text.orElse(LocalizedText.EMPTY),
                help.orElse(LocalizedText.EMPTY),
                facets.orElse(rating ? List.of(Facet.PERCEIVED) : List.of()),
                scale.or(() ->
                        rating ? Optional.of(new Scale(1, 7, java.util.Map.of(), Optional.empty())) : Optional.empty()),
                options.orElse(List.of()),
                reverse,
                required,
                showIf,
                min,
                max);
    }
}
