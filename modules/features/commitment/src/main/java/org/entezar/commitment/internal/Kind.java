package org.entezar.commitment.internal;

import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.entezar.commitment.Commitment;
import org.entezar.commitment.PromiseTerms;
import org.entezar.commitment.StandardTerms;
import org.entezar.kernel.LocalizedText;

/**
 * In what standards and promises differ for the register: their words in history and what they must satisfy.
 *
 * @param word names the kind in the table and in subjects, {@code standard}
 * @param type of the terms
 * @param begun action of the first entry on one
 * @param texts those that come in languages
 * @param rules tells what is wrong with terms
 */
public record Kind<C extends Commitment>(
        String word, Class<C> type, String begun, Function<C, List<LocalizedText>> texts, BiConsumer<C, Faults> rules) {

    public static final Kind<StandardTerms> STANDARD = new Kind<>(
            "standard",
            StandardTerms.class,
            "standard.created",
            terms -> List.of(terms.name(), terms.measure()),
            StandardRules::check);

    public static final Kind<PromiseTerms> PROMISE = new Kind<>(
            "promise", PromiseTerms.class, "promise.made", terms -> List.of(terms.text()), PromiseRules::check);

    String changed() {
        return word + ".changed";
    }

    String withdrawn() {
        return word + ".withdrawn";
    }

    Set<String> actions() {
        return Set.of(begun, changed(), withdrawn());
    }

    String prefix() {
        return word + "/";
    }
}
