package org.entezar.methods.queueing;

/**
 * Erlang's loss and delay formulas by recursion over the number of servers, so that no factorial can overflow.
 *
 * <p>Source: Erlang (1917); Gross, Shortle, Thompson &amp; Harris (2008), Fundamentals of Queueing Theory.
 */
public final class ErlangFormulas {
    /** A utilisation closer to one than this counts as one: rates such as 0.3/0.1 are not exact in binary. */
    private static final double UTILISATION_SLACK = 1e-12;

    private ErlangFormulas() {}

    /**
     * Erlang B: the share of arrivals that find all servers busy when nobody waits.
     *
     * @param servers number of servers, 0 or more
     * @param load offered load λ/μ in erlangs
     */
    public static double blocking(int servers, double load) {
        double b = 1;
        for (int k = 1; k <= servers; k++) {
            b = nextBlocking(b, k, load);
        }
        return b;
    }

    /** Erlang C: the share of arrivals that wait when everybody waits; the load must be below the servers. */
    public static double waiting(int servers, double load) {
        return waitingFromBlocking(blocking(servers, load), load / servers);
    }

    /** Erlang B of {@code servers} from that of one server fewer. */
    static double nextBlocking(double previous, int servers, double load) {
        return load * previous / (servers + load * previous);
    }

    /** Erlang C from Erlang B of the same number of servers. */
    static double waitingFromBlocking(double blocking, double utilisation) {
        return blocking / (1 - utilisation * (1 - blocking));
    }

    /** Whether a queue without impatience settles down. */
    static boolean isStable(double load, int servers) {
        return load < servers * (1 - UTILISATION_SLACK);
    }

    /** The smallest number of servers, at least one, with which the queue settles down. */
    static int leastStable(double load) {
        int c = Math.max(1, (int) Math.floor(load));
        while (!isStable(load, c)) {
            c++;
        }
        return c;
    }
}
