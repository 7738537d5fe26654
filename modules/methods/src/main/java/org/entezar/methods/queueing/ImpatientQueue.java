package org.entezar.methods.queueing;

import java.util.List;
import java.util.stream.DoubleStream;
import org.entezar.methods.Figure;
import org.entezar.methods.Interruption;
import org.entezar.methods.InvalidInputException;
import org.entezar.methods.InvalidInputException.Code;
import org.entezar.methods.Reason;

/**
 * M/M/c+M (Erlang A): as M/M/c, but who waits loses patience at the rate θ and leaves. Stable for every load if θ &gt; 0.
 *
 * <p>Sources: Palm (1957); Garnett, Mandelbaum &amp; Reiman (2002), M&amp;SOM 4:208-227; Zeltyn &amp; Mandelbaum (2005),
 * Queueing Systems 51:361-402. The chain gives the means; the distribution of the offered wait V comes from the
 * integral J(t) = ∫_t^∞ exp(λ(1-e^{-θx})/θ - cμx)dx, whose exponent is concave (see {@link ConcaveExponent}); with P
 * the probability to wait from the chain, P(V &gt; t) = P·J(t)/J(0).
 */
public final class ImpatientQueue {
    /** States less likely than this, against the most likely one, are left out. */
    private static final double NEGLIGIBLE = 1e-16;

    /** Below this a state's weight counts as zero, also for the probability that nobody is there. */
    private static final double VANISHING = 1e-300;

    /** The chain has about √(λ/θ) states that matter; beyond this they are too many to walk through. */
    private static final double MOST_PATIENT = 1e10;

    private ImpatientQueue() {}

    /**
     * What is known of the queue.
     *
     * @param arrivalRate λ
     * @param serviceRate μ of one server
     * @param servers c
     * @param abandonmentRate θ = 1/mean patience; with 0 it is M/M/c
     * @param times the times t for which the shares within t are wanted; may be empty
     */
    public record Input(double arrivalRate, double serviceRate, int servers, double abandonmentRate, double[] times) {
        /** Checks rates, servers and times. */
        public Input {
            QueueInputs.rate("lambda", arrivalRate, true);
            QueueInputs.rate("mu", serviceRate, false);
            QueueInputs.servers("c", servers);
            QueueInputs.rate("theta", abandonmentRate, true);
            QueueInputs.times("t", times);
            times = times.clone();
            if (abandonmentRate > 0 && arrivalRate / abandonmentRate > MOST_PATIENT) {
                throw InvalidInputException.of(
                        Code.OUT_OF_RANGE, "theta", "0, or at least " + arrivalRate / MOST_PATIENT);
            }
        }
    }

    /**
     * What the queue does in the long run; UNSTABLE only if nobody ever gives up and the load is too high.
     *
     * @param empty probability that nobody is there
     * @param waits probability that an arrival finds all servers busy
     * @param abandons share of arrivals that give up; NO_DATA without arrivals
     * @param queueLength L_q
     * @param meanWait mean time in the queue of all, served or not; NO_DATA without arrivals
     * @param waitByAbandonment the same wait as P(abandon)/θ, the identity that holds for exponential patience
     * @param throughput customers served per unit of time
     * @param utilisation share of the servers' time that is busy
     * @param servedWithin for each t the share of all arrivals whose service begins within t
     * @param offeredWaitExceeds for each t the probability that an endlessly patient arrival would wait longer
     */
    public record Result(
            boolean stable,
            Figure empty,
            Figure waits,
            Figure abandons,
            Figure queueLength,
            Figure meanWait,
            Figure waitByAbandonment,
            Figure throughput,
            Figure utilisation,
            List<Figure> servedWithin,
            List<Figure> offeredWaitExceeds) {}

    /** Solves the queue. */
    public static Result evaluate(Input in) {
        QueueInputs.load(in.arrivalRate(), in.serviceRate());
        if (in.abandonmentRate() == 0) {
            return patient(in);
        }
        QueueInputs.patience(in.arrivalRate(), in.abandonmentRate());
        double lambda = in.arrivalRate();
        double theta = in.abandonmentRate();
        double capacity = in.servers() * in.serviceRate();
        Chain chain = solve(in);
        double waits = chain.waiting / chain.sum;
        double queue = chain.queue / chain.sum;
        double abandonRate = theta * queue;
        double throughput = Math.max(lambda - abandonRate, 0);
        Figure abandons = Figure.ratio(abandonRate, lambda, Reason.NO_DATA);
        ConcaveExponent offered = new ConcaveExponent(lambda, theta, capacity);
        ConcaveExponent served = new ConcaveExponent(lambda, theta, capacity + theta);
        double whole = offered.integral(0, Double.POSITIVE_INFINITY);
        // both integrals are scaled by the exponential of their own peak
        double rescale = Math.exp(served.peakExponent() - offered.peakExponent());
        return new Result(
                true,
                Figure.of(chain.empty / chain.sum),
                Figure.of(waits),
                abandons,
                Figure.of(queue),
                Figure.ratio(queue, lambda, Reason.NO_DATA),
                abandons.map(share -> share / theta),
                Figure.of(throughput),
                Figure.of(throughput / capacity),
                DoubleStream.of(in.times())
                        .mapToObj(t ->
                                Figure.of(Math.min(1, 1 - waits + waits * rescale * served.integral(0, t) / whole)))
                        .toList(),
                DoubleStream.of(in.times())
                        .mapToObj(t ->
                                Figure.of(waits * Math.min(1, offered.integral(t, Double.POSITIVE_INFINITY) / whole)))
                        .toList());
    }

    private static Result patient(Input in) {
        MultiServerQueue.Result queue = MultiServerQueue.evaluate(
                new MultiServerQueue.Input(in.arrivalRate(), in.serviceRate(), in.servers(), in.times()));
        Figure unstable = Figure.undefined(Reason.UNSTABLE);
        boolean stable = queue.stable();
        return new Result(
                stable,
                queue.empty(),
                queue.waits(),
                stable ? Figure.of(0) : unstable,
                queue.queueLength(),
                queue.meanWait(),
                Figure.undefined(stable ? Reason.NO_DATA : Reason.UNSTABLE),
                stable ? Figure.of(in.arrivalRate()) : unstable,
                stable ? Figure.of(queue.utilisation()) : unstable,
                queue.servedWithin(),
                queue.servedWithin().stream().map(f -> f.map(x -> 1 - x)).toList());
    }

    /** Sums over the states of the chain, relative to the most likely state. */
    private record Chain(double sum, double waiting, double queue, double empty) {}

    private static Chain solve(Input in) {
        Interruption.check();
        double lambda = in.arrivalRate();
        double mu = in.serviceRate();
        double theta = in.abandonmentRate();
        int c = in.servers();
        double load = lambda / mu;
        long mode = (long) Math.floor(load < c ? load : c + (lambda - c * mu) / theta);
        double sum = 1;
        double waiting = mode >= c ? 1 : 0;
        double queue = Math.max(mode - c, 0);
        double p = 1;
        for (long n = mode + 1; p > NEGLIGIBLE; n++) {
            p *= lambda / (Math.min(n, c) * mu + Math.max(n - c, 0) * theta);
            sum += p;
            if (n >= c) {
                waiting += p;
                queue += (n - c) * p;
            }
        }
        p = 1;
        for (long n = mode; n >= 1 && p > 0; n--) {
            p *= (Math.min(n, c) * mu + Math.max(n - c, 0) * theta) / lambda;
            p = p < VANISHING ? 0 : p; // the smallest doubles would never shrink to zero
            sum += p;
            if (n - 1 >= c) {
                waiting += p;
                queue += (n - 1 - c) * p;
            }
        }
        return new Chain(sum, waiting, queue, p);
    }
}
