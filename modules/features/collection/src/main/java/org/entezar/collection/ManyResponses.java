package org.entezar.collection;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.entezar.collection.internal.campaign.LiveCampaigns.LiveCampaign;
import org.entezar.collection.internal.response.BoundedLines;
import org.entezar.collection.internal.response.MonthlyResponses;
import org.entezar.collection.internal.response.Outcome;
import org.entezar.collection.internal.response.ResponseRow;
import org.entezar.collection.internal.response.ResponseStore;
import org.entezar.kernel.Caller;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Permission;
import org.entezar.kernel.Problem;
import org.entezar.kernel.WorkspaceId;
import org.entezar.platform.json.Json;
import org.entezar.platform.tenancy.Work;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Stores many responses, a part of them a transaction, and tells of each what became of it. */
final class ManyResponses {

    /** Responses of one transaction. */
    private static final int PART = 256;

    private static final Logger LOG = LoggerFactory.getLogger(ManyResponses.class);

    private final Work work;
    private final ResponseChecks checks;
    private final MonthlyResponses monthly;
    private final Consumer<WorkspaceId> stored;

    ManyResponses(Work work, ResponseChecks checks, MonthlyResponses monthly, Consumer<WorkspaceId> stored) {
        this.work = work;
        this.checks = checks;
        this.monthly = monthly;
        this.stored = stored;
    }

    /** One line on its way: refused already, or a row that waits for its part to be stored. */
    private record Pending(long line, Optional<ResponseRow> row, Optional<LineResult> refused) {}

    List<LineResult> store(Caller caller, WorkspaceId workspace, LiveCampaign target, List<NewResponse> responses) {
        List<LineResult> results = new ArrayList<>(responses.size());
        List<Pending> part = new ArrayList<>(PART);
        for (int i = 0; i < responses.size(); i++) {
            part.add(checked(workspace, target, i + 1L, responses.get(i)));
            if (part.size() == PART || i == responses.size() - 1) {
                flush(caller, workspace, part, results::add);
            }
        }
        return results;
    }

    void store(
            Caller caller,
            WorkspaceId workspace,
            LiveCampaign target,
            InputStream stream,
            Consumer<LineResult> results) {
        BoundedLines lines = new BoundedLines(stream);
        List<Pending> part = new ArrayList<>(PART);
        try {
            for (Optional<BoundedLines.Line> line = lines.next(); line.isPresent(); line = lines.next()) {
                part.add(read(workspace, target, line.get()));
                if (part.size() == PART) {
                    flush(caller, workspace, part, results);
                }
            }
        } catch (IOException broken) {
            // What arrived whole is stored and told before the break is.
            flush(caller, workspace, part, results);
            throw new UncheckedIOException(broken);
        }
        flush(caller, workspace, part, results);
    }

    private Pending read(WorkspaceId workspace, LiveCampaign target, BoundedLines.Line line) {
        if (line.bytes().isEmpty()) {
            return refused(line.number(), Optional.empty(), new Problem(ErrorCode.TOO_LARGE, BoundedLines.LONGEST));
        }
        try {
            return checked(
                    workspace,
                    target,
                    line.number(),
                    Json.readInput(line.bytes().get(), NewResponse.class));
        } catch (Problem problem) {
            return refused(line.number(), Optional.empty(), problem);
        }
    }

    private Pending checked(WorkspaceId workspace, LiveCampaign target, long line, NewResponse response) {
        try {
            ResponseRow row = checks.check(workspace, target, response).row();
            monthly.take(workspace, 1);
            return new Pending(line, Optional.of(row), Optional.empty());
        } catch (Problem problem) {
            return refused(line, response.id(), problem);
        }
    }

    private static Pending refused(long line, Optional<ResponseId> id, Problem problem) {
        return new Pending(line, Optional.empty(), Optional.of(LineResult.refused(line, id, problem)));
    }

    private void flush(Caller caller, WorkspaceId workspace, List<Pending> part, Consumer<LineResult> results) {
        List<ResponseRow> rows =
                part.stream().flatMap(pending -> pending.row().stream()).toList();
        List<LineResult> told = insert(caller, workspace, part, rows);
        part.clear();
        told.forEach(results);
    }

    private List<LineResult> insert(Caller caller, WorkspaceId workspace, List<Pending> part, List<ResponseRow> rows) {
        List<LineResult> told = new ArrayList<>(part.size());
        try {
            List<Outcome> outcomes = rows.isEmpty()
                    ? List.of()
                    : work.append(caller, workspace, Permission.RESPONSE_SUBMIT, tx -> ResponseStore.insert(tx, rows));
            stored.accept(workspace);
            int next = 0;
            for (Pending pending : part) {
                told.add(
                        pending.row().isPresent()
                                ? result(pending.line(), pending.row().get(), outcomes.get(next++))
                                : pending.refused().orElseThrow());
            }
        } catch (Problem away) {
            part.forEach(pending -> told.add(pending.refused()
                    .orElseGet(() ->
                            LineResult.refused(pending.line(), pending.row().map(ResponseRow::id), away))));
        } catch (RuntimeException failure) {
            if (part.size() == 1) {
                LOG.error("A response could not be stored", failure);
                Pending only = part.get(0);
                return List.of(LineResult.refused(
                        only.line(), only.row().map(ResponseRow::id), new Problem(ErrorCode.INTERNAL, "-")));
            }
            LOG.warn("A part of {} responses failed; each is tried alone", part.size(), failure);
            told.clear();
            part.forEach(pending -> told.addAll(insert(
                    caller, workspace, List.of(pending), pending.row().stream().toList())));
        }
        return told;
    }

    private static LineResult result(long line, ResponseRow row, Outcome outcome) {
        return outcome == Outcome.CONFLICT
                ? LineResult.refused(line, Optional.of(row.id()), ResponseChecks.differs(row.id()))
                : LineResult.stored(line, row.id(), outcome == Outcome.DUPLICATE);
    }
}
