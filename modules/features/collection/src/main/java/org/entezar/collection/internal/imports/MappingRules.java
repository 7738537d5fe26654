package org.entezar.collection.internal.imports;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entezar.collection.ColumnTarget;
import org.entezar.collection.FileShape;
import org.entezar.collection.ImportMapping;
import org.entezar.collection.internal.answers.OccasionRules;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Violation;
import org.entezar.questionnaire.Item;
import org.entezar.questionnaire.ItemType;
import org.entezar.questionnaire.Questionnaire;

/** What a mapping must satisfy before rows are read by it. */
public final class MappingRules {

    private MappingRules() {}

    public static List<Violation> faults(ImportMapping mapping, FileShape shape, Questionnaire questionnaire) {
        List<Violation> faults = new ArrayList<>();
        if (mapping.targets().size() != shape.columns().size()) {
            faults.add(Violation.at(
                    "/targets",
                    ErrorCode.OUT_OF_RANGE,
                    shape.columns().size(),
                    shape.columns().size()));
        }
        try {
            ZoneId.of(mapping.timeZone());
        } catch (DateTimeException unknown) {
            faults.add(Violation.at("/timeZone", ErrorCode.UNKNOWN_TIME_ZONE, mapping.timeZone()));
        }
        Set<ColumnTarget> seen = new HashSet<>();
        for (int column = 0; column < mapping.targets().size(); column++) {
            ColumnTarget target = mapping.targets().get(column);
            String at = "/targets/" + column;
            if (target.kind() != ColumnTarget.Kind.IGNORE && !seen.add(target)) {
                faults.add(Violation.at(at, ErrorCode.DUPLICATE_KEY, target.toString()));
            } else if (target.kind() == ColumnTarget.Kind.CONTEXT && !OccasionRules.isKey(target.key())) {
                faults.add(Violation.at(at, ErrorCode.MALFORMED_KEY, target.key()));
            } else if (target.kind() == ColumnTarget.Kind.ANSWER && !fits(target, questionnaire.item(target.key()))) {
                faults.add(Violation.at(at, ErrorCode.UNKNOWN_KEY, target.toString()));
            }
        }
        return faults;
    }

    private static boolean fits(ColumnTarget target, Optional<Item> item) {
        return item.filter(one -> one.type() == ItemType.RATING
                        ? target.facet().filter(one.facets()::contains).isPresent()
                        : target.facet().isEmpty())
                .isPresent();
    }
}
