package org.entezar.collection;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipFile;
import org.entezar.collection.CollectionFixture.Tenant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportIT {

    private static CollectionFixture fixture;
    private static Tenant hotel;
    private static Campaign campaign;

    @BeforeAll
    static void start() {
        fixture = new CollectionFixture();
        hotel = fixture.tenant();
        campaign = fixture.campaign(hotel);
        submit("2026-03-20T08:00:00Z", Map.of("site", "north", "room", "=HYPERLINK(\"x\")"), """
                {"sq01":{"expected":6,"perceived":4},"k01":{"functional":1,"dysfunctional":5},"nps":0,
                 "why":"=1+1, \\"quoted\\"\\nsecond line \\u0001","colour":"green","used":["spa","gym"],"nights":2.5,"ok":true}""");
        submit("2026-03-21T07:00:00Z", Map.of(), "{\"sq01\":{\"expected\":7,\"perceived\":7},\"nps\":10,\"ok\":false}");
    }

    private static void submit(String at, Map<String, String> context, String answers) {
        fixture.collection
                .responses()
                .submit(
                        hotel.owner(),
                        hotel.workspace(),
                        campaign.id(),
                        new NewResponse(
                                Optional.empty(),
                                Optional.of(Instant.parse(at)),
                                Optional.of("fa"),
                                context,
                                Stay.answers(answers)));
    }

    @AfterAll
    static void stop() {
        fixture.close();
    }

    private static byte[] export(ExportFormat format) {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        long rows = fixture.collection
                .responses()
                .export(hotel.owner(), hotel.workspace(), campaign.id(), ResponseSelection.ALL, format, output);
        assertThat(rows).isEqualTo(2);
        return output.toByteArray();
    }

    @Test
    void theCsvHoldsEveryAnswerUnderItsOwnColumn() throws IOException {
        try (CsvReader<NamedCsvRecord> reader =
                CsvReader.builder().ofNamedCsvRecord(new String(export(ExportFormat.CSV), StandardCharsets.UTF_8))) {
            List<NamedCsvRecord> rows = reader.stream().toList();
            assertThat(rows).hasSize(2);
            Map<String, String> first = rows.get(0).getFieldsAsMap();
            assertThat(first)
                    .containsEntry("submittedAt", "2026-03-20T08:00:00Z")
                    .containsEntry("language", "fa")
                    .containsEntry("context.site", "north")
                    .containsEntry("sq01_expected", "6")
                    .containsEntry("sq01_perceived", "4")
                    .containsEntry("sq02_expected", "")
                    .containsEntry("k01_dysfunctional", "5")
                    .containsEntry("nps", "0")
                    .containsEntry("colour", "green")
                    .containsEntry("used", "spa;gym")
                    .containsEntry("nights", "2.5")
                    .containsEntry("ok", "true");
            assertThat(rows.get(1).getFieldsAsMap())
                    .containsEntry("context.site", "")
                    .containsEntry("why", "")
                    .containsEntry("ok", "false");
        }
    }

    @Test
    void noCellOfTheCsvIsAFormula() {
        String csv = new String(export(ExportFormat.CSV), StandardCharsets.UTF_8);
        assertThat(csv)
                .contains("'=1+1, \"\"quoted\"\"")
                .contains("'=HYPERLINK(")
                .doesNotContain(",=")
                .doesNotContain(",\"=");
    }

    @Test
    void excelIsToldTheEncoding() {
        assertThat(export(ExportFormat.CSV_FOR_EXCEL)).startsWith(0xEF, 0xBB, 0xBF);
        assertThat(export(ExportFormat.CSV)[0]).isEqualTo((byte) 'i');
    }

    @Test
    void theWorkbookIsReadableXmlWithTextsAsTextAndNumbersAsNumbers(@TempDir Path folder) throws Exception {
        Path file = Files.write(folder.resolve("responses.xlsx"), export(ExportFormat.XLSX));
        byte[] sheet;
        try (ZipFile zip = new ZipFile(file.toFile());
                InputStream part = zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml"))) {
            sheet = part.readAllBytes();
        }
        javax.xml.parsers.DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(sheet));
        String xml = new String(sheet, StandardCharsets.UTF_8);
        assertThat(xml).doesNotContain("<f>").contains("=1+1, ").contains("<v>2.5</v>");
    }
}
