package org.entezar.insight.internal.history;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.entezar.insight.InsightMethod;
import org.entezar.insight.internal.Analyses;
import org.entezar.insight.internal.Analysis;
import org.entezar.questionnaire.Category;
import org.entezar.questionnaire.Questionnaire;

/** The counts of one period and one run of comparable versions. */
final class Cell {

    private final Map<InsightMethod, Analysis> analyses = new EnumMap<>(InsightMethod.class);
    private final CategoryZones zones;
    private long n;

    /** @param version the first of its run, by whose codebook all vectors are laid out */
    Cell(Questionnaire version, List<Category> categories, List<InsightMethod> methods) {
        methods.forEach(method -> analyses.put(method, Analyses.of(method, version, categories)));
        this.zones = new CategoryZones(version);
    }

    void add(byte[] codes, int offset) {
        n++;
        for (Analysis analysis : analyses.values()) {
            analysis.add(codes, offset);
        }
        zones.add(codes, offset);
    }

    long n() {
        return n;
    }

    Map<InsightMethod, Analysis> analyses() {
        return analyses;
    }

    CategoryZones zones() {
        return zones;
    }
}
