package org.entezar.insight.internal;

import java.util.List;
import org.entezar.insight.InsightMethod;
import org.entezar.questionnaire.Category;
import org.entezar.questionnaire.Questionnaire;

/** Makes the analysis of a method for a version of a questionnaire. */
public final class Analyses {

    private Analyses() {}

    /**
     * An analysis that has seen no response.
     *
     * @param version what was asked
     * @param categories the workspace's tree, for names and weights
     */
    public static Analysis of(InsightMethod method, Questionnaire version, List<Category> categories) {
        return switch (method) {
            case SERVQUAL -> new ServqualAnalysis(version, categories);
            case ZONE -> new ZoneAnalysis(version);
            case KANO -> new KanoAnalysis(version);
            case NPS -> new NpsAnalysis(version);
            case CSAT -> new CsatAnalysis(version);
            case CES -> new CesAnalysis(version);
        };
    }

    /** Whether the questionnaire asks what the method needs. */
    public static boolean isAsked(InsightMethod method, Questionnaire version) {
        return of(method, version, List.of())
                .outcome(new DisplayRules(1))
                .result()
                .isPresent();
    }
}
