package org.entezar.demo;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entezar.collection.Campaign;
import org.entezar.collection.ResponseId;
import org.entezar.collection.Responses;
import org.entezar.collection.StoredResponse;
import org.entezar.kernel.Caller;
import org.entezar.kernel.WorkspaceId;
import org.entezar.platform.json.Json;
import org.entezar.questionnaire.Category;
import org.entezar.relationship.CaseFilter;
import org.entezar.relationship.CaseId;
import org.entezar.relationship.CaseKind;
import org.entezar.relationship.CaseState;
import org.entezar.relationship.CaseStep;
import org.entezar.relationship.Cases;
import org.entezar.relationship.NewCase;
import org.entezar.relationship.Severity;

/**
 * A handful of cases in a demo workspace, one in each state and one beyond its day, told in the workspace's own language.
 * They are about what goes wrong in any service. Those that are missing are opened.
 */
final class DemoCases {

    private static final String TEXTS = "cases.json";

    /** What each is, in the order of their texts; the last is the newest. */
    private static final List<Plot> PLOTS = List.of(
            new Plot(CaseKind.COMPLAINT, Severity.HIGH, -2, CaseState.OPEN),
            new Plot(CaseKind.COMPLAINT, Severity.MEDIUM, 3, CaseState.IN_PROGRESS),
            new Plot(CaseKind.COMPLAINT, Severity.LOW, 7, CaseState.OPEN),
            new Plot(CaseKind.COMPLAINT, Severity.MEDIUM, 1, CaseState.RESOLVED),
            new Plot(CaseKind.RECOVERY, Severity.HIGH, 1, CaseState.CLOSED));

    private final Cases cases;
    private final Responses responses;
    private final Clock clock;

    DemoCases(Cases cases, Responses responses, Clock clock) {
        this.cases = cases;
        this.responses = responses;
        this.clock = clock;
    }

    /**
     * How a case goes.
     *
     * @param due in how many days from today
     * @param ends the state in which it is left
     */
    private record Plot(CaseKind kind, Severity severity, int due, CaseState ends) {}

    /** What people wrote about it. */
    private record Told(String title, Optional<String> note, Optional<String> outcome) {}

    /** Opens them unless there are cases already; the first comes from a response of the campaign. */
    void fill(Caller demo, WorkspaceId workspace, String language, ZoneId zone, Campaign campaign) {
        int there = cases.list(demo, workspace, CaseFilter.ALL, Optional.empty(), PLOTS.size())
                .cases()
                .size();
        List<Told> told = texts().getOrDefault(language, List.of());
        List<Category> categories = cases.categories(demo, workspace).categories();
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        Optional<ResponseId> response =
                responses.list(demo, workspace, campaign.id(), Optional.empty(), 1).responses().stream()
                        .map(StoredResponse::id)
                        .findFirst();
        for (int i = there; i < told.size(); i++) {
            Plot plot = PLOTS.get(i);
            CaseId id = cases.open(
                            demo,
                            workspace,
                            new NewCase(
                                    plot.kind(),
                                    plot.severity(),
                                    Optional.of(categories
                                            .get(i % categories.size())
                                            .key()),
                                    i == 0 ? response : Optional.empty(),
                                    told.get(i).title(),
                                    Optional.empty(),
                                    Optional.of(today.plusDays(plot.due()))))
                    .id();
            work(demo, workspace, id, plot, told.get(i));
        }
    }

    private void work(Caller demo, WorkspaceId workspace, CaseId id, Plot plot, Told told) {
        if (plot.ends() != CaseState.OPEN) {
            step(demo, workspace, id, CaseStep.to(CaseState.IN_PROGRESS));
        }
        told.note().ifPresent(note -> cases.note(demo, workspace, id, note));
        told.outcome().ifPresent(outcome -> step(demo, workspace, id, CaseStep.resolved(outcome)));
        if (plot.ends() == CaseState.CLOSED) {
            step(demo, workspace, id, CaseStep.to(CaseState.CLOSED));
        }
    }

    private void step(Caller demo, WorkspaceId workspace, CaseId id, CaseStep step) {
        cases.progress(demo, workspace, id, step, Cases.ANY_STATE);
    }

    private static Map<String, List<Told>> texts() {
        try (InputStream stream = DemoCases.class.getResourceAsStream(TEXTS)) {
            if (stream == null) {
                throw new IllegalStateException(TEXTS);
            }
            return Json.mapper()
                    .convertValue(
                            Json.parse(new String(stream.readAllBytes(), StandardCharsets.UTF_8)),
                            new TypeReference<Map<String, List<Told>>>() {});
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
