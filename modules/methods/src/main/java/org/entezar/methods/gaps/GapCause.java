package org.entezar.methods.gaps;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.entezar.methods.Figure;
import org.entezar.methods.InvalidInputException;
import org.entezar.methods.InvalidInputException.Code;
import org.entezar.methods.Reason;
import org.entezar.methods.statistics.Means;

/**
 * What makes gaps 1 to 4 wide (Zeithaml, Berry &amp; Parasuraman 1988 J. Marketing 52(2):35-48, extended in Zeithaml,
 * Bitner &amp; Gremler). Each can be measured by staff's agreement 1..7. Gap 5 is the result of these, of word of mouth,
 * personal needs and past experience.
 */
public enum GapCause {
    /** Too little market research. */
    LITTLE_RESEARCH(1),
    /** Findings of research are not used. */
    RESEARCH_UNUSED(1),
    /** Managers hardly meet customers. */
    LITTLE_CUSTOMER_CONTACT(1),
    /** What contact staff know does not reach managers. */
    POOR_UPWARD_COMMUNICATION(1),
    /** Too many levels of management. */
    TOO_MANY_LEVELS(1),
    /** Little attention to relationships and to recovery. */
    WEAK_RELATIONSHIP_FOCUS(1),
    /** Management is not committed to quality. */
    WEAK_COMMITMENT(2),
    /** The belief that expectations cannot be met. */
    PERCEIVED_INFEASIBILITY(2),
    /** Few tasks are standardised. */
    FEW_STANDARDS(2),
    /** Goals are not defined by what customers want. */
    NO_CUSTOMER_GOALS(2),
    /** Poor design of the service. */
    POOR_SERVICE_DESIGN(2),
    /** Surroundings do not fit. */
    UNFIT_SURROUNDINGS(2),
    /** Staff do not know what is expected of them. */
    ROLE_AMBIGUITY(3),
    /** Staff cannot satisfy everyone who makes demands. */
    ROLE_CONFLICT(3),
    /** Skills do not fit the job. */
    POOR_EMPLOYEE_FIT(3),
    /** Tools do not fit the job. */
    POOR_TECHNOLOGY_FIT(3),
    /** Supervision and rewards do not fit. */
    UNFIT_REWARDS(3),
    /** Staff feel little control. */
    LITTLE_CONTROL(3),
    /** Weak teamwork. */
    WEAK_TEAMWORK(3),
    /** Supply does not match demand. */
    SUPPLY_DEMAND_MISMATCH(3),
    /** Customers do not do their part. */
    CUSTOMERS_PART(3),
    /** Intermediaries deliver otherwise. */
    INTERMEDIARIES(3),
    /** Poor communication between advertising, sales, operations and branches. */
    POOR_HORIZONTAL_COMMUNICATION(4),
    /** A tendency to promise too much. */
    OVERPROMISING(4),
    /** Expectations are not managed. */
    EXPECTATIONS_UNMANAGED(4),
    /** Customers are not informed. */
    CUSTOMERS_UNINFORMED(4);

    /** Fewest units for a correlation. */
    private static final int LEAST_UNITS = 8;

    private final int gap;

    GapCause(int gap) {
        this.gap = gap;
    }

    /** The gap that it widens, 1 to 4. */
    public int gap() {
        return gap;
    }

    /**
     * A cause's place among the others.
     *
     * @param name as given
     * @param units units with an answer
     * @param mean mean agreement over units; NO_DATA without answers
     * @param correlation with the gap over the units that have both; TOO_FEW below eight
     */
    public record Rank(String name, long units, Figure mean, Figure correlation) {}

    /**
     * Ranks causes by mean agreement, the strongest first.
     *
     * @param names of the causes
     * @param agreement rows of units, one mean agreement a cause, NaN = missing
     * @param gaps the gap by unit, NaN = missing
     */
    public static List<Rank> rank(List<String> names, double[][] agreement, double[] gaps) {
        if (agreement.length != gaps.length) {
            throw InvalidInputException.of(Code.WRONG_LENGTH, "gaps", "one gap a unit is needed");
        }
        List<Rank> ranks = new ArrayList<>();
        for (int c = 0; c < names.size(); c++) {
            double[] causes = new double[gaps.length];
            for (int u = 0; u < gaps.length; u++) {
                if (agreement[u].length != names.size()) {
                    throw InvalidInputException.at(Code.WRONG_LENGTH, "agreement", u, "one value a cause is needed");
                }
                causes[u] = agreement[u][c];
            }
            ranks.add(new Rank(
                    names.get(c), Means.count(causes), Means.estimate(causes).mean(), correlation(causes, gaps)));
        }
        ranks.sort(
                Comparator.comparingDouble((Rank rank) -> rank.mean().number().orElse(Double.NEGATIVE_INFINITY))
                        .reversed());
        return ranks;
    }

    private static Figure correlation(double[] causes, double[] gaps) {
        int n = 0;
        double[] x = new double[causes.length];
        double[] y = new double[causes.length];
        for (int u = 0; u < causes.length; u++) {
            if (!Double.isNaN(causes[u] + gaps[u])) {
                x[n] = causes[u];
                y[n++] = gaps[u];
            }
        }
        return n < LEAST_UNITS
                ? Figure.undefined(Reason.TOO_FEW)
                : Means.correlation(Arrays.copyOf(x, n), Arrays.copyOf(y, n));
    }
}
