package org.entezar.insight.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.entezar.insight.Absence;
import org.entezar.insight.Insight;
import org.entezar.insight.InsightMethod;
import org.entezar.insight.Notice;
import org.entezar.insight.Selection;
import org.entezar.questionnaire.Category;
import org.entezar.questionnaire.Questionnaire;

/**
 * One insight in the making: takes the responses of the selection one after the other, in any order, and closes with
 * the insight. Holds counts only, so that its size does not depend on the number of responses. Belongs to one thread.
 */
public final class Computation {

    private final InsightMethod method;
    private final Analysis analysis;
    private final Fingerprint fingerprint = new Fingerprint();
    private final String parameters;

    /**
     * A computation that has seen no response.
     *
     * @param version what was asked
     * @param number of that version
     * @param categories the workspace's tree, for names and weights
     */
    public Computation(InsightMethod method, Questionnaire version, int number, List<Category> categories) {
        this.method = method;
        this.analysis = Analyses.of(method, version, categories);
        StringBuilder text = new StringBuilder()
                .append(method.key())
                .append('\n')
                .append(method.version())
                .append('\n')
                .append(version.key())
                .append('\n')
                .append(number)
                .append('\n')
                .append(Analysis.CONFIDENCE);
        if (method == InsightMethod.SERVQUAL) {
            describe(categories, text);
        }
        this.parameters = text.toString();
    }

    /** Names of categories may be reworded without a figure changing; keys, weights and the tree may not. */
    private static void describe(List<Category> categories, StringBuilder text) {
        text.append('[');
        categories.forEach(category -> {
            text.append(category.key())
                    .append('=')
                    .append(category.weight().stripTrailingZeros().toPlainString());
            describe(category.children(), text);
        });
        text.append(']');
    }

    /**
     * Takes one response.
     *
     * @param codes holds its vector
     * @param offset where the vector begins
     * @param length of the vector
     * @param submittedAt milliseconds since 1970
     */
    public void add(byte[] codes, int offset, int length, long submittedAt) {
        analysis.add(codes, offset);
        fingerprint.add(codes, offset, length, submittedAt);
    }

    /** What the responses say; nothing of a selection smaller than the workspace shows. */
    public Insight insight(Selection selection, DisplayRules rules, boolean simulated) {
        long n = fingerprint.n();
        List<Notice> notices = new ArrayList<>();
        if (simulated) {
            notices.add(Notice.of(Notice.Code.SIMULATED));
        }
        if (rules.hides(n)) {
            return new Insight(
                    method,
                    method.version(),
                    OptionalLong.empty(),
                    selection,
                    Optional.empty(),
                    Optional.of(Absence.SUPPRESSED),
                    notices,
                    Optional.empty());
        }
        notices.addAll(rules.noticesOf(n));
        Analysis.Outcome outcome = analysis.outcome(rules);
        notices.addAll(outcome.notices());
        return new Insight(
                method,
                method.version(),
                OptionalLong.of(n),
                selection,
                outcome.result(),
                outcome.reason().or(() -> n == 0 ? Optional.of(Absence.NO_DATA) : Optional.empty()),
                notices,
                Optional.of(fingerprint.name(parameters)));
    }
}
