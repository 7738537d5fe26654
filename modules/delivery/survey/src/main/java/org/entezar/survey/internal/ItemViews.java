package org.entezar.survey.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.entezar.kernel.LocalizedText;
import org.entezar.questionnaire.Facet;
import org.entezar.questionnaire.Item;
import org.entezar.questionnaire.Option;
import org.entezar.questionnaire.Scale;
import org.entezar.survey.internal.view.ChoiceView;
import org.entezar.survey.internal.view.ColumnView;
import org.entezar.survey.internal.view.ItemView;

/** Turns items into what the page shows of them, with what was entered and what is wrong. */
final class ItemViews {

    private static final String ROW = "r";
    private static final String LIST = "v";
    private static final int LONGEST_TEXT = 5_000;

    private final Wording wording;
    private final Map<String, JsonNode> answers;
    private final Map<String, String> faults;

    /**
     * @param answers entered so far, by item
     * @param faults in words, by the id of the element
     */
    ItemViews(Wording wording, Map<String, JsonNode> answers, Map<String, String> faults) {
        this.wording = wording;
        this.answers = answers;
        this.faults = faults;
    }

    ItemView view(Item item) {
        JsonNode answer = answers.getOrDefault(item.key(), MissingNode.getInstance());
        return new ItemView(
                item.type(),
                item.key(),
                wording.text(item.text()),
                wording.text(item.help()),
                item.required(),
                faults.getOrDefault(item.key(), ""),
                columns(item, answer),
                value(item, answer),
                Math.min(LONGEST_TEXT, item.max().orElse((long) LONGEST_TEXT)));
    }

    private static String value(Item item, JsonNode answer) {
        return switch (item.type()) {
            case CONSENT -> answer.asBoolean(false) ? "yes" : "";
            case TEXT, NUMBER -> answer.asText("");
            default -> "";
        };
    }

    private List<ColumnView> columns(Item item, JsonNode answer) {
        return switch (item.type()) {
            case RATING ->
                item.facets().stream()
                        .map(facet -> facet(item, facet, answer.path(facet.key())))
                        .toList();
            case NPS -> List.of(points(item, 0, 10, "nps", answer));
            case CSAT -> List.of(points(item, 1, 5, "csat", answer));
            case CES -> List.of(points(item, 1, 7, "ces", answer));
            case CHOICE, CHOICES -> List.of(options(item, answer));
            default -> List.of();
        };
    }

    private ColumnView facet(Item item, Facet facet, JsonNode answer) {
        String name = EnteredAnswers.field(item, facet);
        Scale scale = item.scale().orElseThrow();
        boolean words = scale.isKano() || scale.labels().size() > 2;
        List<ChoiceView> choices = new ArrayList<>();
        for (int point = scale.min(); point <= scale.max(); point++) {
            String label = scale.isKano()
                    ? wording.word("kano." + point)
                    : wording.text(scale.labels().getOrDefault(point, LocalizedText.EMPTY));
            boolean end = point == scale.min() || point == scale.max();
            String number = wording.number(point);
            choices.add(new ChoiceView(
                    point == scale.min() ? name + ".1" : null,
                    Integer.toString(point),
                    words ? numbered(scale, number, label) : number,
                    !words && end ? label : "",
                    answer.isInt() && answer.intValue() == point));
        }
        String heading =
                item.facets().size() == 1 && facet == Facet.PERCEIVED ? "" : wording.word("facet." + facet.key());
        return new ColumnView(name, name, heading, words ? LIST : ROW, choices, faults.getOrDefault(name, ""));
    }

    private static String numbered(Scale scale, String number, String label) {
        if (scale.isKano()) {
            return label;
        }
        return label.isEmpty() ? number : number + " · " + label;
    }

    private ColumnView points(Item item, int low, int high, String words, JsonNode answer) {
        List<ChoiceView> choices = IntStream.rangeClosed(low, high)
                .mapToObj(point -> new ChoiceView(
                        point == low ? item.key() + ".1" : null,
                        Integer.toString(point),
                        wording.number(point),
                        point == low
                                ? wording.word(words + ".low")
                                : point == high ? wording.word(words + ".high") : "",
                        answer.isInt() && answer.intValue() == point))
                .toList();
        return new ColumnView(item.key() + ".0", item.key(), "", ROW, choices, "");
    }

    private ColumnView options(Item item, JsonNode answer) {
        List<ChoiceView> choices = new ArrayList<>();
        for (Option option : item.options()) {
            choices.add(new ChoiceView(
                    choices.isEmpty() ? item.key() + ".1" : null,
                    option.key(),
                    wording.text(option.text()),
                    "",
                    isChosen(answer, option.key())));
        }
        return new ColumnView(item.key() + ".0", item.key(), "", LIST, choices, "");
    }

    private static boolean isChosen(JsonNode answer, String key) {
        if (answer.isArray()) {
            for (JsonNode element : answer) {
                if (element.asText().equals(key)) {
                    return true;
                }
            }
            return false;
        }
        return answer.isTextual() && answer.textValue().equals(key);
    }
}
