package org.entezar.insight.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.entezar.insight.Cell;
import org.entezar.insight.Insight;
import org.entezar.insight.InsightFiles;
import org.entezar.insight.InsightMethod;
import org.entezar.insight.InsightTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class InsightFilesTest {

    private static final String EVERYTHING = """
            {'key':'a1','category':'a','text':{'en':'=1+1','fa':'کارکنان، مؤدب‌اند'},'facets':['expected','perceived'],'scale':{'min':1,'max':7}},
            {'key':'z','facets':['minimum','desired','perceived'],'scale':{'min':1,'max':9}},
            {'key':'k','facets':['functional','dysfunctional'],'scale':{'preset':'kano'}},
            {'key':'nps','type':'nps'},{'key':'s','type':'csat'},{'key':'e','type':'ces'}""";

    private static Insight insight(InsightMethod method, int times) {
        return Survey.of(method, EVERYTHING, "{'key':'a','weight':1,'name':{'en':'@sum'}}")
                .times(times, 7, 5, 3, 8, 5, 2, 5, 9, 4, 6)
                .insight();
    }

    @ParameterizedTest
    @EnumSource(InsightMethod.class)
    void everyRowHasACellForEveryColumn(InsightMethod method) {
        for (int times : List.of(0, 3, 6)) {
            InsightTable table = InsightTable.of(insight(method, times), "en");
            assertThat(table.columns()).doesNotHaveDuplicates();
            assertThat(table.rows()).allSatisfy(row -> assertThat(row).hasSameSizeAs(table.columns()));
            assertThat(table.rows().isEmpty()).isEqualTo(times == 3);
        }
    }

    @Test
    void csvReadsInEveryScriptAndHoldsNoFormula() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        InsightFiles.csv(InsightTable.of(insight(InsightMethod.SERVQUAL, 6), "en"), out);
        List<String> lines = out.toString(StandardCharsets.UTF_8).lines().toList();

        assertThat(lines.get(0)).startsWith("\uFEFFlevel,key,name,category,n,expected,");
        assertThat(lines.get(1)).startsWith("item,a1,'=1+1,a,6,7.0,0.0,5.0,0.0,-2.0,");
        assertThat(lines.get(2)).startsWith("category,a,'@sum,,6,");
        assertThat(lines.get(4)).startsWith("overall-weighted,,,,6,");

        ByteArrayOutputStream persian = new ByteArrayOutputStream();
        InsightFiles.csv(InsightTable.of(insight(InsightMethod.SERVQUAL, 6), "fa"), persian);
        assertThat(persian.toString(StandardCharsets.UTF_8)).contains("item,a1,کارکنان، مؤدب‌اند,a,6");
    }

    @Test
    void workbookHoldsNumbersAsNumbersAndNoFormula(@TempDir Path folder) throws IOException {
        Insight insight = insight(InsightMethod.SERVQUAL, 6);
        Path file = folder.resolve("insight.xlsx");
        try (OutputStream out = Files.newOutputStream(file)) {
            InsightFiles.xlsx(insight, InsightTable.of(insight, "en"), out);
        }
        Map<String, String> parts = parts(file);

        assertThat(parts.get("xl/worksheets/sheet1.xml"))
                .contains("<v>-2.0</v>")
                .contains("<v>6</v>")
                .doesNotContain("<f>");
        assertThat(parts.get("xl/sharedStrings.xml"))
                .contains("1+1")
                .doesNotContain(">=1+1")
                .contains(insight.fingerprint().orElseThrow());
    }

    private static Map<String, String> parts(Path file) throws IOException {
        Map<String, String> parts = new HashMap<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                parts.put(
                        entry.getName(), new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return parts;
    }

    @Test
    void aHiddenFigureIsAnEmptyCellWithItsReason() {
        InsightTable table = InsightTable.of(
                Survey.of(InsightMethod.NPS, "{'key':'nps','type':'nps'}")
                        .times(3, 10)
                        .times(9, -1)
                        .insight(),
                "en");

        List<Cell> row = table.rows().get(0);
        assertThat(row.get(table.columns().indexOf("score"))).isEqualTo(Cell.EMPTY);
        assertThat(row.get(table.columns().indexOf("n"))).isEqualTo(Cell.EMPTY);
        assertThat(row.get(table.columns().indexOf("reason"))).isEqualTo(new Cell.Code("SUPPRESSED"));
    }
}
