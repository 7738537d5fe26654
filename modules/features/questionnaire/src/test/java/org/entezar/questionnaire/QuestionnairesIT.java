package org.entezar.questionnaire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.entezar.fixtures.Problems.assertCode;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.entezar.fixtures.Callers;
import org.entezar.fixtures.TestDatabase;
import org.entezar.kernel.Caller;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.LocalizedText;
import org.entezar.kernel.Permission;
import org.entezar.kernel.Problem;
import org.entezar.kernel.Role;
import org.entezar.kernel.Violation;
import org.entezar.kernel.WorkspaceId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuestionnairesIT {

    private static TestDatabase database;

    private final Questionnaires questionnaires = new Questionnaires(database.work());
    private final WorkspaceId workspace = new WorkspaceId(UUID.randomUUID());
    private final Caller owner = Callers.owner(workspace);

    @BeforeAll
    static void start() {
        database = TestDatabase.create();
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    private static Questionnaire changed(String from, String to) {
        return Documents.read(Documents.STAY.replace(from, to));
    }

    @Test
    void aDraftIsKeptAsItWasWritten() {
        Draft created = questionnaires.create(owner, workspace, Documents.stay());
        assertThat(created.document()).isEqualTo(Documents.stay());
        assertThat(created.publishedVersion()).isEmpty();
        assertThat(questionnaires.draft(owner, workspace, "stay")).isEqualTo(created);
        assertCode(() -> questionnaires.create(owner, workspace, Documents.stay()), ErrorCode.ALREADY_EXISTS);
    }

    @Test
    void aSaveOverSomebodyElsesWorkIsRefused() {
        Draft loaded = questionnaires.create(owner, workspace, Documents.stay());
        Draft theirs = questionnaires.save(owner, workspace, changed("Your stay", "Your visit"), loaded.etag());
        assertThat(theirs.etag()).isNotEqualTo(loaded.etag());
        assertCode(
                () -> questionnaires.save(owner, workspace, changed("Your stay", "My stay"), loaded.etag()),
                ErrorCode.STALE);
        assertCode(() -> questionnaires.delete(owner, workspace, "stay", loaded.etag()), ErrorCode.STALE);
        assertThat(questionnaires.draft(owner, workspace, "stay")).isEqualTo(theirs);
    }

    @Test
    void ofTwoSavesAtOnceOneIsRefused() throws Exception {
        Draft loaded = questionnaires.create(owner, workspace, Documents.stay());
        ExecutorService two = Executors.newFixedThreadPool(2);
        try {
            CountDownLatch start = new CountDownLatch(1);
            List<Future<Boolean>> outcomes = List.of("A", "B").stream()
                    .map(title -> two.submit(() -> {
                        start.await();
                        try {
                            questionnaires.save(owner, workspace, changed("Your stay", title), loaded.etag());
                            return true;
                        } catch (Problem stale) {
                            assertThat(stale.code()).isEqualTo(ErrorCode.STALE);
                            return false;
                        }
                    }))
                    .toList();
            start.countDown();
            assertThat(List.of(outcomes.get(0).get(), outcomes.get(1).get())).containsExactlyInAnyOrder(true, false);
        } finally {
            two.shutdownNow();
        }
    }

    @Test
    void publishingFreezesTheDraftAndTheNextDraftGoesOn() {
        questionnaires.create(owner, workspace, Documents.stay());
        Version first = questionnaires.publish(owner, workspace, "stay");
        assertThat(first.number()).isEqualTo(1);
        assertCode(() -> questionnaires.publish(owner, workspace, "stay"), ErrorCode.NOTHING_TO_PUBLISH);
        assertThat(questionnaires.list(owner, workspace))
                .extracting(QuestionnaireSummary::publishedVersion, QuestionnaireSummary::changedSince)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(Optional.of(1), false));

        questionnaires.save(owner, workspace, changed("Kept its word", "Kept its promise"), "*");
        assertThat(questionnaires.pending(owner, workspace, "stay"))
                .extracting(DocumentChange::kind, DocumentChange::subject)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(DocumentChange.Kind.TEXT_CHANGED, "sq01"));
        assertThat(questionnaires.list(owner, workspace))
                .extracting(QuestionnaireSummary::changedSince)
                .containsExactly(true);
        assertThat(questionnaires.publish(owner, workspace, "stay").number()).isEqualTo(2);
        assertThat(questionnaires.version(owner, workspace, "stay", 1)).isEqualTo(first);
        assertThat(questionnaires.versions(owner, workspace, "stay"))
                .extracting(VersionSummary::number)
                .containsExactly(2, 1);

        questionnaires.delete(owner, workspace, "stay", "*");
        assertCode(() -> questionnaires.draft(owner, workspace, "stay"), ErrorCode.NOT_FOUND);
        assertThat(questionnaires.version(owner, workspace, "stay", 1)).isEqualTo(first);
        assertThat(questionnaires.create(owner, workspace, Documents.stay()).publishedVersion())
                .contains(2);
    }

    @Test
    void whatIsIncompleteIsADraftAndNoVersion() {
        questionnaires.create(
                owner,
                workspace,
                Documents.read(Documents.STAY
                        .replace("'text':{'en':'Why?'}", "'text':{'fa':'چرا؟'}")
                        .replace("'category':'reliability'", "'category':'unheard-of'")));
        assertThatThrownBy(() -> questionnaires.publish(owner, workspace, "stay"))
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.violations())
                        .extracting(Violation::pointer, Violation::code)
                        .containsExactlyInAnyOrder(
                                org.assertj.core.groups.Tuple.tuple(
                                        "/sections/0/items/2/text", ErrorCode.MISSING_TRANSLATION),
                                org.assertj.core.groups.Tuple.tuple(
                                        "/sections/0/items/0/category", ErrorCode.UNKNOWN_KEY)));
        assertThat(questionnaires.obstacles(owner, workspace, "stay")).hasSize(2);
        assertThat(questionnaires.versions(owner, workspace, "stay")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update questionnaire_version set document = '{}' where workspace_id = '%s'",
                "delete from questionnaire_version where workspace_id = '%s'",
                "truncate questionnaire_version",
                "alter table questionnaire_version disable row level security"
            })
    void noVersionCanBeAlteredByTheServersRole(String statement) {
        questionnaires.create(owner, workspace, Documents.stay());
        Version version = questionnaires.publish(owner, workspace, "stay");
        assertThatThrownBy(() -> database.work()
                        .append(owner, workspace, Permission.QUESTIONNAIRE_PUBLISH, tx -> tx.handle()
                                .execute(statement.formatted(workspace))))
                .satisfies(failure -> assertThat(sqlState(failure)).isEqualTo("42501"));
        assertThat(questionnaires.version(owner, workspace, "stay", 1)).isEqualTo(version);
    }

    private static String sqlState(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof java.sql.SQLException sql) {
                return sql.getSQLState();
            }
        }
        return "";
    }

    @Test
    void anotherWorkspaceHasItsOwn() {
        questionnaires.create(owner, workspace, Documents.stay());
        questionnaires.publish(owner, workspace, "stay");
        WorkspaceId elsewhere = new WorkspaceId(UUID.randomUUID());
        Caller stranger = Callers.owner(elsewhere);
        assertCode(() -> questionnaires.draft(stranger, workspace, "stay"), ErrorCode.WORKSPACE_NOT_FOUND);
        assertCode(() -> questionnaires.draft(stranger, elsewhere, "stay"), ErrorCode.NOT_FOUND);
        assertCode(() -> questionnaires.version(stranger, elsewhere, "stay", 1), ErrorCode.NOT_FOUND);
        assertThat(questionnaires.list(stranger, elsewhere)).isEmpty();
        assertThat(questionnaires.create(stranger, elsewhere, Documents.stay()).publishedVersion())
                .isEmpty();
    }

    @Test
    void whoMayReadMayNotWriteAndWhoMayNeitherSeesNothing() {
        questionnaires.create(owner, workspace, Documents.stay());
        Caller analyst = Callers.member(workspace, Role.ANALYST);
        Caller frontline = Callers.member(workspace, Role.FRONTLINE);
        assertThat(questionnaires.draft(analyst, workspace, "stay").document()).isEqualTo(Documents.stay());
        assertCode(() -> questionnaires.save(analyst, workspace, Documents.stay(), "*"), ErrorCode.FORBIDDEN);
        assertCode(() -> questionnaires.publish(analyst, workspace, "stay"), ErrorCode.FORBIDDEN);
        assertCode(() -> questionnaires.delete(analyst, workspace, "stay", "*"), ErrorCode.FORBIDDEN);
        assertCode(() -> questionnaires.draft(frontline, workspace, "stay"), ErrorCode.FORBIDDEN);
    }

    @Test
    void hostileTextsComeBackUnchanged() {
        Questionnaire stay = Documents.stay();
        Questionnaire hostile = new Questionnaire(
                stay.key(),
                LocalizedText.of(
                        "en",
                        "<img src=x onerror=alert(1)>'; drop table questionnaire_draft; --\u202e ${7*7} \\u0000 \""),
                stay.languages(),
                stay.introduction(),
                stay.thanks(),
                stay.onePage(),
                stay.sections());
        assertThat(questionnaires.create(owner, workspace, hostile).document()).isEqualTo(hostile);
    }

    @Test
    void pagesGoOnAfterAKey() {
        for (String key : List.of("c", "a", "b")) {
            questionnaires.create(owner, workspace, changed("'key':'stay'", "'key':'" + key + "'"));
        }
        assertThat(questionnaires.list(owner, workspace, Optional.empty(), 2))
                .extracting(QuestionnaireSummary::key)
                .containsExactly("a", "b");
        assertThat(questionnaires.list(owner, workspace, Optional.of("b"), 2))
                .extracting(QuestionnaireSummary::key)
                .containsExactly("c");
    }
}
