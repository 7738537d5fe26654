package org.entezar.console.cases;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import org.entezar.console.CurrentWorkspace;
import org.entezar.console.Place;
import org.entezar.console.Text;
import org.entezar.console.Visitor;
import org.entezar.questionnaire.CategoryTree;
import org.entezar.relationship.CaseEntry;
import org.entezar.relationship.CaseState;
import org.entezar.relationship.Cases;
import org.entezar.relationship.ServiceCase;
import org.entezar.relationship.Severity;
import org.jspecify.annotations.Nullable;

/** What facts of cases are called and how they are marked. In views: {@code caseWords}. */
@Named
@RequestScoped
public class CaseWords {

    @Inject
    Cases cases;

    @Inject
    CurrentWorkspace workspace;

    @Inject
    Visitor visitor;

    @Inject
    Place place;

    @Inject
    Text text;

    @Inject
    Clock clock;

    private @Nullable CategoryTree tree;

    CategoryTree tree() {
        if (tree == null) {
            tree = cases.categories(visitor.getCaller(), place.getWorkspaceId());
        }
        return tree;
    }

    /** What the category is called; its key when it is not in the tree any more. */
    public String category(String key) {
        return tree().find(key)
                .map(category -> text.best(category.name()))
                .filter(name -> !name.isEmpty())
                .orElse(key);
    }

    public String severity(Severity severity) {
        return text.get("cases.severity." + severity.name());
    }

    public String state(CaseState state) {
        return text.get("cases.state." + state.name());
    }

    /** The kind of badge that a weight is shown with. */
    public String severityBadge(Severity severity) {
        return switch (severity) {
            case LOW -> "";
            case MEDIUM -> "warn";
            case HIGH -> "bad";
        };
    }

    /** The kind of badge that a state is shown with. */
    public String stateBadge(CaseState state) {
        return switch (state) {
            case OPEN, IN_PROGRESS -> "brand";
            case RESOLVED -> "good";
            case CLOSED -> "";
        };
    }

    /** The kind of badge that something that happened is shown with. */
    public String entryBadge(CaseEntry.Kind kind) {
        return switch (kind) {
            case OPENED, REOPENED -> "brand";
            case RESOLVED -> "good";
            case ERASED -> "warn";
            case CHANGED, NOTED, CLOSED -> "";
        };
    }

    /** Whether it waits beyond its day, by the workspace's clock. */
    public boolean isOverdue(ServiceCase one) {
        return one.isOverdue(today());
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), workspace.getZone());
    }
}
