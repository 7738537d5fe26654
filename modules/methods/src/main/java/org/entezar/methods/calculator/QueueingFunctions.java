package org.entezar.methods.calculator;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.entezar.methods.Figure;
import org.entezar.methods.InvalidInputException;
import org.entezar.methods.InvalidInputException.Code;
import org.entezar.methods.queueing.DayStaffing;
import org.entezar.methods.queueing.FiniteQueue;
import org.entezar.methods.queueing.GeneralQueue;
import org.entezar.methods.queueing.ImpatientQueue;
import org.entezar.methods.queueing.MultiServerQueue;
import org.entezar.methods.queueing.QueueUncertainty;
import org.entezar.methods.queueing.ServerChoice;
import org.entezar.methods.queueing.SingleServerQueue;
import org.jspecify.annotations.Nullable;

/** Queues and staffing by name. */
final class QueueingFunctions {
    private static final int MOST = 1_000_000;

    static final List<MethodFunction> FUNCTIONS = List.of(
            new MethodFunction(
                    "mmc",
                    "M/M/c queue: waits with c servers and endless patience",
                    """
                        lambda, mu, c, optional t[]. Erlang C by recursion; L_q = C·ρ/(1-ρ), W_q = L_q/λ, L = L_q + λ/μ,
                        W = W_q + 1/μ; P(wait ≤ t) = 1 - C·exp(-(cμ-λ)t). ρ ≥ 1: stable is false. One time unit for all.
                        """,
                    QueueingFunctions::multiServer),
            new MethodFunction(
                    "mmck",
                    "M/M/c/K queue: at most K customers let in, servers included",
                    """
                        lambda, mu, c, K ≥ c. π_n from the birth-death chain; π_K is turned away; waits are those of the
                        admitted. K = c is Erlang's loss formula. Always stable.
                        """,
                    QueueingFunctions::finite),
            new MethodFunction(
                    "erlang_a",
                    "M/M/c+M queue (Erlang A): customers who wait lose patience",
                    """
                        lambda, mu, c, theta (1/mean patience), optional t[]. P(abandon) = θL_q/λ; served within t counts
                        all arrivals; offered wait is that of an endlessly patient arrival. Stable for every load.
                        """,
                    QueueingFunctions::impatient),
            new MethodFunction(
                    "mg1",
                    "M/G/1 queue: one server, any distribution of service times",
                    """
                        lambda, mean_service, scv_service = var/mean². W_q = ρE[S](1+c_s²)/(2(1-ρ)) (Pollaczek-Khinchine).
                        """,
                    QueueingFunctions::singleServer),
            new MethodFunction(
                    "ggc_approx",
                    "G/G/c queue: approximate waits for irregular arrivals and service",
                    """
                        lambda, mu, c, ca2, cs2 (squared coefficients of variation). Allen-Cunneen: W_q of M/M/c times
                        (c_a²+c_s²)/2; Sakasegawa 1977. Approximations.
                        """,
                    QueueingFunctions::general),
            new MethodFunction(
                    "optimal_servers",
                    "Cheapest number of servers of an M/M/c queue",
                    """
                        lambda, mu, cost_per_server, cost_per_waiting_customer, waiting_basis L (all present) or Lq (only
                        those waiting), optional c_max. Cost is convex in c; without c_max the search stops after the rise.
                        """,
                    QueueingFunctions::cheapest),
            new MethodFunction(
                    "min_servers_for_service_level",
                    "Smallest number of servers that keeps a promise on waiting",
                    """
                        lambda, mu, t, target: the smallest c with P(wait ≤ t) ≥ target in an M/M/c queue.
                        """,
                    QueueingFunctions::serviceLevel),
            new MethodFunction("staffing_day", "Servers for each period of a day (SIPP)", """
                        lambda[] a period, mu, t, target, optional theta, least_servers, servers[] (a plan to be judged).
                        Every period as if it lasted for ever; OVERLOAD_BEFORE where the period before was overloaded.
                        """, QueueingFunctions::day),
            new MethodFunction(
                    "mmc_uncertainty",
                    "M/M/c queue at the ends of the intervals of counted rates",
                    """
                        arrivals counted in the time observed, served services that took busy_time together, c, t, optional
                        confidence. Garwood's Poisson interval of λ, exponential interval of μ.
                        """,
                    QueueingFunctions::uncertainty));

    private QueueingFunctions() {}

    private static double[] times(Inputs in) {
        return in.optionalNumbers("t").orElse(new double[0]);
    }

    private static Map<String, @Nullable Object> multiServer(Inputs in) {
        double[] times = times(in);
        return multiServer(
                times,
                MultiServerQueue.evaluate(new MultiServerQueue.Input(
                        in.number("lambda"), in.number("mu"), in.integer("c", 1, MOST), times)));
    }

    private static Map<String, @Nullable Object> multiServer(double[] times, MultiServerQueue.Result queue) {
        return new Outputs()
                .put("stable", (Object) queue.stable())
                .put("offered_load", (Object) queue.offeredLoad())
                .put("utilisation", (Object) queue.utilisation())
                .put("p0", queue.empty())
                .put("prob_wait", queue.waits())
                .put("Lq", queue.queueLength())
                .put("L", queue.inSystem())
                .put("Wq", queue.meanWait())
                .put("W", queue.meanSojourn())
                .put("t", times)
                .put("service_level_at_t", Outputs.plain(queue.servedWithin()))
                .put("sojourn_le_t", Outputs.plain(queue.doneWithin()))
                .tree();
    }

    private static Map<String, @Nullable Object> finite(Inputs in) {
        FiniteQueue.Result queue = FiniteQueue.evaluate(new FiniteQueue.Input(
                in.number("lambda"), in.number("mu"), in.integer("c", 1, MOST), in.integer("K", 1, MOST)));
        return new Outputs()
                .put("state_probabilities", queue.stateProbabilities())
                .put("prob_block", (Object) queue.blocked())
                .put("effective_arrival", (Object) queue.admittedRate())
                .put("L", (Object) queue.inSystem())
                .put("Lq", (Object) queue.queueLength())
                .put("W", queue.meanSojourn())
                .put("Wq", queue.meanWait())
                .put("utilisation", (Object) queue.utilisation())
                .put("prob_wait_of_admitted", queue.admittedWaits())
                .tree();
    }

    private static Map<String, @Nullable Object> impatient(Inputs in) {
        double[] times = times(in);
        ImpatientQueue.Result queue = ImpatientQueue.evaluate(new ImpatientQueue.Input(
                in.number("lambda"), in.number("mu"), in.integer("c", 1, MOST), in.number("theta"), times));
        return new Outputs()
                .put("stable", (Object) queue.stable())
                .put("p0", queue.empty())
                .put("prob_wait", queue.waits())
                .put("prob_abandon", queue.abandons())
                .put("Lq", queue.queueLength())
                .put("mean_wait_all", queue.meanWait())
                .put("mean_wait_abandon_rate_identity", queue.waitByAbandonment())
                .put("throughput", queue.throughput())
                .put("utilisation", queue.utilisation())
                .put("t", times)
                .put("served_within_t", Outputs.plain(queue.servedWithin()))
                .put("offered_wait_exceeds_t", Outputs.plain(queue.offeredWaitExceeds()))
                .tree();
    }

    private static Map<String, @Nullable Object> singleServer(Inputs in) {
        SingleServerQueue.Result queue = SingleServerQueue.evaluate(
                new SingleServerQueue.Input(in.number("lambda"), in.number("mean_service"), in.number("scv_service")));
        return new Outputs()
                .put("stable", (Object) queue.stable())
                .put("utilisation", (Object) queue.utilisation())
                .put("Wq", queue.meanWait())
                .put("W", queue.meanSojourn())
                .put("Lq", queue.queueLength())
                .put("L", queue.inSystem())
                .tree();
    }

    private static Map<String, @Nullable Object> general(Inputs in) {
        GeneralQueue.Result queue = GeneralQueue.evaluate(new GeneralQueue.Input(
                in.number("lambda"), in.number("mu"), in.integer("c", 1, MOST), in.number("ca2"), in.number("cs2")));
        return new Outputs()
                .put("stable", (Object) queue.stable())
                .put("utilisation", (Object) queue.utilisation())
                .put("Wq_allen_cunneen", queue.waitAllenCunneen())
                .put("Wq_sakasegawa", queue.waitSakasegawa())
                .put("Lq_allen_cunneen", queue.queueAllenCunneen())
                .warnings(queue.warnings())
                .tree();
    }

    private static Map<String, @Nullable Object> cheapest(Inputs in) {
        ServerChoice.Basis basis =
                switch (in.text("waiting_basis")) {
                    case "L" -> ServerChoice.Basis.IN_SYSTEM;
                    case "Lq" -> ServerChoice.Basis.WAITING;
                    default -> throw InvalidInputException.of(Code.UNKNOWN_CHOICE, "waiting_basis", "L or Lq");
                };
        ServerChoice.CostResult choice = ServerChoice.cheapest(new ServerChoice.CostInput(
                in.number("lambda"),
                in.number("mu"),
                in.number("cost_per_server"),
                in.number("cost_per_waiting_customer"),
                basis,
                in.has("c_max") ? OptionalInt.of(in.integer("c_max", 1, MOST)) : OptionalInt.empty()));
        return new Outputs()
                .put("c_min_stable", (Object) choice.leastStable())
                .put("optimal_c", choice.servers())
                .put("cost", choice.cost())
                .put("cost_by_c", choice.costByServers())
                .put("waiting_basis", (Object) in.text("waiting_basis"))
                .tree();
    }

    private static Map<String, @Nullable Object> serviceLevel(Inputs in) {
        ServerChoice.LevelResult level = ServerChoice.forServiceLevel(
                new ServerChoice.LevelInput(in.number("lambda"), in.number("mu"), in.number("t"), in.number("target")));
        return new Outputs()
                .put("c", (Object) level.servers())
                .put("service_level", (Object) level.serviceLevel())
                .tree();
    }

    private static Map<String, @Nullable Object> day(Inputs in) {
        DayStaffing.Result day = DayStaffing.evaluate(new DayStaffing.Input(
                in.numbers("lambda"),
                in.number("mu"),
                in.number("theta", 0),
                in.number("t"),
                in.number("target"),
                in.integer("least_servers", 0, MOST, 0),
                in.has("servers") ? in.integers("servers", 0, MOST) : new int[0]));
        List<DayStaffing.Period> periods = day.periods();
        List<Figure> utilisation = new ArrayList<>();
        List<Figure> level = new ArrayList<>();
        List<Figure> wait = new ArrayList<>();
        List<List<String>> warnings = new ArrayList<>();
        for (DayStaffing.Period period : periods) {
            utilisation.add(period.utilisation());
            level.add(period.serviceLevel());
            wait.add(period.meanWait());
            warnings.add(period.warnings().stream().map(Enum::name).toList());
        }
        return new Outputs()
                .put(
                        "servers",
                        periods.stream().mapToInt(DayStaffing.Period::servers).toArray())
                .put(
                        "offered_load",
                        periods.stream().mapToDouble(DayStaffing.Period::load).toArray())
                .put("utilisation", Outputs.plain(utilisation))
                .put("service_level", Outputs.plain(level))
                .put("mean_wait", Outputs.plain(wait))
                .put("kept", periods.stream().map(DayStaffing.Period::kept).toList())
                .put("period_warnings", warnings)
                .put("server_periods", (Object) day.serverPeriods())
                .put("all_kept", (Object) day.kept())
                .warnings(day.warnings())
                .tree();
    }

    private static Map<String, @Nullable Object> uncertainty(Inputs in) {
        double time = in.number("t");
        QueueUncertainty.Result queue = QueueUncertainty.evaluate(new QueueUncertainty.Input(
                in.longInteger("arrivals", 0, 1_000_000_000_000L),
                in.number("observed"),
                in.longInteger("served", 1, 1_000_000_000_000L),
                in.number("busy_time"),
                in.integer("c", 1, MOST),
                time,
                in.number("confidence", 0.95)));
        double[] times = {time};
        return new Outputs()
                .put("lambda", (Object) queue.arrivalRate())
                .put("lambda_ci", queue.arrivalInterval())
                .put("mu", (Object) queue.serviceRate())
                .put("mu_ci", queue.serviceInterval())
                .put("estimate", multiServer(times, queue.estimate()))
                .put("best", queue.best().map(best -> multiServer(times, best)).orElse(null))
                .put("worst", multiServer(times, queue.worst()))
                .tree();
    }
}
