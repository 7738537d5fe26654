package org.entezar.commitment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.entezar.fixtures.Problems.assertCode;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.entezar.fixtures.Callers;
import org.entezar.kernel.Caller;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.LocalizedText;
import org.entezar.kernel.Problem;
import org.entezar.kernel.Role;
import org.entezar.kernel.Violation;
import org.entezar.platform.history.Moment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What was promised is entered, put right and withdrawn, and can be seen as it was at any time. */
class PromisesIT {

    private final Hotel hotel = new Hotel();
    private final Promises promises = hotel.promises;

    @AfterEach
    void stop() {
        hotel.close();
    }

    private Promise made(String text) {
        return promises.make(hotel.owner, hotel.workspace, Hotel.breakfast(text));
    }

    private List<Promise> all(Instant then) {
        return promises.list(hotel.owner, hotel.workspace, Moment.at(then));
    }

    @Test
    void oneIsMadeChangedAndWithdrawnAndItsPastStays() {
        Promise made = made("Breakfast from 6");
        assertThat(hotel.latestEntry("promise/" + made.id()).get(0)).isEqualTo("promise.made");
        Instant first = hotel.hourPasses();
        Promise changed = promises.change(
                hotel.owner, hotel.workspace, made.id(), Hotel.breakfast("Breakfast from 7"), made.etag());
        assertThat(hotel.latestEntry("promise/" + made.id()).get(1))
                .contains("promise.changed", "Breakfast from 6", "Breakfast from 7", "Marketing");
        Instant second = hotel.hourPasses();
        assertThat(promises.find(hotel.owner, hotel.workspace, made.id())).isEqualTo(changed);
        assertThat(promises.list(hotel.owner, hotel.workspace)).containsExactly(changed);
        promises.withdraw(hotel.owner, hotel.workspace, made.id(), changed.etag(), "Never published");
        assertThat(hotel.latestEntry("promise/" + made.id()).get(1)).contains("promise.withdrawn", "Never published");
        Instant third = hotel.hourPasses();

        assertThat(all(first)).containsExactly(made);
        assertThat(all(second)).containsExactly(changed);
        assertThat(all(third)).isEmpty();
        assertThat(promises.list(hotel.owner, hotel.workspace)).isEmpty();
    }

    @Test
    void standardsAndPromisesAreTwoLists() {
        Promise promise = made("Breakfast from 6");
        Standard standard = hotel.standards.create(hotel.owner, hotel.workspace, Hotel.checkIn("3"));
        assertThat(promises.list(hotel.owner, hotel.workspace)).containsExactly(promise);
        assertThat(hotel.standards.list(hotel.owner, hotel.workspace)).containsExactly(standard);
        assertCode(
                () -> promises.find(
                        hotel.owner,
                        hotel.workspace,
                        new PromiseId(standard.id().value())),
                ErrorCode.NOT_FOUND);
        assertThat(all(hotel.hourPasses())).containsExactly(promise);
    }

    @Test
    void everyFaultIsToldAtItsPlace() {
        PromiseTerms bad = new PromiseTerms(
                LocalizedText.of("de", "Frühstück"),
                "kitchen",
                " ",
                PromiseTerms.Medium.OTHER,
                "x".repeat(301),
                Hotel.SPRING,
                Optional.of(Hotel.SPRING.minusDays(1)));
        Problem problem = catchThrowableOfType(Problem.class, () -> promises.make(hotel.owner, hotel.workspace, bad));
        assertThat(problem.violations())
                .extracting(Violation::pointer, Violation::code)
                .containsExactlyInAnyOrder(
                        tuple("/text/de", ErrorCode.NOT_AN_OPTION),
                        tuple("/madeBy", ErrorCode.REQUIRED),
                        tuple("/place", ErrorCode.TOO_LONG),
                        tuple("/category", ErrorCode.UNKNOWN_KEY),
                        tuple("/validUntil", ErrorCode.OUT_OF_RANGE));
    }

    @Test
    void staleWritingsAreRefused() {
        Promise loaded = made("Breakfast from 6");
        promises.change(hotel.owner, hotel.workspace, loaded.id(), Hotel.breakfast("From 7"), loaded.etag());
        assertCode(
                () -> promises.change(
                        hotel.owner, hotel.workspace, loaded.id(), Hotel.breakfast("From 8"), loaded.etag()),
                ErrorCode.STALE);
        assertCode(
                () -> promises.withdraw(hotel.owner, hotel.workspace, loaded.id(), loaded.etag(), "Mistake"),
                ErrorCode.STALE);
    }

    @Test
    void allRolesReadAndTwoWrite() {
        Promise made = made("Breakfast from 6");
        for (Role role : Role.values()) {
            Caller caller = Callers.member(hotel.workspace, role);
            assertThat(promises.list(caller, hotel.workspace)).as(role.name()).contains(made);
            assertThat(promises.find(caller, hotel.workspace, made.id())).isEqualTo(made);
            ThrowingCallable making = () -> promises.make(caller, hotel.workspace, Hotel.breakfast("Tea at 5"));
            ThrowingCallable changing =
                    () -> promises.change(caller, hotel.workspace, made.id(), made.terms(), Promises.ANY_STATE);
            if (role == Role.OWNER || role == Role.ADMINISTRATOR) {
                assertThat(catchThrowableOfType(Problem.class, making)).isNull();
                assertThat(catchThrowableOfType(Problem.class, changing)).isNull();
            } else {
                assertCode(making, ErrorCode.FORBIDDEN);
                assertCode(changing, ErrorCode.FORBIDDEN);
                assertCode(
                        () -> promises.withdraw(caller, hotel.workspace, made.id(), Promises.ANY_STATE, "Mistake"),
                        ErrorCode.FORBIDDEN);
            }
        }
    }

    @Test
    void noOtherWorkspaceSeesOrReachesIt() {
        Promise made = made("Breakfast from 6");
        Caller stranger = Callers.owner(hotel.elsewhere);
        assertCode(() -> promises.list(stranger, hotel.workspace), ErrorCode.WORKSPACE_NOT_FOUND);
        assertCode(
                () -> promises.make(stranger, hotel.workspace, Hotel.breakfast("Tea")), ErrorCode.WORKSPACE_NOT_FOUND);
        assertThat(promises.list(stranger, hotel.elsewhere)).isEmpty();
        assertCode(() -> promises.find(stranger, hotel.elsewhere, made.id()), ErrorCode.NOT_FOUND);
        assertCode(
                () -> promises.withdraw(stranger, hotel.elsewhere, made.id(), Promises.ANY_STATE, "Mistake"),
                ErrorCode.NOT_FOUND);
    }
}
