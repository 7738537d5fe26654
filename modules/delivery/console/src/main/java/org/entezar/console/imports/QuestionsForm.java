package org.entezar.console.imports;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.entezar.collection.ColumnTarget;
import org.entezar.collection.ColumnWords;
import org.entezar.collection.FileColumn;
import org.entezar.collection.FileSurvey;
import org.entezar.collection.Imports;
import org.entezar.console.CurrentWorkspace;
import org.entezar.console.Format;
import org.entezar.console.LanguageNames;
import org.entezar.console.Place;
import org.entezar.console.Text;
import org.entezar.console.Visitor;
import org.entezar.console.imports.AskedItem.AskedColumn;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.LocalizedText;
import org.entezar.kernel.Problem;
import org.entezar.kernel.Violation;
import org.entezar.questionnaire.Facet;
import org.entezar.questionnaire.Item;
import org.entezar.questionnaire.QuestionnaireSummary;
import org.entezar.questionnaire.Questionnaires;
import org.entezar.questionnaire.Scale;
import org.entezar.questionnaire.Section;
import org.jspecify.annotations.Nullable;

/**
 * The form that makes a survey out of a file: what was asked, in which sense each column answers it, on which scale. It
 * begins with what the file looks like, and what is typed into it wins. In views: {@code importQuestions}.
 */
@Named("importQuestions")
@RequestScoped
public class QuestionsForm {

    private static final List<String> SCALES = List.of("1-5", "1-7", "1-9", "1-10", "0-10");
    private static final Pattern IN_DOCUMENT = Pattern.compile("/sections/(\\d{1,4})/items/(\\d{1,4})(?:/.*)?");
    private static final int LONGEST_KEY = 40;

    @Inject
    Imports imports;

    @Inject
    Questionnaires questionnaires;

    @Inject
    ImportView view;

    @Inject
    Targets targets;

    @Inject
    CurrentWorkspace workspace;

    @Inject
    Visitor visitor;

    @Inject
    Place place;

    @Inject
    Text text;

    @Inject
    Format format;

    private final Map<String, String> typed = new HashMap<>();
    private final Map<String, String> itemErrors = new HashMap<>();
    private List<ColumnWords> named = List.of();
    private String naming = "";
    private String error = "";
    private String keyError = "";
    private String nameError = "";
    private String codebookError = "";
    private @Nullable FileSurvey proposed;
    private @Nullable List<FileColumn> columns;
    private @Nullable List<AskedGroup> groups;

    /** Takes what was sent, so that nothing of it is lost when it is refused. */
    void take(HttpServletRequest request) {
        request.getParameterMap().forEach((name, values) -> {
            if (values.length > 0) {
                typed.put(name, values[0]);
            }
        });
        naming = typed.getOrDefault("naming", "");
    }

    private String typed(String name, String otherwise) {
        return typed.getOrDefault(name, otherwise);
    }

    private FileSurvey proposed() {
        if (proposed == null) {
            String language = getLanguage();
            proposed = imports.survey(
                    visitor.getCaller(),
                    place.getWorkspaceId(),
                    view.getOne().id(),
                    "survey",
                    LocalizedText.of(language, getName()),
                    language);
        }
        return proposed;
    }

    private List<FileColumn> columns() {
        if (columns == null) {
            columns = imports.columns(
                    visitor.getCaller(), place.getWorkspaceId(), view.getOne().id());
        }
        return columns;
    }

    /** The name of questionnaire and campaign: the file's, until another is typed. */
    public String getName() {
        String file = view.getOne()
                .fileName()
                .replaceFirst("\\.[A-Za-z0-9]{1,5}$", "")
                .replace('_', ' ');
        return typed("name", file.strip());
    }

    /** The key of the questionnaire: from its name, and one that is still free. */
    public String getKey() {
        if (typed.containsKey("key")) {
            return typed("key", "").strip();
        }
        String folded = Normalizer.normalize(getName(), Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^[^a-z]+|-+$", "");
        String base = folded.isEmpty() ? "survey" : folded;
        Set<String> taken = questionnaires.list(visitor.getCaller(), place.getWorkspaceId()).stream()
                .map(QuestionnaireSummary::key)
                .collect(Collectors.toSet());
        String key = shortened(base, "");
        for (int i = 2; taken.contains(key); i++) {
            key = shortened(base, "-" + i);
        }
        return key;
    }

    private static String shortened(String base, String ending) {
        return base.substring(0, Math.min(base.length(), LONGEST_KEY - ending.length()))
                        .replaceAll("-+$", "")
                + ending;
    }

    /** The language in which the file's items are worded. */
    public String getLanguage() {
        String first = workspace.getLanguages().get(0);
        String chosen =
                typed("language", workspace.getLanguages().contains(visitor.getTag()) ? visitor.getTag() : first);
        return getLanguages().stream().anyMatch(option -> option.value().equals(chosen)) ? chosen : first;
    }

    public List<TargetOption> getLanguages() {
        return Stream.concat(workspace.getLanguages().stream(), LanguageNames.OFFERED.stream())
                .distinct()
                .map(tag -> new TargetOption(tag, format.language(tag)))
                .toList();
    }

    /** The items, by columns that begin alike. */
    public List<AskedGroup> getGroups() {
        if (groups == null) {
            Map<String, List<AskedColumn>> byItem = new HashMap<>();
            List<ColumnTarget> guessed = proposed().mapping().targets();
            for (int i = 0; i < guessed.size(); i++) {
                if (guessed.get(i).kind() == ColumnTarget.Kind.ANSWER) {
                    byItem.computeIfAbsent(guessed.get(i).key(), key -> new ArrayList<>())
                            .add(column(i));
                }
            }
            groups = proposed().questionnaire().sections().stream()
                    .map(section -> new AskedGroup(
                            section.key(),
                            typed("h." + section.key(), section.title().best(getLanguage(), "en")),
                            scale(section),
                            section.items().stream()
                                    .map(item -> asked(item, byItem.getOrDefault(item.key(), List.of())))
                                    .toList()))
                    .toList();
        }
        return groups;
    }

    private AskedItem asked(Item item, List<AskedColumn> answeredBy) {
        String words = named(answeredBy)
                .orElseGet(() -> typed("t." + item.key(), item.text().best(getLanguage(), "en")));
        return new AskedItem(item.key(), words, answeredBy, itemErrors.getOrDefault(item.key(), ""));
    }

    private Optional<String> named(List<AskedColumn> answeredBy) {
        return named.stream()
                .filter(words -> words.title().equals(naming))
                .findFirst()
                .flatMap(words -> answeredBy.stream()
                        .flatMap(column -> Stream.ofNullable(words.texts().get(column.name())))
                        .findFirst());
    }

    private String scale(Section section) {
        return section.items().stream()
                .flatMap(item -> item.scale().stream())
                .filter(one -> !one.isKano())
                .findFirst()
                .map(one -> typed("s." + section.key(), one.min() + "-" + one.max()))
                .orElse("");
    }

    private AskedColumn column(int index) {
        FileColumn column = columns().get(index);
        return new AskedColumn(
                index,
                column.name(),
                column.examples(),
                typed("c" + index, choice(proposed().mapping().targets().get(index))));
    }

    private static String choice(ColumnTarget target) {
        return switch (target.kind()) {
            case ANSWER -> target.facet().map(Facet::key).orElse("answer");
            case CONTEXT -> "context";
            case ID -> "id";
            case SUBMITTED_AT -> "submittedAt";
            case LANGUAGE -> "language";
            case IGNORE -> "ignore";
        };
    }

    /** Columns that answer no item. */
    public List<AskedColumn> getOthers() {
        List<AskedColumn> others = new ArrayList<>();
        List<ColumnTarget> guessed = proposed().mapping().targets();
        for (int i = 0; i < guessed.size(); i++) {
            if (guessed.get(i).kind() != ColumnTarget.Kind.ANSWER) {
                others.add(column(i));
            }
        }
        return others;
    }

    /** What a column beside the items can hold. */
    public List<TargetOption> getChoices() {
        return Stream.of("ignore", "context", "id", "submittedAt", "language")
                .map(choice -> new TargetOption(
                        choice, text.get("imports.target." + (choice.equals("context") ? "asGroup" : choice))))
                .toList();
    }

    /** What a column of an item can hold. */
    public List<TargetOption> getSenses() {
        return Stream.concat(
                        Arrays.stream(Facet.values()).map(facet -> new TargetOption(facet.key(), targets.facet(facet))),
                        getChoices().stream())
                .toList();
    }

    /** The scales on which a group can be answered, its own among them. */
    public List<TargetOption> scales(AskedGroup group) {
        return Stream.concat(Stream.of(group.scale()), SCALES.stream())
                .distinct()
                .map(scale -> new TargetOption(scale, scaleWords(scale)))
                .toList();
    }

    private String scaleWords(String scale) {
        Scale points = SurveyDraft.points(scale);
        return text.of("editor.points", points.points(), points.min(), points.max());
    }

    /** Some values of a column, in one line. */
    public String examples(AskedColumn column) {
        return String.join(" · ", column.examples());
    }

    /** What was found, in a sentence. */
    public String getSummary() {
        long items =
                getGroups().stream().mapToLong(group -> group.items().size()).sum();
        long answered = getGroups().stream().mapToLong(AskedGroup::columns).sum();
        return text.of("imports.questions.summary", items, answered, getOthers().size());
    }

    /**
     * The survey as the form says it.
     *
     * @throws Problem {@link ErrorCode#INVALID} when an item has two columns in one sense
     */
    FileSurvey survey() {
        return new SurveyDraft(getKey(), getName(), getLanguage(), columns(), proposed())
                .made(getGroups(), getOthers());
    }

    LocalizedText campaignName() {
        return getName().isBlank()
                ? LocalizedText.EMPTY
                : LocalizedText.of(getLanguage(), getName().strip());
    }

    /** Takes names from a codebook; the column asked for, else the one that tells most. */
    void name(List<ColumnWords> words) {
        named = words;
        if (words.stream().noneMatch(one -> one.title().equals(naming))) {
            naming = words.isEmpty() ? "" : words.get(0).title();
        }
        groups = null;
    }

    /** Columns of the codebook that names can be taken from. */
    public List<String> getNamings() {
        return named.stream().map(ColumnWords::title).toList();
    }

    public String getNaming() {
        return naming;
    }

    /** How many items the codebook named. */
    public long getNamedItems() {
        return getGroups().stream()
                .flatMap(group -> group.items().stream())
                .filter(item -> named(item.columns()).isPresent())
                .count();
    }

    void refuse(Problem problem) {
        if (problem.violations().isEmpty()) {
            if (problem.code() == ErrorCode.ALREADY_EXISTS) {
                keyError = text.problem(problem);
            } else {
                error = text.problem(problem);
            }
        }
        Set<String> others = new LinkedHashSet<>();
        for (Violation violation : problem.violations()) {
            String pointer = violation.pointer();
            if (pointer.equals("/key")) {
                keyError = text.violation(violation);
            } else if (pointer.startsWith("/title") || pointer.startsWith("/name")) {
                nameError = text.violation(violation);
            } else if (pointer.startsWith(SurveyDraft.ITEM)) {
                itemErrors.put(pointer.substring(SurveyDraft.ITEM.length()), text.get("imports.questions.twice"));
            } else {
                itemAt(pointer)
                        .ifPresentOrElse(
                                item -> itemErrors.put(item, text.violation(violation)),
                                () -> others.add(text.violation(violation)));
            }
        }
        if (!others.isEmpty()) {
            error = String.join(" ", others);
        } else if (error.isEmpty() && !problem.violations().isEmpty()) {
            error = text.get("imports.questions.faults");
        }
        groups = null;
    }

    /** The item that a fault of the questionnaire points to. */
    private Optional<String> itemAt(String pointer) {
        Matcher place = IN_DOCUMENT.matcher(pointer);
        return place.matches()
                ? Optional.of(survey().questionnaire()
                        .sections()
                        .get(Integer.parseInt(place.group(1)))
                        .items()
                        .get(Integer.parseInt(place.group(2)))
                        .key())
                : Optional.empty();
    }

    void refuseCodebook(Problem problem) {
        codebookError = switch (problem.code()) {
            case REQUIRED -> text.get("imports.noFile");
            case UNKNOWN_KEY ->
                text.of("imports.codebook.strange", problem.arguments().get(0));
            default -> text.problem(problem);
        };
    }

    public String getError() {
        return error;
    }

    public String getKeyError() {
        return keyError;
    }

    public String getNameError() {
        return nameError;
    }

    public String getCodebookError() {
        return codebookError;
    }
}
