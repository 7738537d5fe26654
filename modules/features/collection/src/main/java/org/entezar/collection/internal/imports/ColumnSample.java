package org.entezar.collection.internal.imports;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entezar.collection.ImportMapping.DateOrder;

/** What the first rows show of a column: numbers, dates, few words or many. */
final class ColumnSample {

    /** Rows that are looked at. */
    static final int ROWS = 1_000;

    private static final int MOST_POINT = 10;
    private static final int MOST_GROUPS = 40;
    private static final int LONGEST_GROUP = 100;
    private static final int MOST_EXAMPLES = 4;
    private static final int LONGEST_EXAMPLE = 40;
    private static final CellDates DAY_FIRST = new CellDates(DateOrder.DAY_FIRST, ZoneOffset.UTC);
    private static final CellDates MONTH_FIRST = new CellDates(DateOrder.MONTH_FIRST, ZoneOffset.UTC);

    private final Set<String> different = new HashSet<>();
    private final Set<String> examples = new LinkedHashSet<>();
    private int given;
    private int points;
    private int dayFirst;
    private int monthFirst;
    private int longest;
    private int min = Integer.MAX_VALUE;
    private int max = Integer.MIN_VALUE;

    static List<ColumnSample> of(CsvFile file) {
        List<ColumnSample> samples = new ArrayList<>();
        file.columns().forEach(name -> samples.add(new ColumnSample()));
        for (int i = 0; i < ROWS; i++) {
            Optional<CsvFile.Row> row = file.next();
            if (row.isEmpty()) {
                break;
            }
            for (int column = 0; column < samples.size(); column++) {
                samples.get(column).add(row.get().cells().get(column));
            }
        }
        return samples;
    }

    private void add(String cell) {
        if (CellText.isMissing(cell)) {
            return;
        }
        given++;
        longest = Math.max(longest, cell.length());
        if (examples.size() < MOST_EXAMPLES) {
            examples.add(shown(cell));
        }
        if (different.size() <= MOST_GROUPS) {
            different.add(CellText.fold(cell));
        }
        Optional<Integer> integer = CellText.integer(cell);
        if (integer.isPresent()) {
            if (integer.get() >= 0 && integer.get() <= MOST_POINT) {
                points++;
                min = Math.min(min, integer.get());
                max = Math.max(max, integer.get());
            }
        } else {
            dayFirst += DAY_FIRST.read(cell).isPresent() ? 1 : 0;
            monthFirst += MONTH_FIRST.read(cell).isPresent() ? 1 : 0;
        }
    }

    private static String shown(String cell) {
        String one = cell.strip();
        return one.length() > LONGEST_EXAMPLE ? one.substring(0, LONGEST_EXAMPLE) + "…" : one;
    }

    /** Some values, in the order in which they occur. */
    List<String> examples() {
        return List.copyOf(examples);
    }

    boolean isEmpty() {
        return given == 0;
    }

    /**
     * Whether the cells look like points of a scale: whole numbers from 0 to 10, all but a few. A slip of the keyboard,
     * or a 99 for "no answer", does not turn a question into something else; its row will be refused.
     */
    boolean isRating() {
        return points > 0 && 2 * points >= given;
    }

    /** The lowest point that occurs. */
    int min() {
        return min;
    }

    /** The highest point that occurs. */
    int max() {
        return max;
    }

    boolean isDate() {
        return given > 0 && Math.max(dayFirst, monthFirst) >= 0.9 * given;
    }

    /** Whether dates can only be read with the month first. */
    boolean isMonthFirst() {
        return monthFirst > dayFirst;
    }

    /** Whether the column puts rows into a few groups. */
    boolean isGrouping() {
        return given > 0
                && longest <= LONGEST_GROUP
                && different.size() <= MOST_GROUPS
                && (different.size() < 3 || different.size() <= given / 2.0);
    }
}
