package org.entezar.questionnaire;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.entezar.kernel.LocalizedText;

/**
 * What is asked, as one document: the content of a draft and of each published version.
 *
 * @param key unique within the workspace
 * @param title what people read first
 * @param languages BCP 47 tags in which it can be answered; the first is the one it falls back to
 * @param introduction under the title, before the first section; may be empty
 * @param thanks shown after the answer is in; may be empty
 * @param onePage whether all sections stand on one page, else one section a page with progress
 * @param sections in the order asked
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Questionnaire(
        String key,
        LocalizedText title,
        List<String> languages,
        LocalizedText introduction,
        LocalizedText thanks,
        @JsonInclude(JsonInclude.Include.ALWAYS) boolean onePage,
        List<Section> sections) {

    public Questionnaire {
        languages = List.copyOf(languages);
        sections = List.copyOf(sections);
    }

    @JsonCreator
    static Questionnaire read(
            @JsonProperty(value = "key", required = true) String key,
            @JsonProperty("title") Optional<LocalizedText> title,
            @JsonProperty("languages") Optional<List<String>> languages,
            @JsonProperty("introduction") Optional<LocalizedText> introduction,
            @JsonProperty("thanks") Optional<LocalizedText> thanks,
            @JsonProperty("onePage") Optional<Boolean> onePage,
            @JsonProperty("sections") Optional<List<Section>> sections) {
        return new Questionnaire(
                key,
                title.orElse(LocalizedText.EMPTY),
                languages.orElse(List.of("en")),
                introduction.orElse(LocalizedText.EMPTY),
                thanks.orElse(LocalizedText.EMPTY),
                onePage.orElse(true),
                sections.orElse(List.of()));
    }

    /** All items in the order asked. */
    public Stream<Item> items() {
        return sections.stream().flatMap(section -> section.items().stream());
    }

    public Optional<Item> item(String itemKey) {
        return items().filter(item -> item.key().equals(itemKey)).findFirst();
    }
}
