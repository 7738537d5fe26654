package org.entezar.methods.structural;

import org.entezar.methods.InvalidInputException;
import org.entezar.methods.InvalidInputException.Code;

/**
 * The observed covariances in the order of the model, with divisor n.
 *
 * @param p variables
 * @param covariance row by row
 * @param logDeterminant ln|S|
 * @param px exogenous observed variables, the last ones; the model takes their covariances as they are
 * @param exogenousLog ln|S_xx| of those; 0 without
 */
record Sample(int p, double[] covariance, double logDeterminant, int px, double exogenousLog) {

    static Sample of(StructuralModel.Input in, ParameterTable table) {
        int p = table.observed.size();
        double shrink = (in.n() - 1.0) / in.n();
        double[] s = new double[p * p];
        for (int i = 0; i < p; i++) {
            int row = in.observed().indexOf(table.observed.get(i));
            for (int j = 0; j < p; j++) {
                int column = in.observed().indexOf(table.observed.get(j));
                s[i * p + j] = shrink * (in.covariance()[row][column] + in.covariance()[column][row]) / 2;
            }
        }
        int px = table.exogenousObserved.size();
        double[] xx = new double[px * px];
        for (int i = 0; i < px; i++) {
            System.arraycopy(s, (p - px + i) * p + p - px, xx, i * px, px);
        }
        return new Sample(p, s, logDeterminant(p, s), px, logDeterminant(px, xx));
    }

    private static double logDeterminant(int p, double[] s) {
        double log = SquareMatrix.invertPositive(p, s, new double[p * p], new double[p * p]);
        if (Double.isNaN(log)) {
            throw InvalidInputException.of(
                    Code.BAD_MATRIX, "sample_cov_n_minus_1", "not positive definite: an item is a sum of others");
        }
        return log;
    }

    /** F of independence: -ln|corr(S)|, the exogenous variables' own covariances left out. */
    double independence() {
        double sum = -logDeterminant + exogenousLog;
        for (int i = 0; i < p - px; i++) {
            sum += Math.log(covariance[i * p + i]);
        }
        return sum;
    }

    int independenceDf() {
        return p * (p - 1) / 2 - px * (px - 1) / 2;
    }

    /** Log-likelihood of the saturated model, given the exogenous variables. */
    double logLikelihood(int n) {
        int free = p - px;
        return -0.5 * n * (free * Math.log(2 * Math.PI) + logDeterminant - exogenousLog + free);
    }

    /** SRMR: root mean square of (s_ij - σ_ij)/√(s_ii s_jj) over i ≤ j. */
    double residual(double[] implied) {
        double sum = 0;
        for (int i = 0; i < p; i++) {
            for (int j = 0; j <= i; j++) {
                double difference = covariance[i * p + j] - implied[i * p + j];
                sum += difference * difference / (covariance[i * p + i] * covariance[j * p + j]);
            }
        }
        return Math.sqrt(sum / (p * (p + 1) / 2.0));
    }
}
