package org.entezar.console.imports;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.entezar.collection.Campaign;
import org.entezar.collection.ColumnTarget;
import org.entezar.collection.Import;
import org.entezar.collection.ImportFault;
import org.entezar.collection.Imports;
import org.entezar.collection.PreviewRow;
import org.entezar.console.Format;
import org.entezar.console.Place;
import org.entezar.console.Visitor;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Problem;
import org.entezar.questionnaire.Questionnaire;
import org.entezar.questionnaire.Questionnaires;
import org.jspecify.annotations.Nullable;

/** The first rows of a file as they will be read. In views: {@code importRows}. */
@Named("importRows")
@RequestScoped
public class RowsView {

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
    Format format;

    private @Nullable List<Head> heads;
    private @Nullable List<Line> lines;

    /**
     * A column that is read.
     *
     * @param index its place in the file
     * @param name its name there
     * @param words what it holds
     */
    public record Head(int index, String name, String words) {}

    /**
     * A cell as it is read.
     *
     * @param value what was understood; what stands in the file when nothing was
     * @param fault why the row is refused for it; empty when it is not
     */
    public record Cell(String value, String fault) {}

    /**
     * A row of the file.
     *
     * @param number the line where it begins
     * @param fault what is wrong with the row as a whole
     * @param refused whether it would be refused
     * @param cells one for each head
     */
    public record Line(long number, String fault, boolean refused, List<Cell> cells) {}

    private Import one() {
        return view.getOne();
    }

    /** The columns that are not ignored. */
    public List<Head> getHeads() {
        if (heads == null) {
            Campaign campaign = view.campaign().orElseThrow(() -> new Problem(ErrorCode.NOT_FOUND));
            Questionnaire document = questionnaires
                    .version(visitor.getCaller(), place.getWorkspaceId(), campaign.questionnaire(), campaign.version())
                    .document();
            Map<ColumnTarget, String> answers = targets.answers(document);
            List<Head> made = new ArrayList<>();
            for (int i = 0; i < one().mapping().targets().size(); i++) {
                ColumnTarget target = one().mapping().targets().get(i);
                if (target.kind() != ColumnTarget.Kind.IGNORE) {
                    made.add(new Head(i, one().shape().columns().get(i), targets.words(target, answers)));
                }
            }
            heads = made;
        }
        return heads;
    }

    public List<Line> getLines() {
        if (lines == null) {
            lines = imports.preview(visitor.getCaller(), place.getWorkspaceId(), one().id()).stream()
                    .map(this::line)
                    .toList();
        }
        return lines;
    }

    private Line line(PreviewRow row) {
        Map<String, ImportFault> faults = new HashMap<>();
        row.faults().forEach(fault -> faults.putIfAbsent(fault.column(), fault));
        List<Cell> cells = new ArrayList<>();
        for (Head head : getHeads()) {
            ImportFault fault = faults.get(head.name());
            cells.add(
                    fault == null
                            ? new Cell(value(row, one().mapping().targets().get(head.index())), "")
                            : new Cell(fault.value(), Imports.reason(fault, visitor.getLanguage())));
        }
        ImportFault whole = faults.get("");
        return new Line(
                row.line(),
                whole == null ? "" : Imports.reason(whole, visitor.getLanguage()),
                !row.faults().isEmpty(),
                cells);
    }

    private String value(PreviewRow row, ColumnTarget target) {
        return switch (target.kind()) {
            case CONTEXT -> row.response().context().getOrDefault(target.key(), "");
            case LANGUAGE -> row.response().language().map(format::language).orElse("");
            case SUBMITTED_AT ->
                row.response().submittedAt().map(format::dateTime).orElse("");
            case ANSWER -> answer(row.response().answers().get(target.key()), target);
            case ID -> "✓";
            case IGNORE -> "";
        };
    }

    private String answer(@Nullable JsonNode answer, ColumnTarget target) {
        JsonNode value = answer == null
                ? null
                : target.facet().map(facet -> answer.get(facet.key())).orElse(answer);
        if (value == null) {
            return "";
        }
        return value.isNumber()
                ? format.number(value.decimalValue())
                : value.isTextual() ? value.asText() : value.toString();
    }
}
