package org.entezar.commitment.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entezar.commitment.Commitment;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.LocalizedText;
import org.entezar.kernel.Violation;
import org.entezar.questionnaire.CategoryTree;

/** What is wrong with terms that are to be written, each fault at its place. */
public final class Faults {

    private static final LocalDate FIRST_DAY = LocalDate.of(1900, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(2200, 12, 31);

    private final Set<String> languages;
    private final CategoryTree tree;
    private final List<Violation> found = new ArrayList<>();

    /**
     * @param languages in which texts may be written
     * @param tree of the workspace's categories
     */
    Faults(Set<String> languages, CategoryTree tree) {
        this.languages = languages;
        this.tree = tree;
    }

    List<Violation> found() {
        return List.copyOf(found);
    }

    private void add(String pointer, ErrorCode code, Object... arguments) {
        found.add(Violation.at(pointer, code, arguments));
    }

    /** A text in at least one language, all of them the workspace's. */
    void text(String pointer, LocalizedText text, int longest) {
        if (text.isEmpty()) {
            add(pointer, ErrorCode.REQUIRED);
        }
        List<Violation> faults = text.faults(pointer, longest);
        found.addAll(faults);
        if (faults.stream().noneMatch(fault -> fault.code() == ErrorCode.UNKNOWN_LANGUAGE)) {
            text.texts().keySet().stream()
                    .filter(tag -> !languages.contains(tag))
                    .forEach(tag -> add(pointer + "/" + tag, ErrorCode.NOT_AN_OPTION, tag));
        }
    }

    /** A few words in no particular language. */
    void words(String pointer, String words, int longest) {
        LocalizedText.fault(pointer, words, longest).ifPresent(found::add);
    }

    void neededWords(String pointer, String words, int longest) {
        if (words.isBlank()) {
            add(pointer, ErrorCode.REQUIRED);
        }
        words(pointer, words, longest);
    }

    /** A number within bounds, with so many decimals at most. */
    void number(String pointer, BigDecimal number, BigDecimal least, BigDecimal greatest, int decimals) {
        // Scales are looked at first: comparing a number such as 1e999999 would write it out.
        if (number.scale() < 0
                || number.scale() > decimals
                || number.compareTo(least) < 0
                || number.compareTo(greatest) > 0) {
            add(pointer, ErrorCode.OUT_OF_RANGE, least, greatest);
        }
    }

    /** What holds for all commitments: a category of the tree, and days in their order. */
    void commitment(Commitment terms) {
        if (terms.category().isEmpty()) {
            add("/category", ErrorCode.REQUIRED);
        } else if (tree.find(terms.category()).isEmpty()) {
            String key = terms.category();
            add("/category", ErrorCode.UNKNOWN_KEY, key.length() > 60 ? key.substring(0, 60) : key);
        }
        day("/validFrom", Optional.of(terms.validFrom()), FIRST_DAY);
        day("/validUntil", terms.validUntil(), terms.validFrom());
    }

    private void day(String pointer, Optional<LocalDate> day, LocalDate earliest) {
        if (day.filter(one -> one.isBefore(earliest) || one.isAfter(LAST_DAY)).isPresent()) {
            add(pointer, ErrorCode.OUT_OF_RANGE, earliest.toString(), LAST_DAY.toString());
        }
    }
}
