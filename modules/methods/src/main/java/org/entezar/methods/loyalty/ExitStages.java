package org.entezar.methods.loyalty;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.entezar.methods.Bounds;
import org.entezar.methods.Figure;
import org.entezar.methods.Interruption;
import org.entezar.methods.InvalidInputException;
import org.entezar.methods.InvalidInputException.Code;
import org.entezar.methods.Reason;
import org.entezar.methods.Warning;
import org.hipparchus.distribution.continuous.BetaDistribution;
import org.hipparchus.linear.LUDecomposition;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;

/**
 * Stages on the way out as a Markov chain with absorbing states.
 *
 * <p>One state a period and customer. Transitions are counted between neighbouring periods only: a gap breaks the
 * sequence, the last state is censored, and nothing is counted out of an absorbing state (a return is a new customer).
 * The prior gives every stage a direct way out, so rows with few transitions are pulled to short lives. That the next
 * stage depends on the present one only is an assumption. Sources: Ping (1993), J. Retailing 69:320-352; Kemeny &amp; Snell
 * (1960), Finite Markov Chains; Pfeifer &amp; Carraway (2000), J. Interactive Marketing 14(2):43-55.
 */
public final class ExitStages {
    /** Rows with fewer transitions are marked. */
    private static final int SPARSE = 10;

    private static final double ACCURACY = 1e-14;
    private static final double TAIL = 0.025;

    private ExitStages() {}

    /**
     * What customers did.
     *
     * @param states number of states K
     * @param absorbing whether each state is final; at least one is, and at least one is not
     * @param sequences states of each customer by period from 0, -1 = not observed
     * @param prior a, added to each cell of a transient row, 0 or more; usually 0.5
     * @param horizon k, periods within which leaving is wanted
     */
    public record Input(int states, boolean[] absorbing, int[][] sequences, double prior, int horizon) {
        /** Checks states and sequences. */
        public Input {
            if (absorbing.length != states || states > 200) {
                throw InvalidInputException.of(Code.WRONG_LENGTH, "absorbing", "one flag a state, at most 200");
            }
            int last = 0;
            for (boolean flag : absorbing) {
                last += flag ? 1 : 0;
            }
            if (last == 0 || last == states) {
                throw InvalidInputException.of(
                        Code.OUT_OF_RANGE, "absorbing", "at least one absorbing and one other state");
            }
            for (int i = 0; i < sequences.length; i++) {
                for (int t = 0; t < sequences[i].length; t++) {
                    if (sequences[i][t] < -1 || sequences[i][t] >= states) {
                        throw InvalidInputException.at(Code.OUT_OF_RANGE, "sequences", i, t, "an unknown state");
                    }
                }
            }
            if (!(prior >= 0 && Double.isFinite(prior))) {
                throw InvalidInputException.of(Code.OUT_OF_RANGE, "prior", "0 or more, got " + prior);
            }
            if (horizon < 0 || horizon > 1_000_000) {
                throw InvalidInputException.of(Code.OUT_OF_RANGE, "k", "0..1000000, got " + horizon);
            }
            absorbing = absorbing.clone();
        }
    }

    /**
     * The chain. Rows of transient states are in the order of the states.
     *
     * @param counts transitions n_ij; rows of absorbing states are 0
     * @param leaving n_i·, transitions out of each state
     * @param probabilities P_ij = (n_ij + a)/(n_i· + aK); NaN in a row without data and prior; unit rows of absorbing ones
     * @param lower 95 % limits Beta(n_ij + a, n_i· + aK - n_ij - a); NaN in absorbing rows
     * @param upper the same
     * @param transientStates the transient states, by number
     * @param fundamental N = (I - Q)⁻¹, mean visits to each transient state; empty when undefined
     * @param periods expected periods to absorption, N1; UNSTABLE when some stage can never leave, NO_DATA without data
     * @param sd standard deviation of those periods
     * @param within probability to be absorbed within k periods
     * @param ends B = NR, where each transient state ends: a column an absorbing state
     */
    public record Result(
            long[][] counts,
            long[] leaving,
            double[][] probabilities,
            double[][] lower,
            double[][] upper,
            int[] transientStates,
            double[][] fundamental,
            List<Figure> periods,
            List<Figure> sd,
            double[] within,
            double[][] ends,
            Set<Warning> warnings) {}

    /** Counts and solves. */
    public static Result evaluate(Input in) {
        int k = in.states();
        long[][] counts = new long[k][k];
        for (int[] sequence : in.sequences()) {
            for (int t = 0; t + 1 < sequence.length; t++) {
                int from = sequence[t];
                int to = sequence[t + 1];
                if (from >= 0 && to >= 0 && !in.absorbing()[from]) {
                    counts[from][to]++;
                }
            }
        }
        long[] leaving = new long[k];
        double[][] p = new double[k][k];
        double[][] lower = new double[k][k];
        double[][] upper = new double[k][k];
        EnumSet<Warning> warnings = EnumSet.noneOf(Warning.class);
        boolean known = true;
        for (int i = 0; i < k; i++) {
            if (in.absorbing()[i]) {
                p[i][i] = 1;
                Arrays.fill(lower[i], Double.NaN);
                Arrays.fill(upper[i], Double.NaN);
                continue;
            }
            leaving[i] = Arrays.stream(counts[i]).sum();
            double all = leaving[i] + in.prior() * k;
            known &= all > 0;
            if (leaving[i] < SPARSE) {
                warnings.add(Warning.SPARSE_TRANSITIONS);
            }
            for (int j = 0; j < k; j++) {
                double mine = counts[i][j] + in.prior();
                p[i][j] = all > 0 ? mine / all : Double.NaN;
                Bounds bounds = beta(mine, all - mine);
                lower[i][j] = bounds.lower().number().orElse(Double.NaN);
                upper[i][j] = bounds.upper().number().orElse(Double.NaN);
            }
        }
        int[] transients = numbers(in.absorbing(), false);
        int[] absorbing = numbers(in.absorbing(), true);
        int m = transients.length;
        double[] within = new double[m];
        if (!known || !canLeave(p, transients, absorbing)) {
            Figure none = Figure.undefined(known ? Reason.UNSTABLE : Reason.NO_DATA);
            List<Figure> each = Collections.nCopies(m, none);
            if (known) {
                within = within(p, transients, absorbing, in.horizon());
            } else {
                Arrays.fill(within, Double.NaN);
            }
            return new Result(
                    counts,
                    leaving,
                    p,
                    lower,
                    upper,
                    transients,
                    new double[0][],
                    each,
                    each,
                    within,
                    new double[0][],
                    warnings.isEmpty() ? Set.of() : Set.copyOf(warnings));
        }
        RealMatrix identity = MatrixUtils.createRealIdentityMatrix(m);
        RealMatrix q = MatrixUtils.createRealMatrix(block(p, transients, transients));
        RealMatrix n = new LUDecomposition(identity.subtract(q)).getSolver().getInverse();
        double[] ones = new double[m];
        Arrays.fill(ones, 1);
        double[] t = n.operate(ones);
        double[] second = n.scalarMultiply(2).subtract(identity).operate(t);
        Figure[] sd = new Figure[m];
        Figure[] periods = new Figure[m];
        for (int i = 0; i < m; i++) {
            periods[i] = Figure.of(t[i]);
            sd[i] = Figure.of(Math.sqrt(Math.max(second[i] - t[i] * t[i], 0)));
        }
        return new Result(
                counts,
                leaving,
                p,
                lower,
                upper,
                transients,
                n.getData(),
                List.of(periods),
                List.of(sd),
                within(p, transients, absorbing, in.horizon()),
                n.multiply(MatrixUtils.createRealMatrix(block(p, transients, absorbing)))
                        .getData(),
                Set.copyOf(warnings));
    }

    /** 95 % interval of a Beta(a, b); a point where one of the two is 0. */
    private static Bounds beta(double a, double b) {
        if (a + b == 0) {
            return Bounds.undefined(Reason.NO_DATA);
        }
        if (a == 0 || b == 0) {
            Figure end = Figure.of(a == 0 ? 0 : 1);
            return new Bounds(end, end);
        }
        BetaDistribution beta = new BetaDistribution(a, b, ACCURACY);
        return new Bounds(
                Figure.of(beta.inverseCumulativeProbability(TAIL)),
                Figure.of(beta.inverseCumulativeProbability(1 - TAIL)));
    }

    private static int[] numbers(boolean[] flags, boolean wanted) {
        return IntStream.range(0, flags.length).filter(i -> flags[i] == wanted).toArray();
    }

    private static double[][] block(double[][] p, int[] rows, int[] columns) {
        double[][] block = new double[rows.length][columns.length];
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < columns.length; j++) {
                block[i][j] = p[rows[i]][columns[j]];
            }
        }
        return block;
    }

    /** Whether every transient state reaches an absorbing one. */
    private static boolean canLeave(double[][] p, int[] transients, int[] absorbing) {
        boolean[] leaves = new boolean[p.length];
        for (int a : absorbing) {
            leaves[a] = true;
        }
        for (int round = 0; round < p.length; round++) {
            for (int i : transients) {
                for (int j = 0; j < p.length; j++) {
                    leaves[i] |= p[i][j] > 0 && leaves[j];
                }
            }
        }
        return Arrays.stream(transients).allMatch(i -> leaves[i]);
    }

    /** Share absorbed after the given number of periods: the absorbing columns of P^k, added up. */
    private static double[] within(double[][] p, int[] transients, int[] absorbing, int periods) {
        double[] gone = new double[p.length];
        for (int a : absorbing) {
            gone[a] = 1;
        }
        double[] next = new double[p.length];
        for (int t = 0; t < periods; t++) {
            Interruption.check();
            for (int i = 0; i < p.length; i++) {
                double sum = 0;
                for (int j = 0; j < p.length; j++) {
                    sum += p[i][j] * gone[j];
                }
                // Rows sum to one up to the last digit only.
                next[i] = Math.min(1, sum);
            }
            double[] old = gone;
            gone = next;
            next = old;
        }
        double[] of = new double[transients.length];
        for (int i = 0; i < of.length; i++) {
            of[i] = gone[transients[i]];
        }
        return of;
    }
}
