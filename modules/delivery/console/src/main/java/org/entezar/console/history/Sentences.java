package org.entezar.console.history;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entezar.console.Text;
import org.entezar.evidence.Entry;
import org.entezar.kernel.Language;
import org.entezar.kernel.LocalizedText;

/**
 * Tells in a sentence what an entry of history says: the text {@code history.did.<action>} with who did it (0), the name
 * of what it was done to (1), a number that belongs to it (2). An action without a text of its own, such as one of a
 * later release, is told by its code. Names are isolated, so that a Persian one inside an English sentence keeps its
 * direction.
 */
public final class Sentences {

    private static final char ISOLATE = '\u2068';
    private static final char POP = '\u2069';
    private static final int LONGEST_NAME = 120;
    private static final String REFUSED = ".refused";
    private static final Pattern VERSION = Pattern.compile("questionnaire/([^/]+)/versions/(\\d+)");

    private final Language language;
    private final Map<String, String> campaigns;

    /** @param campaigns names of campaigns by id, for entries that do not name theirs */
    public Sentences(Language language, Map<String, String> campaigns) {
        this.language = language;
        this.campaigns = campaigns;
    }

    /** The sentence. */
    public String of(Entry entry) {
        if (entry.action().endsWith(REFUSED)) {
            return Text.filled(language, "history.refused", told(entry, plain(entry.action())));
        }
        return told(entry, entry.action());
    }

    /** The action without the mark that it was recorded but could not be carried out. */
    static String plain(String action) {
        return action.endsWith(REFUSED) ? action.substring(0, action.length() - REFUSED.length()) : action;
    }

    private String told(Entry entry, String action) {
        String key = "history.did." + action;
        if (Text.in(language, key).equals(key)) {
            key = "history.did.other";
        }
        return Text.filled(language, key, isolated(who(entry.actor())), isolated(thing(entry)), number(entry), action);
    }

    /** Who acted, by name; respondents have none, and parts of the product act in its name. */
    String who(Entry.Actor actor) {
        return switch (actor.kind()) {
            case "RESPONDENT" -> Text.filled(language, "history.who.respondent");
            case "PRODUCT" -> Text.filled(language, "history.who.product");
            case "JOB" -> Text.filled(language, "history.who.job");
            case "PLUGIN" -> Text.filled(language, "history.who.plugin", actor.subject());
            default -> actor.name().isBlank() ? actor.subject() : actor.name();
        };
    }

    /** What it was done to, as its own people call it; else by its subject. */
    String thing(Entry entry) {
        String subject = entry.subject();
        Optional<String> named =
                entry.after().flatMap(this::name).or(() -> entry.before().flatMap(this::name));
        if (named.isPresent()) {
            return named.get();
        }
        String id = subject.substring(subject.indexOf('/') + 1);
        if (subject.startsWith("campaign/")) {
            return campaigns.getOrDefault(id, id);
        }
        Matcher version = VERSION.matcher(subject);
        return version.matches() ? version.group(1) : id;
    }

    private Optional<String> name(JsonNode state) {
        for (String field : new String[] {"title", "name", "fileName", "displayName", "pack", "text"}) {
            JsonNode value = state.path(field);
            if (value.isTextual()) {
                return Optional.of(shortened(value.textValue()));
            }
            Optional<String> said = said(value, language);
            if (said.isPresent()) {
                return said.map(Sentences::shortened);
            }
        }
        return Optional.empty();
    }

    /** A long text, such as that of a promise, would drown the sentence. */
    private static String shortened(String name) {
        return name.codePointCount(0, name.length()) <= LONGEST_NAME
                ? name
                : name.substring(0, name.offsetByCodePoints(0, LONGEST_NAME)).strip() + "…";
    }

    /** A localised text in the reader's language, else in another; empty when the value is none. */
    static Optional<String> said(JsonNode value, Language language) {
        if (!isTexts(value)) {
            return Optional.empty();
        }
        Map<String, String> texts = new TreeMap<>();
        value.fields()
                .forEachRemaining(
                        text -> texts.put(text.getKey(), text.getValue().textValue()));
        return Optional.of(new LocalizedText(texts).best(language.tag(), "en"));
    }

    /** Whether it looks like {@code {"en": "…", "fa": "…"}}. */
    static boolean isTexts(JsonNode value) {
        if (!value.isObject() || value.isEmpty()) {
            return false;
        }
        for (var fields = value.fields(); fields.hasNext(); ) {
            var field = fields.next();
            if (!field.getKey().matches("[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
                    || !field.getValue().isTextual()) {
                return false;
            }
        }
        return true;
    }

    private static long number(Entry entry) {
        Matcher version = VERSION.matcher(entry.subject());
        if (version.matches()) {
            return Long.parseLong(version.group(2));
        }
        return entry.after()
                .map(after -> {
                    for (String field : new String[] {"faults", "count", "withdrawn", "responses", "minutes"}) {
                        if (after.path(field).canConvertToLong()) {
                            return after.get(field).longValue();
                        }
                    }
                    return after.path("counts").path("accepted").longValue();
                })
                .orElse(0L);
    }

    static String isolated(String name) {
        return ISOLATE + name + POP;
    }
}
