package org.entezar.methods.queueing;

import java.util.Optional;
import org.entezar.methods.Interval;
import org.entezar.methods.InvalidInputException;
import org.entezar.methods.InvalidInputException.Code;
import org.hipparchus.distribution.continuous.GammaDistribution;

/**
 * An M/M/c queue whose rates were counted: the queue at the estimates and at the good and the bad end of their intervals.
 *
 * <p>λ has the exact Poisson interval (Garwood 1936, Biometrika 28:437-442), μ that of the mean of exponential times
 * (2nS/E[S] is chi-squared with 2n degrees of freedom). Both ends are taken at once, so that the range of the results
 * is wider than a 95 % interval.
 */
public final class QueueUncertainty {
    /** Hipparchus' default of 1e-9 is too coarse. */
    private static final double ACCURACY = 1e-12;

    private QueueUncertainty() {}

    /**
     * What was counted.
     *
     * @param arrivals customers that arrived
     * @param observed time over which they were counted
     * @param served services that were timed, at least 1
     * @param busyTime their total duration
     * @param servers c
     * @param time t of the service level
     * @param confidence for example 0.95
     */
    public record Input(
            long arrivals, double observed, long served, double busyTime, int servers, double time, double confidence) {
        /** Checks counts and times. */
        public Input {
            if (arrivals < 0) {
                throw InvalidInputException.of(Code.OUT_OF_RANGE, "arrivals", "0 or more, got " + arrivals);
            }
            if (served < 1) {
                throw InvalidInputException.of(Code.OUT_OF_RANGE, "served", "1 or more, got " + served);
            }
            QueueInputs.rate("observed", observed, false);
            QueueInputs.rate("busy_time", busyTime, false);
            QueueInputs.servers("c", servers);
            QueueInputs.rate("t", time, true);
            QueueInputs.share("confidence", confidence);
        }
    }

    /**
     * The queue in three lights.
     *
     * @param arrivalRate λ and its interval
     * @param serviceRate μ and its interval
     * @param best λ low, μ high; empty when no arrival was counted and thus none may be expected
     * @param worst λ high, μ low
     */
    public record Result(
            double arrivalRate,
            Interval arrivalInterval,
            double serviceRate,
            Interval serviceInterval,
            MultiServerQueue.Result estimate,
            Optional<MultiServerQueue.Result> best,
            MultiServerQueue.Result worst) {}

    /** Solves the queue at the estimates and at both ends. */
    public static Result evaluate(Input in) {
        double tail = (1 - in.confidence()) / 2;
        Interval lambda = poisson(in.arrivals(), in.observed(), tail);
        GammaDistribution services = new GammaDistribution(in.served(), 1, ACCURACY);
        Interval mu = new Interval(
                services.inverseCumulativeProbability(tail) / in.busyTime(),
                services.inverseCumulativeProbability(1 - tail) / in.busyTime());
        double rate = in.arrivals() / in.observed();
        double service = in.served() / in.busyTime();
        return new Result(
                rate,
                lambda,
                service,
                mu,
                solve(in, rate, service),
                lambda.low() > 0 ? Optional.of(solve(in, lambda.low(), mu.high())) : Optional.empty(),
                solve(in, lambda.high(), mu.low()));
    }

    /** Garwood's interval of a rate; its lower end is 0 when nothing was counted. */
    static Interval poisson(long count, double exposure, double tail) {
        double low = count == 0 ? 0 : new GammaDistribution(count, 1, ACCURACY).inverseCumulativeProbability(tail);
        double high = new GammaDistribution(count + 1.0, 1, ACCURACY).inverseCumulativeProbability(1 - tail);
        return new Interval(low / exposure, high / exposure);
    }

    private static MultiServerQueue.Result solve(Input in, double lambda, double mu) {
        return MultiServerQueue.evaluate(
                new MultiServerQueue.Input(lambda, mu, in.servers(), new double[] {in.time()}));
    }
}
