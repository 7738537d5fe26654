package org.entezar.insight.internal;

import java.util.List;
import org.entezar.insight.InsightMethod;
import org.entezar.questionnaire.Category;
import org.entezar.questionnaire.Version;

/**
 * What a figure is made with besides the responses, as it was at one moment.
 *
 * @param version what the campaign asks
 * @param simulated whether a simulator answers
 * @param categories the workspace's tree
 * @param minimumGroup respondents that a group needs to be shown
 */
public record Basis(Version version, boolean simulated, List<Category> categories, int minimumGroup) {

    public Basis {
        categories = List.copyOf(categories);
    }

    public Computation computation(InsightMethod method) {
        return new Computation(method, version.document(), version.number(), categories);
    }

    public DisplayRules rules() {
        return new DisplayRules(minimumGroup);
    }
}
