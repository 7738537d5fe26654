package org.entezar.methods.queueing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.OptionalInt;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class QueueProperties {
    private static final double[] NO_TIMES = {};

    @Property(tries = 200)
    void moreServersNeverWaitLonger(
            @ForAll @DoubleRange(min = 0.01, max = 0.99) double rho,
            @ForAll @IntRange(min = 1, max = 200) int c,
            @ForAll @DoubleRange(min = 0.1, max = 10) double mu) {
        double lambda = rho * c * mu;
        double few = wait(lambda, mu, c);
        double many = wait(lambda, mu, c + 1);
        assertThat(many).isLessThanOrEqualTo(few);
    }

    @Property(tries = 200)
    void moreArrivalsNeverWaitLess(
            @ForAll @DoubleRange(min = 0.01, max = 0.95) double rho, @ForAll @IntRange(min = 1, max = 200) int c) {
        assertThat(wait(1.02 * rho * c, 1, c)).isGreaterThanOrEqualTo(wait(rho * c, 1, c));
    }

    @Property(tries = 200)
    void anotherUnitOfTimeChangesWaitsOnlyByTheUnit(
            @ForAll @DoubleRange(min = 0.01, max = 0.99) double rho,
            @ForAll @IntRange(min = 1, max = 100) int c,
            @ForAll @DoubleRange(min = 0.01, max = 100) double unit) {
        assertThat(wait(rho * c / unit, 1 / unit, c))
                .isCloseTo(wait(rho * c, 1, c) * unit, within(1e-9 * unit + 1e-9 * wait(rho * c, 1, c) * unit));
    }

    @Property(tries = 100)
    void statesOfAFiniteQueueSumToOne(
            @ForAll @DoubleRange(min = 0, max = 500) double lambda,
            @ForAll @IntRange(min = 1, max = 150) int c,
            @ForAll @IntRange(min = 0, max = 200) int room) {
        FiniteQueue.Result queue = FiniteQueue.evaluate(new FiniteQueue.Input(lambda, 1, c, c + room));
        double sum = 0;
        for (double p : queue.stateProbabilities()) {
            sum += p;
        }
        assertThat(sum).isCloseTo(1, within(1e-12));
        assertThat(queue.utilisation()).isBetween(0.0, 1 + 1e-12);
        // what is admitted is what is served
        assertThat(queue.admittedRate()).isCloseTo(queue.utilisation() * c, within(1e-9 * (1 + lambda)));
    }

    @Property(tries = 100)
    void aQueueWithoutRoomIsErlangB(
            @ForAll @DoubleRange(min = 0.01, max = 300) double load, @ForAll @IntRange(min = 1, max = 300) int c) {
        assertThat(FiniteQueue.evaluate(new FiniteQueue.Input(load, 1, c, c)).blocked())
                .isCloseTo(ErlangFormulas.blocking(c, load), within(1e-12));
    }

    @Property(tries = 100)
    void aLargeRoomIsEndless(
            @ForAll @DoubleRange(min = 0.01, max = 0.8) double rho, @ForAll @IntRange(min = 1, max = 30) int c) {
        FiniteQueue.Result queue = FiniteQueue.evaluate(new FiniteQueue.Input(rho * c, 1, c, c + 400));
        assertThat(queue.meanWait().value()).isCloseTo(wait(rho * c, 1, c), within(1e-9));
    }

    @Property(tries = 100)
    void impatienceShortensWaitsAndNobodyIsLostTwice(
            @ForAll @DoubleRange(min = 0.01, max = 3) double rho,
            @ForAll @IntRange(min = 1, max = 200) int c,
            @ForAll @DoubleRange(min = 0.01, max = 20) double theta,
            @ForAll @DoubleRange(min = 0, max = 5) double t) {
        ImpatientQueue.Result queue = impatient(rho * c, c, theta, t);
        ImpatientQueue.Result hastier = impatient(rho * c, c, 1.5 * theta, t);
        assertThat(hastier.meanWait().value())
                .isLessThanOrEqualTo(queue.meanWait().value() * (1 + 1e-9));
        assertThat(queue.throughput().value() / (rho * c) + queue.abandons().value())
                .isCloseTo(1, within(1e-9));
        double served = queue.servedWithin().get(0).value();
        assertThat(served).isLessThanOrEqualTo(1 - queue.abandons().value() + 1e-9);
        assertThat(served).isGreaterThanOrEqualTo(1 - queue.waits().value() - 1e-9);
    }

    /** In the end everyone is either served or has given up. */
    @Property(tries = 50)
    void servedInTheEndAreThoseThatDidNotGiveUp(
            @ForAll @DoubleRange(min = 0.2, max = 2) double rho,
            @ForAll @IntRange(min = 1, max = 100) int c,
            @ForAll @DoubleRange(min = 0.05, max = 5) double theta) {
        ImpatientQueue.Result queue = impatient(rho * c, c, theta, 1e6);
        assertThat(queue.servedWithin().get(0).value())
                .isCloseTo(1 - queue.abandons().value(), within(1e-8));
    }

    @Property(tries = 100)
    void endlessPatienceIsTheLimit(
            @ForAll @DoubleRange(min = 0.05, max = 0.9) double rho, @ForAll @IntRange(min = 1, max = 50) int c) {
        assertThat(impatient(rho * c, c, 1e-7, 0.1).meanWait().value()).isCloseTo(wait(rho * c, 1, c), within(1e-3));
        assertThat(impatient(rho * c, c, 0, 0.1).meanWait().value()).isEqualTo(wait(rho * c, 1, c));
    }

    @Property(tries = 100)
    void oneExponentialServerIsAllThreeQueues(@ForAll @DoubleRange(min = 0.01, max = 0.98) double rho) {
        double expected = wait(rho, 1, 1);
        assertThat(SingleServerQueue.evaluate(new SingleServerQueue.Input(rho, 1, 1))
                        .meanWait()
                        .value())
                .isCloseTo(expected, within(1e-9 * (1 + expected)));
        GeneralQueue.Result general = GeneralQueue.evaluate(new GeneralQueue.Input(rho, 1, 1, 1, 1));
        assertThat(general.waitAllenCunneen().value()).isCloseTo(expected, within(1e-9 * (1 + expected)));
        assertThat(general.waitSakasegawa().value()).isCloseTo(expected, within(1e-9 * (1 + expected)));
    }

    @Property(tries = 100)
    void theSearchForTheCheapestMayStopEarly(
            @ForAll @DoubleRange(min = 0.1, max = 60) double load,
            @ForAll @DoubleRange(min = 0.5, max = 50) double server,
            @ForAll @DoubleRange(min = 0, max = 500) double customer,
            @ForAll ServerChoice.Basis basis) {
        ServerChoice.CostResult early = ServerChoice.cheapest(
                new ServerChoice.CostInput(load, 1, server, customer, basis, OptionalInt.empty()));
        ServerChoice.CostResult all = ServerChoice.cheapest(new ServerChoice.CostInput(
                load, 1, server, customer, basis, OptionalInt.of(early.leastStable() + 150)));
        assertThat(early.cost().value())
                .isCloseTo(all.cost().value(), within(1e-9 * all.cost().value()));
    }

    @Property(tries = 100)
    void theSmallestStaffKeepsThePromiseAndOneLessDoesNot(
            @ForAll @DoubleRange(min = 0.1, max = 200) double load,
            @ForAll @DoubleRange(min = 0, max = 2) double t,
            @ForAll @DoubleRange(min = 0.05, max = 0.99) double target) {
        ServerChoice.LevelResult choice = ServerChoice.forServiceLevel(new ServerChoice.LevelInput(load, 1, t, target));
        assertThat(choice.serviceLevel()).isGreaterThanOrEqualTo(target);
        if (choice.servers() > ErlangFormulas.leastStable(load)) {
            assertThat(level(load, choice.servers() - 1, t)).isLessThan(target);
        }
    }

    @Property(tries = 50)
    void aConstantDayIsStaffedAlike(
            @ForAll @DoubleRange(min = 0.1, max = 100) double load,
            @ForAll @IntRange(min = 1, max = 6) int periods,
            @ForAll @DoubleRange(min = 0, max = 3) double theta) {
        double[] rates = new double[periods];
        Arrays.fill(rates, load);
        DayStaffing.Result day = DayStaffing.evaluate(new DayStaffing.Input(rates, 1, theta, 0.1, 0.8, 0, new int[0]));
        assertThat(day.kept()).isTrue();
        assertThat(day.periods().stream().map(DayStaffing.Period::servers).distinct())
                .hasSize(1);
    }

    private static double wait(double lambda, double mu, int c) {
        return MultiServerQueue.evaluate(new MultiServerQueue.Input(lambda, mu, c, NO_TIMES))
                .meanWait()
                .value();
    }

    private static double level(double load, int c, double t) {
        return MultiServerQueue.evaluate(new MultiServerQueue.Input(load, 1, c, new double[] {t}))
                .servedWithin()
                .get(0)
                .value();
    }

    private static ImpatientQueue.Result impatient(double lambda, int c, double theta, double t) {
        return ImpatientQueue.evaluate(new ImpatientQueue.Input(lambda, 1, c, theta, new double[] {t}));
    }
}
