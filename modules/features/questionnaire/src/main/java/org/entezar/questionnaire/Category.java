package org.entezar.questionnaire;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.entezar.kernel.LocalizedText;

/**
 * Something that customers have expectations about. SERVQUAL's five dimensions are one set of categories; each
 * workspace has a tree of its own.
 *
 * @param key unique within the workspace
 * @param name in the workspace's languages
 * @param weight points, zero or more; siblings' points need not sum to 100, shares are computed
 * @param children narrower categories
 */
public record Category(String key, LocalizedText name, BigDecimal weight, List<Category> children) {

    public Category {
        children = List.copyOf(children);
    }

    @JsonCreator
    static Category read(
            @JsonProperty(value = "key", required = true) String key,
            @JsonProperty("name") Optional<LocalizedText> name,
            @JsonProperty("weight") Optional<BigDecimal> weight,
            @JsonProperty("children") Optional<List<Category>> children) {
        return new Category(
                key, name.orElse(LocalizedText.EMPTY), weight.orElse(BigDecimal.ZERO), children.orElse(List.of()));
    }
}
