package org.entezar.questionnaire;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.entezar.kernel.LocalizedText;

/**
 * All categories of a workspace.
 *
 * @param categories the top of the tree, in the workspace's own order
 */
public record CategoryTree(List<Category> categories) {

    /**
     * What a workspace starts from: the five dimensions of service quality (Parasuraman, Zeithaml and Berry 1988), of
     * equal weight until its own customers have said otherwise.
     */
    public static final CategoryTree SERVICE_QUALITY = new CategoryTree(List.of(
            dimension("tangibles", "Tangibles", "ملموس‌ها", "有形性"),
            dimension("reliability", "Reliability", "قابلیت اعتماد", "可靠性"),
            dimension("responsiveness", "Responsiveness", "پاسخ‌گویی", "响应性"),
            dimension("assurance", "Assurance", "اطمینان‌بخشی", "保证性"),
            dimension("empathy", "Empathy", "همدلی", "移情性")));

    public CategoryTree {
        categories = List.copyOf(categories);
    }

    private static Category dimension(String key, String english, String persian, String chinese) {
        return new Category(
                key,
                LocalizedText.of("en", english, "fa", persian, "zh-Hans", chinese),
                BigDecimal.valueOf(20),
                List.of());
    }

    /** All categories, each before its children. */
    public Stream<Category> all() {
        return categories.stream().flatMap(CategoryTree::withDescendants);
    }

    private static Stream<Category> withDescendants(Category category) {
        return Stream.concat(Stream.of(category), category.children().stream().flatMap(CategoryTree::withDescendants));
    }

    public Optional<Category> find(String key) {
        return all().filter(category -> category.key().equals(key)).findFirst();
    }

    /**
     * Each category's share among its siblings, 0 to 1: its points over theirs, or equal shares where none of them has
     * any points.
     */
    public Map<String, Double> shares() {
        Map<String, Double> shares = new LinkedHashMap<>();
        share(categories, shares);
        return shares;
    }

    private static void share(List<Category> siblings, Map<String, Double> shares) {
        BigDecimal total = siblings.stream().map(Category::weight).reduce(BigDecimal.ZERO, BigDecimal::add);
        for (Category category : siblings) {
            shares.put(
                    category.key(),
                    total.signum() == 0
                            ? 1.0 / siblings.size()
                            : category.weight()
                                    .divide(total, MathContext.DECIMAL64)
                                    .doubleValue());
            share(category.children(), shares);
        }
    }
}
