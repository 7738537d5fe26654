package org.entezar.collection.internal.imports;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entezar.questionnaire.Facet;

/**
 * The name of a column, taken apart: {@code sq01_e} is {@code sq01} in the facet {@code expected}.
 *
 * @param base the name without its last word, lower case
 * @param facets what the last word can mean; empty when it means nothing
 */
record ColumnName(String base, List<Facet> facets) {

    private static final Pattern WITH_SUFFIX =
            Pattern.compile("(.*[^\\s_.\\-:(\\[])[\\s_.\\-:(\\[]+([\\p{L}]+)[)\\]]?");
    private static final Map<String, List<Facet>> WORDS = words();

    private static Map<String, List<Facet>> words() {
        Map<Facet, Set<String>> named = new EnumMap<>(Facet.class);
        named.put(Facet.EXPECTED, Set.of("e", "exp", "expect", "expectation", "expectations", "انتظار", "期望", "期待"));
        named.put(
                Facet.PERCEIVED,
                Set.of(
                        "p",
                        "per",
                        "perc",
                        "perception",
                        "perceptions",
                        "perf",
                        "performance",
                        "s",
                        "sat",
                        "satisfaction",
                        "ادراک",
                        "عملکرد",
                        "رضایت",
                        "感知",
                        "实际",
                        "满意",
                        "满意度",
                        "绩效"));
        named.put(Facet.MINIMUM, Set.of("m", "min", "adequate", "حداقل", "最低"));
        named.put(Facet.DESIRED, Set.of("d", "des", "desire", "مطلوب", "理想"));
        named.put(Facet.IMPORTANCE, Set.of("i", "imp", "important", "اهمیت", "重要", "重要性", "重要度"));
        named.put(Facet.FUNCTIONAL, Set.of("f", "fun", "func", "pos", "positive"));
        named.put(Facet.DYSFUNCTIONAL, Set.of("d", "dys", "dysf", "neg", "negative"));
        Map<String, List<Facet>> words = new HashMap<>();
        for (Facet facet : Facet.values()) {
            words.put(facet.key(), List.of(facet));
        }
        named.forEach((facet, suffixes) -> suffixes.forEach(suffix -> words.merge(suffix, List.of(facet), (a, b) -> {
            List<Facet> both = new java.util.ArrayList<>(a);
            both.addAll(b);
            return List.copyOf(both);
        })));
        return words;
    }

    static ColumnName of(String column) {
        String name = CellText.fold(column);
        Matcher matcher = WITH_SUFFIX.matcher(name);
        if (matcher.matches()) {
            List<Facet> facets = WORDS.get(matcher.group(2).toLowerCase(Locale.ROOT));
            if (facets != null) {
                return new ColumnName(matcher.group(1), facets);
            }
        }
        return new ColumnName(name, List.of());
    }

    /** The facet meant, when it must be one of these. */
    Optional<Facet> among(java.util.Collection<Facet> possible) {
        return facets.stream().filter(possible::contains).findFirst();
    }

    /** The name as a key: lower case, digits, hyphens and underscores, beginning with a letter. */
    static String key(String name) {
        String key = CellText.fold(name).replaceAll("[^a-z0-9_-]+", "_").replaceAll("^[^a-z]+|_+$", "");
        return key.length() > 40 ? key.substring(0, 40) : key;
    }
}
