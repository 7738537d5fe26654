package org.entezar.methods.queueing;

import java.util.List;
import java.util.stream.DoubleStream;
import org.entezar.methods.Figure;
import org.entezar.methods.Reason;
import org.hipparchus.special.Gamma;

/**
 * M/M/c: Poisson arrivals, exponential service, c servers, endless patience and an endless waiting room.
 *
 * <p>All rates and times are in one time unit. With a utilisation of one or more the queue grows without end: the
 * result says so, and its figures are {@link Reason#UNSTABLE}. Source: Gross, Shortle, Thompson &amp; Harris (2008).
 */
public final class MultiServerQueue {
    private MultiServerQueue() {}

    /**
     * What is known of the queue.
     *
     * @param arrivalRate λ, customers per unit of time, 0 or more
     * @param serviceRate μ, customers that one busy server finishes per unit of time
     * @param servers c
     * @param times the times t for which the shares within t are wanted; may be empty
     */
    public record Input(double arrivalRate, double serviceRate, int servers, double[] times) {
        /** Checks rates, servers and times. */
        public Input {
            QueueInputs.rate("lambda", arrivalRate, true);
            QueueInputs.rate("mu", serviceRate, false);
            QueueInputs.servers("c", servers);
            QueueInputs.times("t", times);
            times = times.clone();
        }
    }

    /**
     * What the queue does in the long run.
     *
     * @param offeredLoad A = λ/μ in erlangs
     * @param utilisation ρ = A/c
     * @param empty probability that nobody is there
     * @param waits C, probability that an arrival waits
     * @param queueLength L_q, mean number waiting
     * @param inSystem L, mean number waiting or served
     * @param meanWait W_q, mean wait; NO_DATA without arrivals
     * @param meanSojourn W, mean wait and service
     * @param servedWithin for each t the share whose service begins within t
     * @param doneWithin for each t the share that has left within t
     */
    public record Result(
            boolean stable,
            double offeredLoad,
            double utilisation,
            Figure empty,
            Figure waits,
            Figure queueLength,
            Figure inSystem,
            Figure meanWait,
            Figure meanSojourn,
            List<Figure> servedWithin,
            List<Figure> doneWithin) {}

    /** Solves the queue. */
    public static Result evaluate(Input in) {
        double load = in.arrivalRate() / in.serviceRate();
        QueueInputs.load(in.arrivalRate(), in.serviceRate());
        int c = in.servers();
        double rho = load / c;
        if (!ErlangFormulas.isStable(load, c)) {
            Figure none = Figure.undefined(Reason.UNSTABLE);
            List<Figure> each = DoubleStream.of(in.times()).mapToObj(t -> none).toList();
            return new Result(false, load, rho, none, none, none, none, none, none, each, each);
        }
        double mu = in.serviceRate();
        double spare = c * mu - in.arrivalRate();
        double delay = ErlangFormulas.waiting(c, load);
        double queue = delay * rho / (1 - rho);
        double wait = delay / spare;
        Figure noArrivals = Figure.undefined(Reason.NO_DATA);
        boolean arrivals = in.arrivalRate() > 0;
        return new Result(
                true,
                load,
                rho,
                Figure.of(empty(load, c, delay)),
                Figure.of(delay),
                Figure.of(queue),
                Figure.of(queue + load),
                arrivals ? Figure.of(wait) : noArrivals,
                arrivals ? Figure.of(wait + 1 / mu) : noArrivals,
                DoubleStream.of(in.times())
                        .mapToObj(t -> Figure.of(servedWithin(delay, spare, t)))
                        .toList(),
                DoubleStream.of(in.times())
                        .mapToObj(t -> Figure.of(doneWithin(delay, spare, mu, t)))
                        .toList());
    }

    /** Share whose service begins within t. */
    static double servedWithin(double delay, double spare, double t) {
        return 1 - delay * Math.exp(-spare * t);
    }

    /** π_0 = π_c·c!/A^c with π_c = C(1-ρ), in logs. */
    private static double empty(double load, int c, double delay) {
        if (load == 0) {
            return 1;
        }
        if (delay == 0) {
            return Math.exp(-load); // so many servers that Erlang C underflows: the number present is Poisson
        }
        return Math.exp(Math.log(delay) + Math.log1p(-load / c) + Gamma.logGamma(c + 1.0) - c * Math.log(load));
    }

    /**
     * P(T ≤ t) = 1 - (1-C)e^{-μt} - C(δe^{-μt} - μe^{-δt})/(δ-μ), δ the spare rate; written with the difference
     * quotient (e^{-μt} - e^{-δt})/(δ-μ), which stays exact when δ comes close to μ.
     */
    private static double doneWithin(double delay, double spare, double mu, double t) {
        double d = spare - mu;
        double served = Math.exp(-mu * t);
        double quotient = Math.abs(d * t) < 1e-3
                ? served * (d == 0 ? t : -Math.expm1(-d * t) / d)
                : (served - Math.exp(-spare * t)) / d;
        return 1 - (1 - delay) * served - delay * (served + mu * quotient);
    }
}
