package org.entezar.methods.queueing;

import java.util.Set;
import org.entezar.methods.Figure;
import org.entezar.methods.Reason;
import org.entezar.methods.Warning;

/**
 * G/G/c: any arrivals, any service times, c servers; two approximations of the mean wait, not exact results.
 *
 * <p>Sources: Allen (1990), Probability, Statistics and Queueing Theory (Allen-Cunneen); Sakasegawa (1977), Annals of
 * the Institute of Statistical Mathematics 29:67-75.
 */
public final class GeneralQueue {
    private GeneralQueue() {}

    /**
     * What is known of the queue.
     *
     * @param arrivalRate λ
     * @param serviceRate μ of one server
     * @param servers c
     * @param arrivalVariation c_a², squared coefficient of variation of the time between arrivals
     * @param serviceVariation c_s² of the service time
     */
    public record Input(
            double arrivalRate, double serviceRate, int servers, double arrivalVariation, double serviceVariation) {
        /** Checks rates, servers and variations. */
        public Input {
            QueueInputs.rate("lambda", arrivalRate, true);
            QueueInputs.rate("mu", serviceRate, false);
            QueueInputs.servers("c", servers);
            QueueInputs.rate("ca2", arrivalVariation, true);
            QueueInputs.rate("cs2", serviceVariation, true);
        }
    }

    /** Approximate mean waits by both formulas and the mean queue by the first (Little's law). */
    public record Result(
            boolean stable,
            double utilisation,
            Figure waitAllenCunneen,
            Figure waitSakasegawa,
            Figure queueAllenCunneen,
            Set<Warning> warnings) {}

    /** Approximates the queue; the result always carries {@link Warning#APPROXIMATION}. */
    public static Result evaluate(Input in) {
        Set<Warning> warnings = Set.of(Warning.APPROXIMATION);
        double load = in.arrivalRate() / in.serviceRate();
        QueueInputs.load(in.arrivalRate(), in.serviceRate());
        int c = in.servers();
        double rho = load / c;
        if (!ErlangFormulas.isStable(load, c)) {
            Figure none = Figure.undefined(Reason.UNSTABLE);
            return new Result(false, rho, none, none, none, warnings);
        }
        double variation = (in.arrivalVariation() + in.serviceVariation()) / 2;
        double allenCunneen = ErlangFormulas.waiting(c, load) / (c * in.serviceRate() - in.arrivalRate()) * variation;
        double sakasegawa =
                Math.pow(rho, Math.sqrt(2 * (c + 1.0)) - 1) / (c * (1 - rho) * in.serviceRate()) * variation;
        Figure noArrivals = Figure.undefined(Reason.NO_DATA);
        boolean arrivals = in.arrivalRate() > 0;
        return new Result(
                true,
                rho,
                arrivals ? Figure.of(allenCunneen) : noArrivals,
                arrivals ? Figure.of(sakasegawa) : noArrivals,
                Figure.of(in.arrivalRate() * allenCunneen),
                warnings);
    }
}
