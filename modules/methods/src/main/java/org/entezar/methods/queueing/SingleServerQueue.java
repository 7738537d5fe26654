package org.entezar.methods.queueing;

import org.entezar.methods.Figure;
import org.entezar.methods.Reason;

/**
 * M/G/1: Poisson arrivals, one server, any distribution of service times (Pollaczek-Khinchine).
 *
 * <p>W_q = ρE[S](1+c_s²)/(2(1-ρ)): at the same load, irregular service makes longer waits. Source: Gross et al. (2008).
 */
public final class SingleServerQueue {
    private SingleServerQueue() {}

    /**
     * What is known of the queue.
     *
     * @param arrivalRate λ
     * @param meanService E[S]
     * @param squaredVariation c_s² = var(S)/E[S]²; 0 constant, 1 exponential service
     */
    public record Input(double arrivalRate, double meanService, double squaredVariation) {
        /** Checks that the rates fit. */
        public Input {
            QueueInputs.rate("lambda", arrivalRate, true);
            QueueInputs.rate("mean_service", meanService, false);
            QueueInputs.rate("scv_service", squaredVariation, true);
        }
    }

    /** Long-run means; UNSTABLE with a utilisation of one or more, waits NO_DATA without arrivals. */
    public record Result(
            boolean stable,
            double utilisation,
            Figure meanWait,
            Figure meanSojourn,
            Figure queueLength,
            Figure inSystem) {}

    /** Solves the queue. */
    public static Result evaluate(Input in) {
        double rho = in.arrivalRate() * in.meanService();
        if (!ErlangFormulas.isStable(rho, 1)) {
            Figure none = Figure.undefined(Reason.UNSTABLE);
            return new Result(false, rho, none, none, none, none);
        }
        double wait = rho * in.meanService() * (1 + in.squaredVariation()) / (2 * (1 - rho));
        double sojourn = wait + in.meanService();
        Figure noArrivals = Figure.undefined(Reason.NO_DATA);
        boolean arrivals = in.arrivalRate() > 0;
        return new Result(
                true,
                rho,
                arrivals ? Figure.of(wait) : noArrivals,
                arrivals ? Figure.of(sojourn) : noArrivals,
                Figure.of(in.arrivalRate() * wait),
                Figure.of(in.arrivalRate() * sojourn));
    }
}
