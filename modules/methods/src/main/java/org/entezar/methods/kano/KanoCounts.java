package org.entezar.methods.kano;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.entezar.methods.InvalidInputException;
import org.entezar.methods.InvalidInputException.Code;
import org.entezar.methods.answers.PairCounts;

/** How many respondents fall in each class. */
public record KanoCounts(Map<KanoClass, Long> byClass) {
    /** Fills absent classes with 0 and refuses negative counts. */
    public KanoCounts {
        Map<KanoClass, Long> all = new EnumMap<>(KanoClass.class);
        for (KanoClass one : KanoClass.values()) {
            long count = byClass.getOrDefault(one, 0L);
            if (count < 0) {
                throw InvalidInputException.of(Code.OUT_OF_RANGE, "counts." + one, "must be 0 or more, got " + count);
            }
            all.put(one, count);
        }
        byClass = all;
    }

    /** Counts a joint histogram of functional (first) and dysfunctional (second) answers on the scale 1..5. */
    public static KanoCounts of(PairCounts answers) {
        if (answers.scale().least() != 1 || answers.scale().greatest() != 5) {
            throw InvalidInputException.of(Code.OUT_OF_RANGE, "scale", "Kano answers run from 1 to 5");
        }
        Map<KanoClass, Long> counts = new EnumMap<>(KanoClass.class);
        for (int functional = 1; functional <= 5; functional++) {
            for (int dysfunctional = 1; dysfunctional <= 5; dysfunctional++) {
                counts.merge(
                        KanoClass.of(functional, dysfunctional), answers.count(functional, dysfunctional), Long::sum);
            }
        }
        return new KanoCounts(counts);
    }

    /** Respondents of this class. */
    public long count(KanoClass one) {
        return byClass.getOrDefault(one, 0L);
    }

    /** Respondents of these classes. */
    public long count(KanoClass... classes) {
        return Arrays.stream(classes).mapToLong(this::count).sum();
    }

    /** Respondents in all. */
    public long n() {
        return count(KanoClass.values());
    }

    /** The classes from the most to the least frequent; ties in the order M, O, A, I, R, Q. */
    public List<KanoClass> ranked() {
        return Arrays.stream(KanoClass.values())
                .sorted((one, other) -> Long.compare(count(other), count(one)))
                .toList();
    }

    /** The most frequent of these classes; ties in the order given. */
    KanoClass largest(KanoClass first, KanoClass second, KanoClass third) {
        KanoClass largest = count(second) > count(first) ? second : first;
        return count(third) > count(largest) ? third : largest;
    }
}
