package org.entezar.questionnaire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.entezar.fixtures.Callers;
import org.entezar.fixtures.TestDatabase;
import org.entezar.kernel.Caller;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.LocalizedText;
import org.entezar.kernel.Problem;
import org.entezar.kernel.Role;
import org.entezar.kernel.Violation;
import org.entezar.kernel.WorkspaceId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class CategoriesIT {

    private static TestDatabase database;

    private final Categories categories = new Categories(database.work());
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

    private static Category category(String key, String weight, Category... children) {
        return new Category(key, LocalizedText.of("en", key), new BigDecimal(weight), List.of(children));
    }

    @Test
    void startsFromTheFiveDimensionsInAllLanguages() {
        CategoryTree tree = categories.tree(owner, workspace);
        assertThat(tree.categories())
                .extracting(Category::key)
                .containsExactly("tangibles", "reliability", "responsiveness", "assurance", "empathy");
        assertThat(tree.categories())
                .allSatisfy(category -> assertThat(category.name().texts()).containsOnlyKeys("en", "fa", "zh-Hans"));
    }

    @Test
    void theTreeIsReplacedAsAWholeAndItsPointsBecomeShares() {
        CategoryTree tree = new CategoryTree(
                List.of(category("room", "3", category("bed", "0"), category("bath", "0")), category("food", "1")));
        assertThat(categories.replace(owner, workspace, tree)).isEqualTo(tree);
        assertThat(categories.tree(owner, workspace)).isEqualTo(tree);
        assertThat(tree.shares().get("room")).isCloseTo(0.75, within(1e-12));
        assertThat(tree.shares().get("food")).isCloseTo(0.25, within(1e-12));
        assertThat(tree.shares().get("bath")).isCloseTo(0.5, within(1e-12));
        assertThat(tree.find("bath")).isPresent();
    }

    @Test
    void aReplacementOfAnOutdatedTreeIsRefused() {
        CurrentCategories loaded = categories.current(owner, workspace);
        CategoryTree mine = new CategoryTree(List.of(category("mine", "1")));
        CurrentCategories first = categories.replace(owner, workspace, mine, loaded.etag());
        assertThatThrownBy(() -> categories.replace(owner, workspace, CategoryTree.SERVICE_QUALITY, loaded.etag()))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(ErrorCode.STALE));
        assertThat(categories.current(owner, workspace)).isEqualTo(first);
    }

    @Test
    void nobodyElseReadsOrChangesIt() {
        categories.replace(owner, workspace, new CategoryTree(List.of(category("ours", "1"))));
        WorkspaceId elsewhere = new WorkspaceId(UUID.randomUUID());
        Caller stranger = Callers.owner(elsewhere);
        assertThatThrownBy(() -> categories.tree(stranger, workspace)).isInstanceOf(Problem.class);
        assertThat(categories.tree(stranger, elsewhere)).isEqualTo(CategoryTree.SERVICE_QUALITY);
        assertThatThrownBy(() -> categories.replace(
                        Callers.member(workspace, Role.ANALYST), workspace, CategoryTree.SERVICE_QUALITY))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(ErrorCode.FORBIDDEN));
    }

    @Test
    void faultsAreToldWithTheirPlaces() {
        CategoryTree deep = new CategoryTree(List.of(category(
                "a",
                "-1",
                category("b", "1", category("c", "1", category("d", "1", category("e", "1", category("f", "1"))))),
                category("a", "1e-999999"),
                category("No Key", "9999999"))));
        assertThat(Categories.faults(deep))
                .extracting(Violation::pointer, Violation::code)
                .containsExactlyInAnyOrder(
                        tuple("/categories/0/weight", ErrorCode.OUT_OF_RANGE),
                        tuple("/categories/0/children/0/children/0/children/0/children/0/children", ErrorCode.TOO_DEEP),
                        tuple("/categories/0/children/1/key", ErrorCode.DUPLICATE_KEY),
                        tuple("/categories/0/children/1/weight", ErrorCode.OUT_OF_RANGE),
                        tuple("/categories/0/children/2/key", ErrorCode.MALFORMED_KEY),
                        tuple("/categories/0/children/2/weight", ErrorCode.OUT_OF_RANGE));
    }

    private static org.assertj.core.groups.Tuple tuple(String pointer, ErrorCode code) {
        return org.assertj.core.groups.Tuple.tuple(pointer, code);
    }
}
