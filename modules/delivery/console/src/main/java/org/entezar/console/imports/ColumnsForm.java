package org.entezar.console.imports;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entezar.collection.Campaign;
import org.entezar.collection.ColumnTarget;
import org.entezar.collection.FileColumn;
import org.entezar.collection.Import;
import org.entezar.collection.ImportMapping;
import org.entezar.collection.Imports;
import org.entezar.console.Place;
import org.entezar.console.Text;
import org.entezar.console.Visitor;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Problem;
import org.entezar.kernel.Violation;
import org.entezar.questionnaire.Questionnaire;
import org.entezar.questionnaire.Questionnaires;
import org.jspecify.annotations.Nullable;

/** The table that says what each column of a file holds. In views: {@code importColumns}. */
@Named("importColumns")
@RequestScoped
public class ColumnsForm {

    /** Beyond so many choices in the page, a column offers only those that no other has. */
    private static final int MOST_CHOICES = 4_000;

    @Inject
    Imports imports;

    @Inject
    Questionnaires questionnaires;

    @Inject
    ImportView view;

    @Inject
    Targets targets;

    @Inject
    Visitor visitor;

    @Inject
    Place place;

    @Inject
    Text text;

    private final Map<Integer, String> errors = new HashMap<>();
    private @Nullable List<String> typed;
    private @Nullable List<Row> rows;
    private @Nullable Map<ColumnTarget, String> answers;
    private String dateOrder = "";
    private String timeZone = "";
    private String error = "";

    /**
     * One column of the file.
     *
     * @param index its place, beginning with 0
     * @param name its name in the file
     * @param examples some of its values
     * @param value what it holds
     * @param options what it can hold
     * @param error what is wrong with that; empty when nothing is
     */
    public record Row(
            int index, String name, List<String> examples, String value, List<TargetOption> options, String error) {}

    /** Takes what was sent, so that nothing of it is lost when it is refused. */
    void take(HttpServletRequest request) {
        List<String> taken = new ArrayList<>();
        for (int i = 0; i < one().shape().columns().size(); i++) {
            String value = request.getParameter("c" + i);
            taken.add(value == null ? ColumnTarget.IGNORE.toString() : value);
        }
        typed = taken;
        dateOrder = given(request, "dateOrder");
        timeZone = given(request, "timeZone").strip();
    }

    private static String given(HttpServletRequest request, String name) {
        String value = request.getParameter(name);
        return value == null ? "" : value;
    }

    private Import one() {
        return view.getOne();
    }

    /**
     * The mapping as it was sent.
     *
     * @throws Problem {@link ErrorCode#INVALID} with {@code /targets/3}
     */
    ImportMapping mapping() {
        List<ColumnTarget> mapped = new ArrayList<>();
        List<Violation> faults = new ArrayList<>();
        List<String> values = typed == null ? List.of() : typed;
        for (int i = 0; i < values.size(); i++) {
            try {
                mapped.add(ColumnTarget.parse(values.get(i)));
            } catch (Problem unknown) {
                faults.add(Violation.at("/targets/" + i, ErrorCode.NOT_AN_OPTION, values.get(i)));
            }
        }
        Problem.throwIfAny(faults);
        return new ImportMapping(mapped, order(), timeZone);
    }

    private ImportMapping.DateOrder order() {
        return dateOrder.equals(ImportMapping.DateOrder.MONTH_FIRST.name())
                ? ImportMapping.DateOrder.MONTH_FIRST
                : ImportMapping.DateOrder.DAY_FIRST;
    }

    void refuse(Problem problem) {
        for (Violation violation : problem.violations()) {
            String pointer = violation.pointer();
            if (pointer.matches("/targets/\\d{1,4}")) {
                errors.put(
                        Integer.parseInt(pointer.substring(9)),
                        violation.code() == ErrorCode.DUPLICATE_KEY
                                ? text.get("imports.columns.twice")
                                : text.violation(violation));
            } else {
                error = text.violation(violation);
            }
        }
        if (problem.violations().isEmpty()) {
            error = text.problem(problem);
        } else if (!errors.isEmpty()) {
            error = text.of("imports.columns.faults", errors.size());
        }
    }

    /** What the items of the campaign's questionnaire can take. */
    private Map<ColumnTarget, String> answers() {
        if (answers == null) {
            Campaign campaign = view.campaign().orElseThrow(() -> new Problem(ErrorCode.NOT_FOUND));
            Questionnaire document = questionnaires
                    .version(visitor.getCaller(), place.getWorkspaceId(), campaign.questionnaire(), campaign.version())
                    .document();
            answers = targets.answers(document);
        }
        return answers;
    }

    public List<Row> getRows() {
        if (rows == null) {
            List<FileColumn> columns = imports.columns(visitor.getCaller(), place.getWorkspaceId(), one().id());
            Set<String> taken = new HashSet<>();
            for (int i = 0; i < columns.size(); i++) {
                taken.add(value(i));
            }
            boolean all = (long) answers().size() * columns.size() <= MOST_CHOICES;
            List<Row> made = new ArrayList<>();
            for (int i = 0; i < columns.size(); i++) {
                FileColumn column = columns.get(i);
                made.add(new Row(
                        i,
                        column.name(),
                        column.examples(),
                        value(i),
                        options(column, value(i), all ? Set.of() : taken),
                        errors.getOrDefault(i, "")));
            }
            rows = made;
        }
        return rows;
    }

    private String value(int column) {
        return typed == null ? one().mapping().targets().get(column).toString() : typed.get(column);
    }

    private List<TargetOption> options(FileColumn column, String value, Set<String> withheld) {
        List<TargetOption> options = targets.others(column.group());
        boolean otherGroup = value.startsWith("context.")
                && options.stream().noneMatch(option -> option.value().equals(value));
        if (otherGroup) {
            options.add(new TargetOption(value, text.of("imports.target.group", value.substring(8))));
        }
        answers().forEach((target, words) -> {
            String written = target.toString();
            if (written.equals(value) || !withheld.contains(written)) {
                options.add(new TargetOption(written, words));
            }
        });
        return options;
    }

    /** Whether columns offer only what no other column holds. */
    public boolean isShort() {
        return (long) answers().size() * one().shape().columns().size() > MOST_CHOICES;
    }

    /** How many columns are read, of how many. */
    public String getSummary() {
        long answered = getRows().stream()
                .filter(row -> row.value().startsWith("answers."))
                .count();
        long ignored = getRows().stream()
                .filter(row -> row.value().equals(ColumnTarget.IGNORE.toString()))
                .count();
        return text.of("imports.columns.summary", getRows().size(), answered, ignored);
    }

    public String getDateOrder() {
        return dateOrder.isEmpty() ? one().mapping().dateOrder().name() : dateOrder;
    }

    public String getTimeZone() {
        return timeZone.isEmpty() ? one().mapping().timeZone() : timeZone;
    }

    public String getError() {
        return error;
    }
}
