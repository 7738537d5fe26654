package org.entezar.console.responses;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entezar.collection.CodedAnswer;
import org.entezar.collection.ResponseSlice;
import org.entezar.console.Format;
import org.entezar.console.Text;
import org.entezar.console.lists.ListColumn;
import org.entezar.questionnaire.Facet;
import org.entezar.questionnaire.Item;
import org.entezar.questionnaire.ItemType;
import org.entezar.questionnaire.Questionnaire;

/** The answers to a questionnaire as columns of a list: one for each item and facet, in the order asked. */
final class AnswerColumns {

    private static final String PREFIX = "answers.";
    private static final int STANDARD_RATINGS = 4;
    private static final int LONGEST_LABEL = 48;

    private final Text text;
    private final Format format;
    private final List<Column> columns = new ArrayList<>();

    AnswerColumns(Questionnaire asked, Text text, Format format) {
        this.text = text;
        this.format = format;
        asked.items().forEach(item -> {
            if (item.type() == ItemType.RATING) {
                item.facets().forEach(facet -> columns.add(column(item, Optional.of(facet))));
            } else {
                columns.add(column(item, Optional.empty()));
            }
        });
    }

    /**
     * A column.
     *
     * @param key names it in addresses
     * @param item whose answers it shows
     * @param facet of a rating
     * @param label its head
     * @param whole the item's whole text with the facet
     */
    record Column(String key, Item item, Optional<Facet> facet, String label, String whole) {

        boolean isPoint() {
            return switch (item.type()) {
                case RATING, NPS, CSAT, CES -> true;
                case CHOICE, CHOICES, NUMBER, TEXT, CONSENT -> false;
            };
        }

        /** What it is called where answers are looked for; points and options have a place in the vectors. */
        Optional<CodedAnswer> coded() {
            return switch (item.type()) {
                case RATING, NPS, CSAT, CES, CHOICE, CONSENT -> Optional.of(new CodedAnswer(item.key(), facet));
                case CHOICES, NUMBER, TEXT -> Optional.empty();
            };
        }
    }

    private Column column(Item item, Optional<Facet> facet) {
        String asked = text.best(item.text());
        String name = asked.isEmpty() ? item.key() : asked;
        String sense = facet.map(each -> " · " + text.get("editor.facet." + each.key()))
                .orElse("");
        String shortened = name.codePointCount(0, name.length()) <= LONGEST_LABEL
                ? name
                : name.substring(0, name.offsetByCodePoints(0, LONGEST_LABEL - 1)) + "…";
        return new Column(
                PREFIX + item.key() + facet.map(each -> "." + each.key()).orElse(""),
                item,
                facet,
                shortened + sense,
                name + sense);
    }

    /** The column of that key. */
    Optional<Column> find(String key) {
        return columns.stream().filter(column -> column.key().equals(key)).findFirst();
    }

    /** Columns whose answers are points: those that are looked for within a range. */
    List<Column> points() {
        return columns.stream().filter(Column::isPoint).toList();
    }

    /** As columns of a list: overall answers and the first ratings are shown unless others are chosen. */
    List<ListColumn> listed() {
        List<ListColumn> listed = new ArrayList<>();
        int ratings = 0;
        for (Column column : columns) {
            boolean rating = column.item().type() == ItemType.RATING;
            boolean standard = column.isPoint() && (!rating || ratings < STANDARD_RATINGS);
            ratings += rating ? 1 : 0;
            listed.add(new ListColumn(
                    column.key(),
                    column.label(),
                    column.whole().equals(column.label()) ? "" : column.whole(),
                    column.isPoint() || column.item().type() == ItemType.NUMBER,
                    column.coded().isPresent(),
                    standard));
        }
        return listed;
    }

    /** What a response answered, by the keys of the columns. */
    void fill(ResponseSlice.Listed response, Map<String, String> cells) {
        for (Column column : columns) {
            if (column.item().type() == ItemType.TEXT) {
                if (response.written().contains(column.item().key())) {
                    cells.put(column.key(), text.get("responses.written"));
                }
            } else {
                JsonNode answer = response.answers().path(column.item().key());
                JsonNode of = column.facet().isPresent()
                        ? answer.path(column.facet().get().key())
                        : answer;
                if (!of.isMissingNode() && !of.isNull()) {
                    cells.put(column.key(), shown(column.item(), of));
                }
            }
        }
    }

    /** An answer in words. */
    String shown(Item item, JsonNode answer) {
        return switch (item.type()) {
            case CHOICE -> option(item, answer.asText());
            case CHOICES -> {
                List<String> chosen = new ArrayList<>();
                answer.forEach(each -> chosen.add(option(item, each.asText())));
                yield String.join(text.get("frame.listSeparator"), chosen);
            }
            case CONSENT -> text.get(answer.asBoolean() ? "responses.yes" : "responses.no");
            case NUMBER ->
                answer.isIntegralNumber() ? format.number(answer.longValue()) : format.number(answer.decimalValue(), 2);
            case RATING, NPS, CSAT, CES -> answer.isNumber() ? format.number(answer.intValue()) : answer.asText();
            case TEXT -> answer.asText();
        };
    }

    private String option(Item item, String key) {
        return item.options().stream()
                .filter(option -> option.key().equals(key))
                .map(option -> text.best(option.text()))
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElse(key);
    }
}
