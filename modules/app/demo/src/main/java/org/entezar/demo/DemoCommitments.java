package org.entezar.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.entezar.commitment.PromiseTerms;
import org.entezar.commitment.Promises;
import org.entezar.commitment.Standard;
import org.entezar.commitment.StandardTerms;
import org.entezar.commitment.Standards;
import org.entezar.kernel.Caller;
import org.entezar.kernel.WorkspaceId;
import org.entezar.platform.json.Json;

/**
 * Standards and promises as an organisation of the trade has them, their days within the simulated year. They are entered
 * where there are none, so that a visitor who changed them finds them so after the next start.
 */
final class DemoCommitments {

    private final Standards standards;
    private final Promises promises;
    private final Clock clock;

    DemoCommitments(Standards standards, Promises promises, Clock clock) {
        this.standards = standards;
        this.promises = promises;
        this.clock = clock;
    }

    /** What a trade has; the file bears the plugin's id. */
    private record Trade(List<Dated> standards, List<Dated> promises) {}

    /**
     * One commitment.
     *
     * @param daysAgo its first day, before today
     * @param endedDaysAgo its last day; none while it is in force
     * @param terms without days
     * @param then what of the terms was changed later
     */
    private record Dated(int daysAgo, Optional<Integer> endedDaysAgo, ObjectNode terms, Optional<ObjectNode> then) {

        ObjectNode on(LocalDate today) {
            ObjectNode dated = terms.deepCopy();
            dated.put("validFrom", today.minusDays(daysAgo).toString());
            endedDaysAgo.ifPresent(
                    days -> dated.put("validUntil", today.minusDays(days).toString()));
            return dated;
        }
    }

    /** Enters those of the trade, if it has any. */
    void enter(Caller demo, WorkspaceId workspace, String plugin, ZoneId zone) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        read(plugin).ifPresent(trade -> {
            if (standards.list(demo, workspace).isEmpty()) {
                trade.standards().forEach(one -> set(demo, workspace, one, today));
            }
            if (promises.list(demo, workspace).isEmpty()) {
                trade.promises()
                        .forEach(one -> promises.make(demo, workspace, terms(one.on(today), PromiseTerms.class)));
            }
        });
    }

    private void set(Caller demo, WorkspaceId workspace, Dated one, LocalDate today) {
        Standard set = standards.create(demo, workspace, terms(one.on(today), StandardTerms.class));
        one.then().ifPresent(changed -> {
            ObjectNode terms = one.on(today);
            terms.setAll(changed);
            standards.change(demo, workspace, set.id(), terms(terms, StandardTerms.class), set.etag());
        });
    }

    private static <T> T terms(ObjectNode terms, Class<T> type) {
        return Json.read(terms.toString(), type);
    }

    private static Optional<Trade> read(String plugin) {
        try (InputStream file = DemoCommitments.class.getResourceAsStream("commitments/" + plugin + ".json")) {
            return file == null
                    ? Optional.empty()
                    : Optional.of(Json.read(new String(file.readAllBytes(), StandardCharsets.UTF_8), Trade.class));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
