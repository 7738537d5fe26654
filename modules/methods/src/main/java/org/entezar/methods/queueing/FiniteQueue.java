package org.entezar.methods.queueing;

import org.entezar.methods.Figure;
import org.entezar.methods.InvalidInputException;
import org.entezar.methods.InvalidInputException.Code;
import org.entezar.methods.Reason;

/**
 * M/M/c/K: as M/M/c, but at most K customers are let in, servers included; the others are turned away.
 *
 * <p>Always stable. Waits are those of the admitted. K = c is Erlang's loss system. Source: Gross et al. (2008).
 */
public final class FiniteQueue {
    private FiniteQueue() {}

    /**
     * What is known of the queue.
     *
     * @param arrivalRate λ, those turned away included
     * @param serviceRate μ of one server
     * @param servers c
     * @param places K, at least c
     */
    public record Input(double arrivalRate, double serviceRate, int servers, int places) {
        /** Checks rates, servers and places. */
        public Input {
            QueueInputs.rate("lambda", arrivalRate, true);
            QueueInputs.rate("mu", serviceRate, false);
            QueueInputs.servers("c", servers);
            QueueInputs.servers("K", places);
            if (places < servers) {
                throw InvalidInputException.of(
                        Code.OUT_OF_RANGE, "K", "at least the " + servers + " servers, got " + places);
            }
        }
    }

    /**
     * What the queue does in the long run.
     *
     * @param stateProbabilities π_0..π_K
     * @param blocked π_K, the share turned away
     * @param admittedRate λ(1-π_K)
     * @param inSystem L
     * @param queueLength L_q
     * @param meanSojourn W of the admitted; NO_DATA without arrivals
     * @param meanWait W_q of the admitted
     * @param utilisation (L - L_q)/c
     * @param admittedWaits share of the admitted that wait
     */
    public record Result(
            double[] stateProbabilities,
            double blocked,
            double admittedRate,
            double inSystem,
            double queueLength,
            Figure meanSojourn,
            Figure meanWait,
            double utilisation,
            Figure admittedWaits) {}

    /** Solves the queue. */
    public static Result evaluate(Input in) {
        int c = in.servers();
        int last = in.places();
        double[] p = stateProbabilities(in.arrivalRate() / in.serviceRate(), c, last);
        double inSystem = 0;
        double queue = 0;
        double admitted = 0;
        double admittedWaits = 0;
        for (int n = 0; n <= last; n++) {
            inSystem += n * p[n];
            queue += Math.max(n - c, 0) * p[n];
            if (n < last) {
                admitted += p[n];
                admittedWaits += n >= c ? p[n] : 0;
            }
        }
        double rate = in.arrivalRate() * admitted;
        return new Result(
                p,
                p[last],
                rate,
                inSystem,
                queue,
                Figure.ratio(inSystem, rate, Reason.NO_DATA),
                Figure.ratio(queue, rate, Reason.NO_DATA),
                (inSystem - queue) / c,
                Figure.ratio(admittedWaits, admitted, Reason.NO_DATA));
    }

    /** Birth-death chain from its most likely state outwards, so that nothing overflows. */
    private static double[] stateProbabilities(double load, int c, int last) {
        double[] p = new double[last + 1];
        int mode = load >= c ? last : (int) Math.floor(load);
        p[mode] = 1;
        double sum = 1;
        for (int n = mode + 1; n <= last; n++) {
            p[n] = p[n - 1] * load / Math.min(n, c);
            sum += p[n];
        }
        for (int n = mode; n >= 1; n--) {
            p[n - 1] = p[n] * Math.min(n, c) / load;
            sum += p[n - 1];
        }
        for (int n = 0; n <= last; n++) {
            p[n] /= sum;
        }
        return p;
    }
}
