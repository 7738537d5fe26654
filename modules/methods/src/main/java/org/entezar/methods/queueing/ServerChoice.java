package org.entezar.methods.queueing;

import java.util.Arrays;
import java.util.OptionalInt;
import org.entezar.methods.Figure;
import org.entezar.methods.Interruption;
import org.entezar.methods.InvalidInputException;
import org.entezar.methods.InvalidInputException.Code;
import org.entezar.methods.Reason;

/**
 * How many servers of an M/M/c queue: the cheapest number, and the smallest one that keeps a promise on waiting.
 *
 * <p>Cost is convex in the number of servers, so the search may stop after the first rise. Whether waiting is charged
 * for all customers present or only for those that wait leads to different answers: {@link Basis} is always named.
 * Source: Gross et al. (2008).
 */
public final class ServerChoice {
    private ServerChoice() {}

    /** For whom waiting costs money. */
    public enum Basis {
        /** All customers in the system, L. */
        IN_SYSTEM,
        /** Only those in the queue, L_q. */
        WAITING
    }

    /**
     * What the cheapest number depends on.
     *
     * @param arrivalRate λ
     * @param serviceRate μ of one server
     * @param costPerServer per unit of time
     * @param costPerCustomer of a customer of the chosen basis per unit of time
     * @param basis whose time costs
     * @param most the largest number looked at; when empty, the search stops after the first rise
     */
    public record CostInput(
            double arrivalRate,
            double serviceRate,
            double costPerServer,
            double costPerCustomer,
            Basis basis,
            OptionalInt most) {
        /** Checks rates and costs. */
        public CostInput {
            QueueInputs.rate("lambda", arrivalRate, true);
            QueueInputs.rate("mu", serviceRate, false);
            QueueInputs.rate("cost_per_server", costPerServer, most.isPresent());
            QueueInputs.rate("cost_per_waiting_customer", costPerCustomer, true);
            QueueInputs.load(arrivalRate, serviceRate);
            if (most.isPresent()) {
                QueueInputs.servers("c_max", most.getAsInt());
            }
        }
    }

    /**
     * The cheapest number of servers.
     *
     * @param leastStable the smallest number with which the queue settles down
     * @param servers the cheapest number, the smaller of equals; UNSTABLE when {@code most} is below leastStable
     * @param cost its cost per unit of time
     * @param costByServers costs from leastStable upwards
     */
    public record CostResult(int leastStable, Figure servers, Figure cost, double[] costByServers) {}

    /** Finds the cheapest number of servers. */
    public static CostResult cheapest(CostInput in) {
        double load = in.arrivalRate() / in.serviceRate();
        int least = ErlangFormulas.leastStable(load);
        if (in.most().isPresent() && in.most().getAsInt() < least) {
            Figure none = Figure.undefined(Reason.UNSTABLE);
            return new CostResult(least, none, none, new double[0]);
        }
        double blocking = ErlangFormulas.blocking(least - 1, load);
        double[] costs = new double[16];
        int count = 0;
        int best = 0;
        for (int c = least; ; c++) {
            blocking = ErlangFormulas.nextBlocking(blocking, c, load);
            double rho = load / c;
            double queue = ErlangFormulas.waitingFromBlocking(blocking, rho) * rho / (1 - rho);
            double customers = in.basis() == Basis.IN_SYSTEM ? queue + load : queue;
            if (count == costs.length) {
                costs = Arrays.copyOf(costs, 2 * count);
            }
            costs[count] = in.costPerServer() * c + in.costPerCustomer() * customers;
            if (costs[count] < costs[best]) {
                best = count;
            }
            count++;
            boolean risen = best < count - 1;
            if (in.most().isPresent() ? c == in.most().getAsInt() : risen) {
                break;
            }
        }
        return new CostResult(least, Figure.of(least + best), Figure.of(costs[best]), Arrays.copyOf(costs, count));
    }

    /**
     * A promise on waiting.
     *
     * @param arrivalRate λ
     * @param serviceRate μ of one server
     * @param time t, the longest wait promised
     * @param target share of customers for whom it is kept, between 0 and 1
     */
    public record LevelInput(double arrivalRate, double serviceRate, double time, double target) {
        /** Checks rates, time and target. */
        public LevelInput {
            QueueInputs.rate("lambda", arrivalRate, true);
            QueueInputs.rate("mu", serviceRate, false);
            QueueInputs.rate("t", time, true);
            QueueInputs.share("target", target);
            QueueInputs.load(arrivalRate, serviceRate);
        }
    }

    /** The smallest number of servers with P(wait ≤ t) ≥ target, and the share that it reaches. */
    public record LevelResult(int servers, double serviceLevel) {}

    /** Finds the smallest number of servers that keeps the promise. */
    public static LevelResult forServiceLevel(LevelInput in) {
        double load = in.arrivalRate() / in.serviceRate();
        Interruption.check();
        int c = ErlangFormulas.leastStable(load);
        double blocking = ErlangFormulas.blocking(c, load);
        while (true) {
            double delay = ErlangFormulas.waitingFromBlocking(blocking, load / c);
            double level = MultiServerQueue.servedWithin(delay, c * in.serviceRate() - in.arrivalRate(), in.time());
            if (level >= in.target()) {
                return new LevelResult(c, level);
            }
            if (c > QueueInputs.MOST_SERVERS) {
                throw InvalidInputException.of(Code.OUT_OF_RANGE, "target", "not reached with " + c + " servers");
            }
            c++;
            blocking = ErlangFormulas.nextBlocking(blocking, c, load);
        }
    }
}
