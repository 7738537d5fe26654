package org.entezar.questionnaire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.entezar.fixtures.Callers;
import org.entezar.fixtures.TestDatabase;
import org.entezar.kernel.Caller;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.LocalizedText;
import org.entezar.kernel.Problem;
import org.entezar.kernel.WorkspaceId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ItemBankIT {

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

    @BeforeEach
    void write() {
        questionnaires.create(owner, workspace, Documents.read("""
                {'key':'stay','title':{'en':'Stay'},'languages':['en','fa'],'sections':[{'key':'s','items':[
                  {'key':'room','category':'tangibles','text':{'en':'Rooms are clean','fa':'اتاق‌ها پاکیزه‌اند'}},
                  {'key':'staff','category':'empathy','text':{'en':'Staff are 100% kind','fa':'کارکنان مهربان‌اند'}}]},
                 {'key':'t','items':[{'key':'nps','type':'nps','text':{'en':'Recommend?'}}]}]}"""));
        questionnaires.create(
                owner,
                workspace,
                Documents.read("{'key':'empty','title':{'en':'Empty'},'languages':['en'],'sections':[]}"));
    }

    private List<String> found(Caller caller, WorkspaceId place, String wanted) {
        return questionnaires.items(caller, place, wanted, 10).stream()
                .map(each -> each.item().key())
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "CLEAN; room",
                "اتاقها; room",
                "کاركنان; staff",
                "nps; nps",
                "100%; staff",
                "0% k; staff",
                "'   ROOMS are '; room"
            })
    void itemsAreFoundByWordsInAnyLanguage(String wanted, String item) {
        assertThat(found(owner, workspace, wanted)).containsExactly(item);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "_oom", "%", "'", "\\", "\"}"})
    void patternsAndFieldNamesFindNothing(String wanted) {
        assertThat(found(owner, workspace, wanted)).isSubsetOf("staff").doesNotContain("room");
    }

    @Test
    void nothingWantedGivesAllInTheOrderAskedUpToTheLimit() {
        assertThat(found(owner, workspace, "")).containsExactly("room", "staff", "nps");
        assertThat(questionnaires.items(owner, workspace, "", 2)).hasSize(2);
        BankItem first = questionnaires.items(owner, workspace, "", 1).get(0);
        assertThat(first.questionnaire()).isEqualTo("stay");
        assertThat(first.title()).isEqualTo(LocalizedText.of("en", "Stay"));
        assertThat(first.item().category()).contains("tangibles");
    }

    @Test
    void anotherWorkspaceSeesNoneOfIt() {
        WorkspaceId other = new WorkspaceId(UUID.randomUUID());
        assertThat(found(Callers.owner(other), other, "")).isEmpty();
        assertThat(questionnaires.categoryUses(Callers.owner(other), other)).isEmpty();
        assertThatThrownBy(() -> found(Callers.owner(other), workspace, "")).isInstanceOf(Problem.class);
    }

    @Test
    void usesOfCategoriesAreCountedInDraftsAndLatestVersions() {
        assertThat(questionnaires.categoryUses(owner, workspace))
                .containsExactly(use("empathy", true, 1, 0), use("tangibles", true, 1, 0));
        questionnaires.publish(owner, workspace, "stay");
        questionnaires.save(owner, workspace, Documents.read("""
                        {'key':'stay','title':{'en':'Stay'},'languages':['en'],'sections':[{'key':'s','items':[
                          {'key':'room','category':'tangibles','text':{'en':'Rooms'}},
                          {'key':'bath','category':'tangibles','text':{'en':'Baths'}}]}]}"""), Categories.ANY_STATE);
        assertThat(questionnaires.categoryUses(owner, workspace))
                .containsExactly(use("empathy", true, 0, 1), use("tangibles", true, 2, 1));
        questionnaires.delete(owner, workspace, "stay", Categories.ANY_STATE);
        assertThat(questionnaires.categoryUses(owner, workspace))
                .containsExactly(use("empathy", false, 0, 1), use("tangibles", false, 0, 1));
    }

    private static CategoryUse use(String category, boolean hasDraft, int drafted, int published) {
        return new CategoryUse(category, "stay", LocalizedText.of("en", "Stay"), hasDraft, drafted, published);
    }

    @Test
    void theStateIsNamedWithoutTheDocument() {
        assertThat(questionnaires.etag(owner, workspace, "stay"))
                .isEqualTo(questionnaires.draft(owner, workspace, "stay").etag());
        assertThatThrownBy(() -> questionnaires.etag(owner, workspace, "none"))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(ErrorCode.NOT_FOUND));
    }
}
