package org.entezar.insight.internal;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.entezar.insight.InsightMethod;

/**
 * The real kiosk survey of 105 people (hanakim120/kiosk-servqual-research, MIT), part A, coded. It lies beside the
 * project and is never part of it; without it the tests skip.
 */
final class KioskSurvey {

    private static final String FOLDER = "data/expectation-kiosk-survey";

    private KioskSurvey() {}

    /** The survey with all its respondents; skips the test when the file is not there. */
    static Survey answered(InsightMethod method) throws IOException {
        Path folder = Path.of(System.getProperty("entezar.shared", "../shared"), FOLDER);
        assumeThat(folder.resolve("kiosk_coded_part_a.csv"))
                .as("kiosk survey skipped: there is no %s", folder)
                .exists();
        List<String[]> rows =
                Files.readAllLines(folder.resolve("kiosk_coded_part_a.csv"), StandardCharsets.UTF_8).stream()
                        .map(line -> line.split(",", -1))
                        .toList();
        List<String> columns = Arrays.asList(rows.get(0));
        Map<String, String> categories = categories(folder);
        Survey survey = Survey.of(
                method,
                items(categories),
                String.join(
                        ",",
                        categories.values().stream()
                                .distinct()
                                .map(category -> "{'key':'" + category + "','weight':1}")
                                .toList()));
        int[] places = survey.codebook().slots().stream()
                .mapToInt(slot -> columns.indexOf(slot.item().key() + "_"
                        + slot.facet().orElseThrow().key().charAt(0)))
                .toArray();
        rows.stream()
                .skip(1)
                .forEach(row -> survey.answer(Arrays.stream(places)
                        .map(place -> row[place].isEmpty() ? -1 : Integer.parseInt(row[place]))
                        .toArray()));
        return survey;
    }

    private static String items(Map<String, String> categories) {
        List<String> items = new ArrayList<>();
        categories.forEach((key, category) -> items.add("{'key':'" + key + "','category':'" + category
                + "','facets':['expected','perceived'],'scale':{'min':1,'max':7}}"));
        for (int i = 1; i <= 29; i++) {
            items.add("{'key':'kano" + (i < 10 ? "0" : "") + i
                    + "','facets':['functional','dysfunctional'],'scale':{'preset':'kano'}}");
        }
        return String.join(",", items);
    }

    /** Item to group, in the order of the items. */
    private static Map<String, String> categories(Path folder) throws IOException {
        Map<String, String> categories = new TreeMap<>();
        for (String line : Files.readAllLines(folder.resolve("items.csv"), StandardCharsets.UTF_8)) {
            String[] cells = line.split(",", -1);
            if (cells[0].matches("sq\\d\\d_e")) {
                categories.put(cells[0].substring(0, 4), cells[4]);
            }
        }
        return categories;
    }
}
