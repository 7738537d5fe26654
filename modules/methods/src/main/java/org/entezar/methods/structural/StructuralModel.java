package org.entezar.methods.structural;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entezar.methods.Figure;
import org.entezar.methods.InvalidInputException;
import org.entezar.methods.InvalidInputException.Code;
import org.entezar.methods.Reason;
import org.entezar.methods.Warning;
import org.entezar.methods.optimisation.QuasiNewton;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;

/**
 * Structural equation models by maximum likelihood, with the defaults of lavaan's {@code sem()}.
 *
 * <p>The sample's covariances are taken with divisor n, χ² = n·F, standard errors come from the expected information. A
 * model that is not identified is refused. Without convergence there are no fit indices, and a solution with a negative
 * variance is no success. Sources: Jöreskog (1969), Psychometrika 34:183-202; Bollen (1989), Structural Equations with
 * Latent Variables; Rosseel (2012), Journal of Statistical Software 48(2).
 */
public final class StructuralModel {
    private static final double GRADIENT = 1e-6;
    private static final QuasiNewton.Stop STOP = new QuasiNewton.Stop(1e-8, 1e-15, 3000);
    private static final double SINGULAR = 1e-9;

    private StructuralModel() {}

    /**
     * A model and what was observed.
     *
     * @param model text, see the manual page: {@code f =~ x1 + x2}, {@code y ~ x}, {@code a ~~ b}
     * @param observed names of the variables
     * @param covariance of the variables, divisor n - 1
     * @param n respondents
     */
    public record Input(String model, List<String> observed, double[][] covariance, int n) {
        /** Checks names, shape and symmetry. */
        public Input {
            observed = List.copyOf(observed);
            int p = observed.size();
            if (observed.stream().distinct().count() < p) {
                throw InvalidInputException.of(Code.DUPLICATE, "observed", "the same name twice");
            }
            if (p == 0 || p > 300) {
                throw InvalidInputException.of(Code.TOO_LARGE, "observed", "1 to 300 variables, got " + p);
            }
            if (n < 2) {
                throw InvalidInputException.of(Code.OUT_OF_RANGE, "n", "2 or more, got " + n);
            }
            if (covariance.length != p) {
                throw InvalidInputException.of(
                        Code.BAD_MATRIX, "sample_cov_n_minus_1", p + " rows, got " + covariance.length);
            }
            for (int i = 0; i < p; i++) {
                if (covariance[i].length != p) {
                    throw InvalidInputException.at(Code.BAD_MATRIX, "sample_cov_n_minus_1", i, p + " columns");
                }
                for (int j = 0; j < p; j++) {
                    double scale = Math.sqrt(Math.abs(covariance[i][i] * covariance[j][j]));
                    if (!(Math.abs(covariance[i][j] - covariance[j][i]) <= 1e-8 * scale)) {
                        throw InvalidInputException.at(Code.BAD_MATRIX, "sample_cov_n_minus_1", i, j, "not symmetric");
                    }
                }
                if (!(covariance[i][i] > 0)) {
                    throw InvalidInputException.at(
                            Code.BAD_MATRIX, "sample_cov_n_minus_1", i, i, "a variance is above 0");
                }
            }
        }
    }

    /**
     * One parameter.
     *
     * @param left variable left of the operator
     * @param operator {@code =~}, {@code ~} or {@code ~~}
     * @param right variable right of it
     * @param free whether it was estimated
     * @param estimate value
     * @param error standard error; 0 when fixed, NOT_CONVERGED without convergence
     * @param z estimate/error; NO_DATA when fixed
     * @param standardised with all variables at variance 1; NOT_POSITIVE_DEFINITE where a variance is not above 0
     */
    public record Parameter(
            String left,
            String operator,
            String right,
            boolean free,
            double estimate,
            Figure error,
            Figure z,
            Figure standardised) {}

    /**
     * The fit.
     *
     * @param n respondents
     * @param converged whether the gradient vanished
     * @param negativeVariance whether a variance is below 0 (Heywood case)
     * @param success converged without a negative variance
     * @param r2 explained share of every variable that depends on others
     */
    public record Result(
            int n,
            boolean converged,
            boolean negativeVariance,
            boolean success,
            FitIndices fit,
            List<Parameter> parameters,
            Map<String, Figure> r2,
            Set<Warning> warnings) {}

    /** Fits. */
    public static Result evaluate(Input in) {
        ParameterTable table = ParameterTable.of(ModelSyntax.parse(in.model()), in.observed());
        int p = table.observed.size();
        int px = table.exogenousObserved.size();
        int df = p * (p + 1) / 2 - px * (px + 1) / 2 - table.free;
        if (df < 0) {
            throw InvalidInputException.of(
                    Code.NOT_IDENTIFIED,
                    "model_lavaan_syntax",
                    table.free + " free parameters for fewer covariances (df = " + df + ")");
        }
        Sample sample = Sample.of(in, table);
        CovarianceStructure structure = new CovarianceStructure(table, sample.covariance(), sample.logDeterminant());
        QuasiNewton.Minimum best = search(structure);
        double[] point = best.point();
        boolean converged = arrived(best);
        double[] errors = new double[table.free];
        if (converged) {
            errors = errors(structure, point, in.n());
        }
        return result(in, table, sample, structure, point, converged, errors, df);
    }

    /**
     * The lowest point at which the gradient vanishes, of the searches from several starts. A search that runs away
     * towards negative variances may be lower still, without ever arriving; it counts only when no other arrived.
     */
    private static QuasiNewton.Minimum search(CovarianceStructure structure) {
        List<double[]> starts = List.of(
                structure.start(true, 0.5),
                structure.start(false, 0.05),
                structure.start(true, 0.05),
                structure.start(true, 0.2));
        QuasiNewton.Minimum best = QuasiNewton.minimise(structure, starts.get(0), STOP);
        for (double[] start : starts.subList(1, starts.size())) {
            QuasiNewton.Minimum end = QuasiNewton.minimise(structure, start, STOP);
            if (arrived(end) == arrived(best) ? end.value() < best.value() : arrived(end)) {
                best = end;
            }
        }
        return arrived(best) ? best : QuasiNewton.minimise(structure, best.point(), STOP);
    }

    private static boolean arrived(QuasiNewton.Minimum end) {
        return Double.isFinite(end.value()) && end.largestGradient() <= GRADIENT;
    }

    /** √ of the diagonal of the inverse information, in the units of the parameters. */
    private static double[] errors(CovarianceStructure structure, double[] point, int n) {
        int q = point.length;
        double[] errors = new double[q];
        if (q == 0) {
            return errors;
        }
        RealMatrix information = MatrixUtils.createRealMatrix(structure.information(point));
        double[] roots = new double[q];
        for (int i = 0; i < q; i++) {
            roots[i] = Math.sqrt(information.getEntry(i, i));
            if (!(roots[i] > 0)) {
                throw notIdentified();
            }
        }
        RealMatrix scaled = information.copy();
        for (int i = 0; i < q; i++) {
            for (int j = 0; j < q; j++) {
                scaled.setEntry(i, j, information.getEntry(i, j) / (roots[i] * roots[j]));
            }
        }
        EigenDecompositionSymmetric eigen = new EigenDecompositionSymmetric(scaled);
        double[] values = eigen.getEigenvalues();
        if (values[q - 1] < SINGULAR * values[0]) {
            throw notIdentified();
        }
        RealMatrix inverse = eigen.getSolver().getInverse();
        for (int i = 0; i < q; i++) {
            errors[i] = Math.sqrt(inverse.getEntry(i, i) / n) / roots[i] * structure.unit(i);
        }
        return errors;
    }

    private static InvalidInputException notIdentified() {
        return InvalidInputException.of(
                Code.NOT_IDENTIFIED, "model_lavaan_syntax", "different parameters give the same covariances");
    }

    private static Result result(
            Input in,
            ParameterTable table,
            Sample sample,
            CovarianceStructure structure,
            double[] point,
            boolean converged,
            double[] errors,
            int df) {
        double f = structure.discrepancy(point);
        double[] variances = structure.variances();
        double[] residuals = structure.residualVariances();
        boolean negative = false;
        for (double residual : residuals) {
            negative |= residual < 0;
        }
        List<Parameter> parameters = new ArrayList<>();
        boolean[] dependent = new boolean[structure.v];
        for (int r = 0; r < table.rows.size(); r++) {
            ParameterTable.Row row = table.rows.get(r);
            boolean covariance = row.operator() == Statement.Operator.COVARIES;
            int to = structure.to(r);
            int from = structure.from(r);
            dependent[to] |= !covariance;
            double estimate = structure.value(r, point);
            double[] spread = covariance && to != from ? residuals : variances;
            double scale = covariance ? 1 / Math.sqrt(spread[to] * spread[from]) : Math.sqrt(spread[from] / spread[to]);
            parameters.add(parameter(row, estimate, estimate * scale, converged, errors));
        }
        Map<String, Figure> r2 = new LinkedHashMap<>();
        List<String> names = new ArrayList<>(table.observed);
        names.addAll(table.latent);
        for (int i = 0; i < names.size(); i++) {
            if (dependent[i]) {
                boolean proper = residuals[i] >= 0 && variances[i] > 0;
                r2.put(
                        names.get(i),
                        proper
                                ? Figure.of(1 - residuals[i] / variances[i])
                                : Figure.undefined(Reason.NOT_POSITIVE_DEFINITE));
            }
        }
        EnumSet<Warning> warnings = EnumSet.noneOf(Warning.class);
        if (negative) {
            warnings.add(Warning.NEGATIVE_VARIANCE);
        }
        if (in.n() < 5 * table.free) {
            warnings.add(Warning.FEW_FOR_PARAMETERS);
        }
        FitIndices fit = converged
                ? FitIndices.of(
                        in.n(),
                        table.free,
                        df,
                        Math.max(in.n() * f, 0),
                        in.n() * sample.independence(),
                        sample.independenceDf(),
                        sample.residual(structure.implied()),
                        sample.logLikelihood(in.n()))
                : FitIndices.none(table.free, df, sample.independenceDf(), Reason.NOT_CONVERGED);
        return new Result(
                in.n(), converged, negative, converged && !negative, fit, parameters, r2, Set.copyOf(warnings));
    }

    private static Parameter parameter(
            ParameterTable.Row row, double estimate, double standardised, boolean converged, double[] errors) {
        boolean free = row.free() >= 0;
        Figure error = !free
                ? Figure.of(0)
                : converged ? Figure.of(errors[row.free()]) : Figure.undefined(Reason.NOT_CONVERGED);
        Figure z = !free
                ? Figure.undefined(Reason.NO_DATA)
                : error.isDefined() ? Figure.ratio(estimate, error.value(), Reason.ZERO_VARIANCE) : error;
        return new Parameter(
                row.left(),
                row.operator().sign(),
                row.right(),
                free,
                estimate,
                error,
                z,
                Figure.finiteOr(standardised, Reason.NOT_POSITIVE_DEFINITE));
    }
}
