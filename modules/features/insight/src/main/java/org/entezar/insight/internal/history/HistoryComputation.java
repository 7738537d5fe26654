package org.entezar.insight.internal.history;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.entezar.collection.VectorVisitor;
import org.entezar.insight.HistoryQuestion;
import org.entezar.insight.InsightMethod;
import org.entezar.insight.SatisfactionHistory;
import org.entezar.insight.SatisfactionHistory.Break;
import org.entezar.insight.SatisfactionHistory.Period;
import org.entezar.insight.internal.Analyses;
import org.entezar.insight.internal.DisplayRules;
import org.entezar.questionnaire.Category;
import org.entezar.questionnaire.Codebook;
import org.entezar.questionnaire.Questionnaire;
import org.jspecify.annotations.Nullable;

/**
 * A satisfaction history in the making: takes every response once and holds counts for each period and run, so that its
 * size depends on the periods and not on the responses. Belongs to one thread.
 */
public final class HistoryComputation {

    /** More periods than this tell nothing in a picture; the older ones are left out. */
    static final int MOST_PERIODS = 240;

    private static final List<InsightMethod> METHODS = List.of(InsightMethod.SERVQUAL, InsightMethod.NPS);

    private final HistoryQuestion question;
    private final List<Category> categories;
    private final Periods periods;
    private final Runs runs;
    private final TreeMap<Integer, Map<Integer, Cell>> cells = new TreeMap<>();
    private final TreeMap<Integer, Integer> firstAnswered = new TreeMap<>();
    private final Map<Integer, List<InsightMethod>> asked = new HashMap<>();
    private boolean simulated;
    private boolean cut;

    /** @param versions of the questionnaire that were fielded, by number */
    public HistoryComputation(
            HistoryQuestion question,
            TreeMap<Integer, Questionnaire> versions,
            List<Category> categories,
            ZoneId zone) {
        this.question = question;
        this.categories = List.copyOf(categories);
        this.periods = new Periods(question.grain(), question.calendar(), zone);
        this.runs = new Runs(versions);
    }

    /** Takes the responses of a campaign, one after the other. */
    public VectorVisitor campaign(int version, boolean isSimulated) {
        Runs.Stand stand = runs.of(version);
        byte[] scratch = new byte[Codebook.of(stand.first()).size()];
        return (codes, offset, length, submittedAt) -> {
            simulated |= isSimulated;
            int period = periods.of(submittedAt);
            Cell cell = cell(period, stand);
            if (cell == null) {
                return;
            }
            firstAnswered.merge(version, period, Math::min);
            if (stand.places().isEmpty()) {
                cell.add(codes, offset);
                return;
            }
            int[] places = stand.places().get();
            Arrays.fill(scratch, (byte) Codebook.MISSING);
            for (int i = 0; i < places.length; i++) {
                if (places[i] >= 0) {
                    scratch[i] = codes[offset + places[i]];
                }
            }
            cell.add(scratch, 0);
        };
    }

    private @Nullable Cell cell(int period, Runs.Stand stand) {
        if (!cells.containsKey(period) && cells.size() >= MOST_PERIODS) {
            cut = true;
            if (period < cells.firstKey()) {
                return null;
            }
            cells.pollFirstEntry();
        }
        return cells.computeIfAbsent(period, key -> new HashMap<>())
                .computeIfAbsent(stand.run(), run -> new Cell(stand.first(), categories, asked(run, stand.first())));
    }

    private List<InsightMethod> asked(int run, Questionnaire version) {
        return asked.computeIfAbsent(run, key -> METHODS.stream()
                .filter(method -> Analyses.isAsked(method, version))
                .toList());
    }

    /** The history of what was taken. */
    public SatisfactionHistory history(DisplayRules rules, Instant now) {
        List<Period> shown = new ArrayList<>();
        int first = cells.isEmpty() ? 0 : Math.max(cells.firstKey(), cells.lastKey() - MOST_PERIODS + 1);
        if (!cells.isEmpty()) {
            cut |= first > cells.firstKey();
            for (int number = first; number <= cells.lastKey(); number++) {
                shown.add(periods.period(number, now));
            }
        }
        return new SatisfactionHistory(
                question.questionnaire(),
                question.grain(),
                question.calendar(),
                shown,
                new SeriesMaker(rules, categories).series(cells.tailMap(first, true), first),
                breaks(first),
                simulated,
                cut);
    }

    private List<Break> breaks(int first) {
        List<Break> breaks = new ArrayList<>();
        firstAnswered.forEach((version, period) -> {
            boolean later = !breaks.isEmpty() || version > firstAnswered.firstKey();
            if (later) {
                breaks.add(new Break(
                        Math.max(0, period - first), version, runs.of(version).comparable()));
            }
        });
        return breaks;
    }

    /** The latest run that was answered; empty without any response. */
    static Optional<Integer> latestRun(Map<Integer, Map<Integer, Cell>> cells) {
        return cells.values().stream().flatMap(byRun -> byRun.keySet().stream()).max(Integer::compare);
    }
}
