package org.entezar.survey.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entezar.kernel.LocalizedText;
import org.entezar.kernel.Violation;
import org.entezar.questionnaire.Facet;
import org.entezar.questionnaire.Item;
import org.entezar.survey.internal.view.FaultView;

/** Puts violations of the rules, which point into the answers, beside the fields of the page. */
final class Faults {

    private static final String ANSWERS = "/answers/";

    private Faults() {}

    /** Key of the item that the violation is about; empty when it is about the response as a whole. */
    static Optional<String> item(Violation violation) {
        if (!violation.pointer().startsWith(ANSWERS)) {
            return Optional.empty();
        }
        return Optional.of(violation.pointer().substring(ANSWERS.length()).split("/", 2)[0]);
    }

    /** Messages by the id of the element beside which they stand. */
    static Map<String, String> byElement(List<Item> items, List<Violation> violations, Wording wording) {
        Map<String, String> messages = new LinkedHashMap<>();
        for (Item item : items) {
            violations.stream()
                    .filter(violation ->
                            item(violation).filter(item.key()::equals).isPresent())
                    .forEach(violation ->
                            messages.putIfAbsent(element(item, violation), message(item, violation, wording)));
        }
        return messages;
    }

    /** The list above the form, each linked to the first control of its group. */
    static List<FaultView> list(List<Item> items, List<Violation> violations, Wording wording) {
        return items.stream()
                .flatMap(item -> violations.stream()
                        .filter(violation ->
                                item(violation).filter(item.key()::equals).isPresent())
                        .map(violation -> new FaultView(
                                control(item, violation),
                                subject(item, violation, wording) + " – " + message(item, violation, wording))))
                .toList();
    }

    private static Optional<Facet> facet(Item item, Violation violation) {
        String[] steps = violation.pointer().substring(ANSWERS.length()).split("/", 2);
        return item.facets().stream()
                .filter(facet -> steps.length > 1 && facet.key().equals(steps[1]))
                .findFirst();
    }

    private static String element(Item item, Violation violation) {
        return facet(item, violation)
                .map(facet -> EnteredAnswers.field(item, facet))
                .orElse(item.key());
    }

    private static String control(Item item, Violation violation) {
        return switch (item.type()) {
            case TEXT, NUMBER, CONSENT -> item.key();
            case RATING ->
                facet(item, violation)
                                .or(() -> item.facets().stream().findFirst())
                                .map(facet -> EnteredAnswers.field(item, facet))
                                .orElse(item.key())
                        + ".1";
            default -> item.key() + ".1";
        };
    }

    private static String subject(Item item, Violation violation, Wording wording) {
        LocalizedText text = item.text();
        return wording.text(text)
                + facet(item, violation)
                        .filter(facet -> item.facets().size() > 1)
                        .map(facet -> " " + wording.word("facet." + facet.key()))
                        .orElse("");
    }

    private static String message(Item item, Violation violation, Wording wording) {
        return switch (violation.code()) {
            case WRONG_TYPE, OUT_OF_RANGE ->
                item.min().isPresent() && item.max().isPresent()
                        ? wording.word(
                                "between",
                                wording.number(item.min().get()),
                                wording.number(item.max().get()))
                        : wording.fault(violation);
            default -> wording.fault(violation);
        };
    }
}
