package org.entezar.console.satisfaction;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entezar.console.Place;
import org.entezar.console.Text;
import org.entezar.console.Visitor;
import org.entezar.insight.HistoryCalendar;
import org.entezar.insight.HistoryGrain;
import org.entezar.insight.HistoryQuestion;
import org.entezar.insight.SatisfactionHistories;
import org.entezar.insight.SatisfactionHistory;
import org.entezar.insight.SatisfactionHistory.Measure;
import org.entezar.insight.SatisfactionHistory.Series;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.LocalizedText;
import org.entezar.kernel.Problem;
import org.jspecify.annotations.Nullable;

/**
 * What the page is about, kept in its address: {@code ?questionnaire=&grain=&category=}. The calendar is the reader's. In
 * views: {@code satisfactionBar}.
 */
@Named("satisfactionBar")
@RequestScoped
public class SatisfactionBar {

    /** A month is too short to tell anything where there are few of them. */
    private static final HistoryGrain USUAL = HistoryGrain.MONTH;

    @Inject
    SatisfactionHistories histories;

    @Inject
    HttpServletRequest request;

    @Inject
    Visitor visitor;

    @Inject
    Place place;

    @Inject
    Text text;

    private @Nullable Map<String, LocalizedText> questionnaires;
    private @Nullable SatisfactionHistory history;

    /** Something to choose. */
    public record Choice(String value, String label, boolean current, String address) {}

    private Map<String, LocalizedText> known() {
        if (questionnaires == null) {
            questionnaires = histories.questionnaires(visitor.getCaller(), place.getWorkspaceId());
        }
        return questionnaires;
    }

    private Optional<String> parameter(String name) {
        return Optional.ofNullable(request.getParameter(name)).filter(value -> !value.isBlank());
    }

    /** Whether any campaign fields a questionnaire. */
    public boolean isFielded() {
        return !known().isEmpty();
    }

    String questionnaire() {
        String asked = parameter("questionnaire")
                .orElseGet(() -> known().keySet().stream().findFirst().orElse(""));
        if (!known().containsKey(asked)) {
            throw new Problem(ErrorCode.NOT_FOUND, asked);
        }
        return asked;
    }

    HistoryGrain grain() {
        return parameter("grain")
                .flatMap(key -> Arrays.stream(HistoryGrain.values())
                        .filter(grain -> grain.key().equals(key))
                        .findFirst())
                .orElse(USUAL);
    }

    HistoryCalendar calendar() {
        return visitor.getReckoning().jalali() ? HistoryCalendar.PERSIAN : HistoryCalendar.GREGORIAN;
    }

    /** The history that the address asks for, made once a request. */
    SatisfactionHistory history() {
        if (history == null) {
            history = histories.of(
                    visitor.getCaller(),
                    place.getWorkspaceId(),
                    new HistoryQuestion(
                            questionnaire(),
                            grain(),
                            calendar(),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty()));
        }
        return history;
    }

    /** The key of the category that is shown; empty for all together. */
    String category() {
        String asked = parameter("category").orElse("");
        boolean there = history().series().stream()
                .anyMatch(series ->
                        series.measure() != Measure.NPS && series.key().equals(asked));
        return there
                ? asked
                : history().series().stream()
                        .filter(series -> series.measure() != Measure.NPS)
                        .map(Series::key)
                        .findFirst()
                        .orElse("");
    }

    public List<Choice> getQuestionnaires() {
        List<Choice> choices = new ArrayList<>();
        known().forEach((key, title) -> choices.add(
                new Choice(key, title.isEmpty() ? key : text.best(title), key.equals(questionnaire()), "")));
        return choices;
    }

    public List<Choice> getGrains() {
        return Arrays.stream(HistoryGrain.values())
                .map(grain -> new Choice(
                        grain.key(),
                        text.get("satisfaction.grain." + grain.key()),
                        grain == grain(),
                        address("", grain.key(), category())))
                .toList();
    }

    public List<Choice> getCategories() {
        Map<String, String> labels = new LinkedHashMap<>();
        history().series().stream()
                .filter(series -> series.measure() != Measure.NPS)
                .forEach(series -> labels.putIfAbsent(series.key(), label(series)));
        return labels.entrySet().stream()
                .map(label -> new Choice(
                        label.getKey(), label.getValue(), label.getKey().equals(category()), ""))
                .toList();
    }

    String label(Series series) {
        return series.key().isEmpty()
                ? text.get("satisfaction.overall")
                : series.name().isEmpty() ? series.key() : text.best(series.name());
    }

    /** Where the table is as a file. */
    public String getFile() {
        return address("/table.csv", grain().key(), "");
    }

    private String address(String further, String grain, String category) {
        return place.to(SatisfactionPages.HERE) + further + "?questionnaire=" + encoded(questionnaire()) + "&grain="
                + grain + (category.isEmpty() ? "" : "&category=" + encoded(category));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
