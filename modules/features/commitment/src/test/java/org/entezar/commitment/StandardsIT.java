package org.entezar.commitment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.entezar.fixtures.Problems.assertCode;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.entezar.fixtures.Callers;
import org.entezar.kernel.Caller;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.LocalizedText;
import org.entezar.kernel.Problem;
import org.entezar.kernel.Role;
import org.entezar.kernel.Violation;
import org.entezar.platform.history.Moment;
import org.entezar.questionnaire.Category;
import org.entezar.questionnaire.CategoryTree;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Standards are set, changed and withdrawn, and can be seen as they were at any time. */
class StandardsIT {

    private final Hotel hotel = new Hotel();
    private final Standards standards = hotel.standards;

    @AfterEach
    void stop() {
        hotel.close();
    }

    private Standard created(String target) {
        return standards.create(hotel.owner, hotel.workspace, Hotel.checkIn(target));
    }

    private List<Standard> all() {
        return standards.list(hotel.owner, hotel.workspace);
    }

    private List<Standard> all(Instant then) {
        return standards.list(hotel.owner, hotel.workspace, Moment.at(then));
    }

    @Test
    void oneIsSetFoundChangedAndWithdrawn() {
        Standard set = created("3.0");
        assertThat(set.terms().target()).isEqualTo(new BigDecimal("3"));
        assertThat(all()).containsExactly(set);
        assertThat(standards.find(hotel.owner, hotel.workspace, set.id())).isEqualTo(set);
        assertThat(hotel.latestEntry("standard/" + set.id()).get(0)).isEqualTo("standard.created");

        Standard changed = standards.change(hotel.owner, hotel.workspace, set.id(), Hotel.checkIn("5"), set.etag());
        assertThat(changed.id()).isEqualTo(set.id());
        assertThat(changed.etag()).isNotEqualTo(set.etag());
        assertThat(all()).containsExactly(changed);
        List<String> entry = hotel.latestEntry("standard/" + set.id());
        assertThat(entry.get(0)).isEqualTo("standard.changed");
        assertThat(entry.get(1)).contains("\"target\":3", "\"target\":5", "Minutes from the desk to the key");

        assertThat(standards.withdraw(hotel.owner, hotel.workspace, set.id(), changed.etag(), " Of another house "))
                .isEqualTo(changed);
        assertThat(all()).isEmpty();
        assertThat(hotel.latestEntry("standard/" + set.id()).get(1))
                .contains("standard.withdrawn", "\"reason\":\"Of another house\"", "\"target\":5");
        assertCode(() -> standards.find(hotel.owner, hotel.workspace, set.id()), ErrorCode.NOT_FOUND);
    }

    @Test
    void thePastIsReadAsItWasKnown() {
        Instant none = hotel.hourPasses();
        Standard first = created("3");
        Instant one = hotel.hourPasses();
        Standard second = created("10");
        Standard changed =
                standards.change(hotel.owner, hotel.workspace, first.id(), Hotel.checkIn("5"), Standards.ANY_STATE);
        Instant two = hotel.hourPasses();
        standards.withdraw(hotel.owner, hotel.workspace, first.id(), changed.etag(), "By mistake");
        Instant withdrawn = hotel.hourPasses();

        assertThat(all(none)).isEmpty();
        assertThat(all(one)).containsExactly(first);
        assertThat(all(two)).containsExactly(changed, second);
        assertThat(all(withdrawn)).containsExactly(second).isEqualTo(all());
        assertThat(standards.list(Callers.owner(hotel.elsewhere), hotel.elsewhere, Moment.at(two)))
                .isEmpty();
    }

    @Test
    void nobodyOverwritesWhatTheyHaveNotSeen() {
        Standard loaded = created("3");
        standards.change(hotel.owner, hotel.workspace, loaded.id(), Hotel.checkIn("4"), loaded.etag());
        assertCode(
                () -> standards.change(hotel.owner, hotel.workspace, loaded.id(), Hotel.checkIn("5"), loaded.etag()),
                ErrorCode.STALE);
        assertCode(
                () -> standards.withdraw(hotel.owner, hotel.workspace, loaded.id(), loaded.etag(), "Mistake"),
                ErrorCode.STALE);
        assertThat(all()).extracting(one -> one.terms().target()).containsExactly(new BigDecimal("4"));
    }

    @Test
    void aWithdrawalWantsItsReason() {
        Standard set = created("3");
        for (String reason : List.of("", "  ", "x".repeat(1_001))) {
            assertCode(
                    () -> standards.withdraw(hotel.owner, hotel.workspace, set.id(), Standards.ANY_STATE, reason),
                    ErrorCode.MALFORMED_PARAMETER);
        }
        assertThat(all()).containsExactly(set);
    }

    @Test
    void everyFaultIsToldAtItsPlace() {
        StandardTerms bad = new StandardTerms(
                LocalizedText.EMPTY,
                "kitchen",
                new LocalizedText(Map.of("en", "x".repeat(501), "de", "Minuten")),
                "x".repeat(31),
                StandardTerms.Direction.AT_LEAST,
                new BigDecimal("1e999999"),
                BigDecimal.ZERO,
                Hotel.SPRING,
                Optional.of(Hotel.SPRING.minusDays(1)));
        assertFaults(
                bad,
                tuple("/name", ErrorCode.REQUIRED),
                tuple("/measure/en", ErrorCode.TOO_LONG),
                tuple("/measure/de", ErrorCode.NOT_AN_OPTION),
                tuple("/unit", ErrorCode.TOO_LONG),
                tuple("/target", ErrorCode.OUT_OF_RANGE),
                tuple("/share", ErrorCode.OUT_OF_RANGE),
                tuple("/category", ErrorCode.UNKNOWN_KEY),
                tuple("/validUntil", ErrorCode.OUT_OF_RANGE));
        assertFaults(with("1e-999999", "100.001", "responsiveness", Hotel.SPRING), target(), share());
        assertFaults(with("1000000000.1", "0.0001", "responsiveness", Hotel.SPRING), target(), share());
        assertFaults(
                with("3", "100", "", LocalDate.of(1700, 1, 1)),
                tuple("/category", ErrorCode.REQUIRED),
                tuple("/validFrom", ErrorCode.OUT_OF_RANGE));
        assertThat(all()).isEmpty();
        standards.create(hotel.owner, hotel.workspace, with("-1000000000", "0.001", "empathy", Hotel.SPRING));
    }

    private static org.assertj.core.groups.Tuple target() {
        return tuple("/target", ErrorCode.OUT_OF_RANGE);
    }

    private static org.assertj.core.groups.Tuple share() {
        return tuple("/share", ErrorCode.OUT_OF_RANGE);
    }

    private static StandardTerms with(String target, String share, String category, LocalDate from) {
        StandardTerms good = Hotel.checkIn("3");
        return new StandardTerms(
                good.name(),
                category,
                good.measure(),
                "",
                good.direction(),
                new BigDecimal(target),
                new BigDecimal(share),
                from,
                Optional.of(from));
    }

    private void assertFaults(StandardTerms terms, org.assertj.core.groups.Tuple... faults) {
        Problem problem =
                catchThrowableOfType(Problem.class, () -> standards.create(hotel.owner, hotel.workspace, terms));
        assertThat(problem.violations())
                .extracting(Violation::pointer, Violation::code)
                .containsExactlyInAnyOrder(faults);
    }

    @Test
    void theCategoryIsOneOfTheTreeWhenItIsWritten() {
        Standard set = created("3");
        hotel.categories.replace(
                hotel.owner,
                hotel.workspace,
                new CategoryTree(
                        List.of(new Category("desk", LocalizedText.of("en", "Desk"), BigDecimal.ONE, List.of()))));
        assertThat(all()).as("what stands stays").containsExactly(set);
        assertCode(
                () -> standards.change(hotel.owner, hotel.workspace, set.id(), Hotel.checkIn("4"), set.etag()),
                ErrorCode.INVALID);
        standards.change(hotel.owner, hotel.workspace, set.id(), with("4", "100", "desk", Hotel.SPRING), set.etag());
    }

    @Test
    void whoReadsNoQuestionnairesStillReadsWhatCategoriesAreAndWereCalled() {
        Caller frontline = Callers.member(hotel.workspace, Role.FRONTLINE);
        Instant before = hotel.hourPasses();
        Category child = new Category("key-cards", LocalizedText.of("en", "Key cards"), BigDecimal.ONE, List.of());
        hotel.categories.replace(
                hotel.owner,
                hotel.workspace,
                new CategoryTree(
                        List.of(new Category("desk", LocalizedText.of("en", "Desk"), BigDecimal.ONE, List.of(child)))));
        assertThat(hotel.categoryNames.list(frontline, hotel.workspace))
                .extracting(CategoryNames.Named::key, CategoryNames.Named::level)
                .containsExactly(tuple("desk", 0), tuple("key-cards", 1));
        assertThat(hotel.categoryNames.list(frontline, hotel.workspace, Moment.at(before)))
                .extracting(CategoryNames.Named::key)
                .contains("tangibles", "empathy")
                .doesNotContain("desk");
        assertCode(
                () -> hotel.categoryNames.list(Callers.owner(hotel.elsewhere), hotel.workspace),
                ErrorCode.WORKSPACE_NOT_FOUND);
    }

    @Test
    void aLanguageThatWasGivenUpSinceIsNoFault() {
        StandardTerms both = new StandardTerms(
                new LocalizedText(Map.of("en", "Check-in", "fa", "پذیرش")),
                "responsiveness",
                LocalizedText.of("en", "Minutes"),
                "min",
                StandardTerms.Direction.AT_MOST,
                BigDecimal.TEN,
                StandardTerms.EVERY_OCCASION,
                Hotel.SPRING,
                Optional.empty());
        Standard set = standards.create(hotel.owner, hotel.workspace, both);
        hotel.speak("en");
        assertCode(() -> standards.create(hotel.owner, hotel.workspace, both), ErrorCode.INVALID);
        assertThat(standards
                        .change(hotel.owner, hotel.workspace, set.id(), both, set.etag())
                        .terms())
                .isEqualTo(both);
    }

    @Test
    void thereAreOnlySoMany() {
        hotel.database.database().jdbi().useHandle(handle -> {
            handle.begin();
            handle.execute("set local app.workspace_id = '" + hotel.workspace + "'");
            handle.execute(
                    "insert into commitment (workspace_id, kind, id, document, etag, changed_at)"
                            + " select cast(? as uuid), 'standard', gen_random_uuid(), '{}', 'x', now()"
                            + " from generate_series(1, " + Standards.MOST + ")",
                    hotel.workspace.toString());
            handle.commit();
        });
        assertCode(() -> created("3"), ErrorCode.INVALID);
        hotel.promises.make(hotel.owner, hotel.workspace, Hotel.breakfast("Fresh bread"));
    }

    @Test
    void whoMayWhat() {
        Standard set = created("3");
        Set<Role> mayEdit = EnumSet.of(Role.OWNER, Role.ADMINISTRATOR);
        for (Role role : Role.values()) {
            Caller caller = Callers.member(hotel.workspace, role);
            assertThat(standards.list(caller, hotel.workspace)).as(role.name()).containsExactly(set);
            assertThat(standards.list(caller, hotel.workspace, Moment.at(hotel.hourPasses())))
                    .as(role.name())
                    .isNotEmpty();
            for (ThrowingCallable deed : writing(caller, set)) {
                if (mayEdit.contains(role)) {
                    assertThat(catchThrowableOfType(Problem.class, deed))
                            .as(role.name())
                            .satisfies(none -> assertThat(none == null || none.code() == ErrorCode.NOT_FOUND)
                                    .isTrue());
                } else {
                    assertCode(deed, ErrorCode.FORBIDDEN);
                }
            }
            if (mayEdit.contains(role)) {
                set = created("3");
            }
        }
    }

    private List<ThrowingCallable> writing(Caller caller, Standard set) {
        return List.of(
                () -> standards.withdraw(
                        caller,
                        hotel.workspace,
                        standards
                                .create(caller, hotel.workspace, Hotel.checkIn("7"))
                                .id(),
                        Standards.ANY_STATE,
                        "Mistake"),
                () -> standards.change(caller, hotel.workspace, set.id(), Hotel.checkIn("8"), Standards.ANY_STATE),
                () -> standards.withdraw(caller, hotel.workspace, set.id(), Standards.ANY_STATE, "Mistake"));
    }

    @Test
    void noOtherWorkspaceSeesOrReachesIt() {
        Standard set = created("3");
        Caller stranger = Callers.owner(hotel.elsewhere);
        assertThat(standards.list(stranger, hotel.elsewhere)).isEmpty();
        List<ThrowingCallable> deeds = new ArrayList<>(writing(stranger, set));
        deeds.add(() -> standards.list(stranger, hotel.workspace));
        deeds.add(() -> standards.list(stranger, hotel.workspace, Moment.at(hotel.hourPasses())));
        deeds.add(() -> standards.find(stranger, hotel.workspace, set.id()));
        deeds.forEach(deed -> assertCode(deed, ErrorCode.WORKSPACE_NOT_FOUND));
        assertCode(() -> standards.find(stranger, hotel.elsewhere, set.id()), ErrorCode.NOT_FOUND);
        assertCode(
                () -> standards.change(stranger, hotel.elsewhere, set.id(), Hotel.checkIn("4"), Standards.ANY_STATE),
                ErrorCode.NOT_FOUND);
        assertCode(
                () -> standards.withdraw(stranger, hotel.elsewhere, set.id(), Standards.ANY_STATE, "Mistake"),
                ErrorCode.NOT_FOUND);
        assertThat(all()).containsExactly(set);
    }
}
