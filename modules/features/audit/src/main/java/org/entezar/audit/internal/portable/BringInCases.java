package org.entezar.audit.internal.portable;

import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.entezar.audit.WorkspaceParts;
import org.entezar.collection.ResponseId;
import org.entezar.kernel.Caller;
import org.entezar.kernel.Permission;
import org.entezar.kernel.WorkspaceId;
import org.entezar.questionnaire.Category;
import org.entezar.relationship.CaseEntry;
import org.entezar.relationship.CaseId;
import org.entezar.relationship.CaseState;
import org.entezar.relationship.CaseStep;
import org.entezar.relationship.Cases;
import org.entezar.relationship.NewCase;

/**
 * Brings in cases with their notes and where they stand, worked by nobody, since accounts do not come along. A category or
 * a response that did not come is left out; cases whose words were erased are not brought in.
 */
final class BringInCases {

    private final WorkspaceParts parts;
    private final BringInOnce once;
    private final Caller caller;
    private final WorkspaceId workspace;

    BringInCases(WorkspaceParts parts, BringInOnce once) {
        this.parts = parts;
        this.once = once;
        this.caller = once.caller();
        this.workspace = once.workspace();
    }

    void all(PortableReader reader) throws IOException {
        if (!reader.has(Part.CASES)) {
            return;
        }
        Set<String> categories = parts.categories()
                .tree(caller, workspace)
                .all()
                .map(Category::key)
                .collect(Collectors.toSet());
        reader.lines(Part.CASES, Lines.CaseLine.class, line -> line.title()
                .ifPresent(title ->
                        once.write("case", line.id(), Permission.CASE_WORK, () -> write(line, title, categories))));
    }

    private CaseId write(Lines.CaseLine line, String title, Set<String> categories) {
        Cases cases = parts.cases();
        CaseId id = cases.open(
                        caller,
                        workspace,
                        new NewCase(
                                line.kind(),
                                line.severity(),
                                line.category().filter(categories::contains),
                                line.response().map(ResponseId::parse).filter(this::isHere),
                                title,
                                Optional.empty(),
                                line.due()))
                .id();
        line.log().stream()
                .filter(entry -> entry.kind() == CaseEntry.Kind.NOTED)
                .flatMap(entry -> entry.words().stream())
                .forEach(note -> cases.note(caller, workspace, id, note));
        switch (line.state()) {
            case OPEN -> {
                // As it is born.
            }
            case IN_PROGRESS -> step(id, CaseStep.to(CaseState.IN_PROGRESS));
            case RESOLVED -> step(id, CaseStep.resolved(line.outcome().orElse("")));
            case CLOSED -> {
                step(id, CaseStep.resolved(line.outcome().orElse("")));
                step(id, CaseStep.to(CaseState.CLOSED));
            }
        }
        return id;
    }

    private void step(CaseId id, CaseStep step) {
        parts.cases().progress(caller, workspace, id, step, Cases.ANY_STATE);
    }

    private boolean isHere(ResponseId response) {
        return parts.collection()
                .responseLists()
                .campaign(caller, workspace, response)
                .isPresent();
    }
}
