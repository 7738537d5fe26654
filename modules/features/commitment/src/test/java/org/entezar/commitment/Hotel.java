package org.entezar.commitment;

import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entezar.fixtures.Callers;
import org.entezar.fixtures.TestDatabase;
import org.entezar.kernel.Caller;
import org.entezar.kernel.Directory;
import org.entezar.kernel.LocalizedText;
import org.entezar.kernel.Permission;
import org.entezar.kernel.Uuids;
import org.entezar.kernel.WorkspaceId;
import org.entezar.platform.tenancy.Work;
import org.entezar.questionnaire.Categories;
import org.entezar.workspace.NewWorkspace;
import org.entezar.workspace.WorkspaceSettings;
import org.entezar.workspace.Workspaces;

/** A workspace in English and Persian on a real database, with a clock that is moved on by hand. */
final class Hotel implements AutoCloseable {

    static final LocalDate SPRING = LocalDate.of(2026, 3, 21);

    final TestDatabase database = TestDatabase.create();
    final Uuids ids = new Uuids(Clock.systemUTC());
    final WorkspaceId workspace = new WorkspaceId(ids.next());
    final WorkspaceId elsewhere = new WorkspaceId(ids.next());
    final Caller owner = Callers.owner(workspace);
    final Work work;
    final Workspaces workspaces;
    final Categories categories;
    final Standards standards;
    final Promises promises;
    final CategoryNames categoryNames;
    private final ByHand clock = new ByHand();

    Hotel() {
        work = database.work(clock);
        workspaces = new Workspaces(work, nobody(), Set.of());
        categories = new Categories(work);
        standards = new Standards(work, workspaces, categories, ids);
        promises = new Promises(work, workspaces, categories, ids);
        categoryNames = new CategoryNames(work, categories);
        register(workspace, "aria");
        register(elsewhere, "bahar");
    }

    private void register(WorkspaceId id, String alias) {
        workspaces.register(
                id,
                new NewWorkspace(
                        alias,
                        LocalizedText.of("en", alias),
                        List.of("en", "fa"),
                        "Asia/Tehran",
                        Set.of(),
                        Optional.empty()));
    }

    private static Directory nobody() {
        return (Directory) Proxy.newProxyInstance(
                Directory.class.getClassLoader(), new Class<?>[] {Directory.class}, (proxy, method, arguments) -> {
                    throw new UnsupportedOperationException("no identity provider in this test");
                });
    }

    void speak(String... languages) {
        workspaces.configure(
                owner,
                workspace,
                new WorkspaceSettings(
                        Optional.empty(),
                        Optional.of(List.of(languages)),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
    }

    /** Lets an hour pass and tells the time in its middle. */
    Instant hourPasses() {
        Instant between = clock.now.plus(Duration.ofMinutes(30));
        clock.now = clock.now.plus(Duration.ofHours(1));
        return between;
    }

    static StandardTerms checkIn(String target) {
        return new StandardTerms(
                LocalizedText.of("en", "Check-in"),
                "responsiveness",
                LocalizedText.of("en", "Minutes from the desk to the key"),
                "min",
                StandardTerms.Direction.AT_MOST,
                new BigDecimal(target),
                new BigDecimal("95"),
                SPRING,
                Optional.empty());
    }

    static PromiseTerms breakfast(String text) {
        return new PromiseTerms(
                LocalizedText.of("en", text),
                "tangibles",
                "Marketing",
                PromiseTerms.Medium.WEBSITE,
                "aria.example/breakfast",
                SPRING,
                Optional.of(SPRING.plusYears(1)));
    }

    /** Action, reason and whole text of the latest entry on a subject. */
    List<String> latestEntry(String subject) {
        return work.read(owner, workspace, Permission.HISTORY_READ, tx -> tx.handle()
                .createQuery("select action, entry from history_entry where workspace_id = :workspace"
                        + " and subject = :subject order by sequence desc limit 1")
                .bind("workspace", workspace.value())
                .bind("subject", subject)
                .map((row, context) -> List.of(row.getString(1), row.getString(2)))
                .one());
    }

    @Override
    public void close() {
        database.close();
    }

    private static final class ByHand extends Clock {
        private Instant now = Instant.parse("2026-04-01T08:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
