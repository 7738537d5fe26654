package org.entezar.methods.queueing;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.entezar.methods.Figure;
import org.entezar.methods.InvalidInputException;
import org.entezar.methods.InvalidInputException.Code;
import org.entezar.methods.Reason;
import org.entezar.methods.Warning;

/**
 * Staff for a day whose arrival rate changes: every period is solved as if it had lasted for ever (stationary
 * independent period by period, SIPP).
 *
 * <p>What SIPP cannot see is a queue handed on from a period with too few servers; such periods carry
 * {@link Warning#OVERLOAD_BEFORE}. Source: Green &amp; Kolesar (1991), Management Science 37:84-97.
 */
public final class DayStaffing {
    private DayStaffing() {}

    /**
     * A day and the promise on waiting.
     *
     * @param arrivalRates λ of each period, in the time unit of all other rates
     * @param serviceRate μ of one server
     * @param abandonmentRate θ; 0 when customers never give up
     * @param time t of the promise
     * @param target share served within t, between 0 and 1
     * @param leastServers servers that are there in any case, 0 or more
     * @param planned servers of each period to be judged; empty when the numbers are to be found
     */
    public record Input(
            double[] arrivalRates,
            double serviceRate,
            double abandonmentRate,
            double time,
            double target,
            int leastServers,
            int[] planned) {
        /** Checks every period. */
        public Input {
            if (arrivalRates.length == 0) {
                throw InvalidInputException.of(Code.EMPTY, "lambda", "at least one period");
            }
            for (int i = 0; i < arrivalRates.length; i++) {
                if (!(Double.isFinite(arrivalRates[i]) && arrivalRates[i] >= 0)) {
                    throw InvalidInputException.at(Code.OUT_OF_RANGE, "lambda", i, "a rate, got " + arrivalRates[i]);
                }
                QueueInputs.load(arrivalRates[i], serviceRate);
            }
            QueueInputs.rate("mu", serviceRate, false);
            QueueInputs.rate("theta", abandonmentRate, true);
            QueueInputs.rate("t", time, true);
            QueueInputs.share("target", target);
            if (leastServers < 0 || leastServers > QueueInputs.MOST_SERVERS) {
                throw InvalidInputException.of(Code.OUT_OF_RANGE, "least_servers", "0 or more, got " + leastServers);
            }
            if (planned.length != 0 && planned.length != arrivalRates.length) {
                throw InvalidInputException.of(
                        Code.WRONG_LENGTH, "servers", arrivalRates.length + " periods, got " + planned.length);
            }
            for (int i = 0; i < planned.length; i++) {
                if (planned[i] < 0 || planned[i] > QueueInputs.MOST_SERVERS) {
                    throw InvalidInputException.at(Code.OUT_OF_RANGE, "servers", i, "0 or more, got " + planned[i]);
                }
            }
            arrivalRates = arrivalRates.clone();
            planned = planned.clone();
        }
    }

    /**
     * One period.
     *
     * @param servers found or planned
     * @param load offered load λ/μ
     * @param utilisation λ/(cμ); NO_DATA without servers
     * @param serviceLevel share served within t; UNSTABLE with too few servers, NO_DATA without arrivals
     * @param meanWait mean wait
     * @param kept whether the promise holds; true without arrivals
     */
    public record Period(
            int servers,
            double load,
            Figure utilisation,
            Figure serviceLevel,
            Figure meanWait,
            boolean kept,
            Set<Warning> warnings) {}

    /** The day: its periods, the servers summed over periods, and whether every period keeps the promise. */
    public record Result(List<Period> periods, long serverPeriods, boolean kept, Set<Warning> warnings) {}

    /** Staffs or judges the day. */
    public static Result evaluate(Input in) {
        List<Period> periods = new ArrayList<>(in.arrivalRates().length);
        Set<Warning> all = EnumSet.noneOf(Warning.class);
        long sum = 0;
        boolean kept = true;
        boolean overloadedBefore = false;
        for (int i = 0; i < in.arrivalRates().length; i++) {
            double lambda = in.arrivalRates()[i];
            int c = in.planned().length > 0 ? in.planned()[i] : Math.max(in.leastServers(), needed(in, lambda));
            Set<Warning> warnings = EnumSet.noneOf(Warning.class);
            if (overloadedBefore) {
                warnings.add(Warning.OVERLOAD_BEFORE);
            }
            Period period = period(in, lambda, c, warnings);
            periods.add(period);
            all.addAll(warnings);
            sum += c;
            kept &= period.kept();
            overloadedBefore = lambda > c * in.serviceRate();
        }
        return new Result(List.copyOf(periods), sum, kept, Set.copyOf(all));
    }

    private static Period period(Input in, double lambda, int c, Set<Warning> warnings) {
        double load = lambda / in.serviceRate();
        Set<Warning> shown = Set.copyOf(warnings);
        Figure utilisation = Figure.ratio(load, c, Reason.NO_DATA);
        if (lambda == 0) {
            Figure none = Figure.undefined(Reason.NO_DATA);
            return new Period(c, load, utilisation, none, none, true, shown);
        }
        if (c == 0) {
            Figure none = Figure.undefined(Reason.UNSTABLE);
            return new Period(c, load, utilisation, none, none, false, shown);
        }
        ImpatientQueue.Result queue = solve(in, lambda, c);
        Figure level = queue.servedWithin().get(0);
        return new Period(
                c,
                load,
                utilisation,
                level,
                queue.meanWait(),
                level.isDefined() && level.value() >= in.target(),
                shown);
    }

    /** The smallest number of servers that keeps the promise in this period; the level rises with every server. */
    private static int needed(Input in, double lambda) {
        if (lambda == 0) {
            return 0;
        }
        if (in.abandonmentRate() == 0) {
            return ServerChoice.forServiceLevel(
                            new ServerChoice.LevelInput(lambda, in.serviceRate(), in.time(), in.target()))
                    .servers();
        }
        int below = 0;
        int enough = Math.max(1, (int) Math.ceil(lambda / in.serviceRate()));
        while (!keeps(in, lambda, enough)) {
            below = enough;
            enough = Math.max(enough + 1, enough + enough / 4);
            if (enough > QueueInputs.MOST_SERVERS) {
                throw InvalidInputException.of(Code.OUT_OF_RANGE, "target", "not reached with " + below + " servers");
            }
        }
        while (enough - below > 1) {
            int middle = (below + enough) >>> 1;
            if (keeps(in, lambda, middle)) {
                enough = middle;
            } else {
                below = middle;
            }
        }
        return enough;
    }

    private static boolean keeps(Input in, double lambda, int c) {
        return solve(in, lambda, c).servedWithin().get(0).value() >= in.target();
    }

    private static ImpatientQueue.Result solve(Input in, double lambda, int c) {
        return ImpatientQueue.evaluate(
                new ImpatientQueue.Input(lambda, in.serviceRate(), c, in.abandonmentRate(), new double[] {in.time()}));
    }
}
