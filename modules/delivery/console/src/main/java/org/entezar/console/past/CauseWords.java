package org.entezar.console.past;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entezar.console.Format;
import org.entezar.console.Place;
import org.entezar.console.Text;
import org.entezar.console.Visitor;
import org.entezar.insight.Cause;

/** What happened since, in words. */
@RequestScoped
public class CauseWords {

    private static final String NOTHING = "–";
    private static final char ISOLATE = '\u2068';
    private static final char POP = '\u2069';

    @Inject
    @SuppressWarnings("NullAway.Init")
    Text text;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Format format;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Place place;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Visitor visitor;

    /**
     * A cause.
     *
     * @param sentence what happened
     * @param changes values that became others
     * @param entries of history that tell of it
     */
    public record Line(String sentence, List<String> changes, List<Entry> entries) {}

    /**
     * An entry.
     *
     * @param label number, who and when
     * @param address where it is; empty for visitors who may not read history
     */
    public record Entry(String label, String address) {}

    /** The causes, in their order. */
    public List<Line> lines(List<Cause> causes, Map<String, String> categories) {
        return causes.stream()
                .map(cause -> new Line(
                        sentence(cause),
                        cause.changes().stream()
                                .map(change -> change(cause.kind(), change, categories))
                                .toList(),
                        cause.entries().stream().map(this::entry).toList()))
                .toList();
    }

    private String sentence(Cause cause) {
        String key = "past.cause." + cause.kind().name();
        return cause.count().isPresent()
                ? text.of(
                        cause.subject().isPresent() ? key + ".import" : key,
                        cause.count().getAsLong())
                : text.get(key);
    }

    private String change(Cause.Kind kind, Cause.ValueChange change, Map<String, String> categories) {
        String name =
                switch (kind) {
                    case WEIGHTS_CHANGED, CATEGORIES_CHANGED -> categories.getOrDefault(change.key(), change.key());
                    case MINIMUM_GROUP_CHANGED -> text.get("past.minimumGroup");
                    default -> text.get("past.version");
                };
        return text.of("past.became", name, value(change.before()), value(change.after()));
    }

    private String value(Optional<String> value) {
        return value.map(known -> known.matches("\\d{1,15}(\\.\\d{1,6})?")
                        ? format.number(Double.valueOf(known), known.contains(".") ? 2 : 0)
                        : known)
                .orElse(NOTHING);
    }

    /** A person's name inside a sentence, whichever way it is written; the product has its own. */
    public static String person(String name) {
        return name.isEmpty() ? "Entezar" : ISOLATE + name + POP;
    }

    /** The entry with number, person and time. */
    public Entry entry(Cause.Reference reference) {
        return new Entry(
                text.of("past.entry", reference.sequence(), person(reference.actor()), format.dateTime(reference.at())),
                visitor.may("HISTORY_READ") ? place.to("history/entries", reference.sequence()) : "");
    }
}
