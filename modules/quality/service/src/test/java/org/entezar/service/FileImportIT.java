package org.entezar.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.entezar.fixtures.Product;
import org.entezar.premises.Api;
import org.junit.jupiter.api.Test;

/** Files of answers over HTTP, from the form with the file to the import that is taken back. */
class FileImportIT {

    private static final String WORKSPACE = "/workspaces/harbour-retail";

    private final Product product = Product.shared();
    private final Api owner = Api.as(product, "owner.retail");

    private static String key() {
        return "file" + Long.toString(System.nanoTime(), 36);
    }

    /** A campaign for the file, made out of it. */
    private String mapped(String csv) {
        Api.Answer uploaded =
                owner.upload(WORKSPACE + "/imports", Map.of(), "پرسش‌ها.csv", csv.getBytes(StandardCharsets.UTF_8));
        assertThat(uploaded.status()).as(uploaded.body()).isEqualTo(201);
        assertThat(uploaded.json().get("fileName").asText()).isEqualTo("پرسش‌ها.csv");
        String file = WORKSPACE + "/imports/" + uploaded.json().get("id").asText();
        Api.Answer proposed =
                owner.post(file + "/questionnaire", "{\"key\":\"" + key() + "\",\"title\":{\"en\":\"File\"}}");
        assertThat(proposed.status()).as(proposed.body()).isEqualTo(200);
        ObjectNode wanted = Api.JSON.createObjectNode();
        wanted.set("questionnaire", proposed.json());
        wanted.putObject("name").put("en", "File");
        Api.Answer founded = owner.post(file + "/campaign", wanted.toString());
        assertThat(founded.status()).as(founded.body()).isEqualTo(200);
        assertThat(founded.json().get("columns").toString()).contains("answers.q01.expected");
        return file;
    }

    @Test
    void aFileGoesInIsReportedOnAndTakenBack() throws Exception {
        String file = mapped("id,q01_e,q01_p\nA,7,6\nB,5,five\nC,=1+1,3\nA,7,6\n");
        assertThat(owner.get(file + "/preview").json()).hasSize(4);

        JsonNode started = owner.post(file + "/runs", "{\"dryRun\":true}").json();
        assertThat(lastEvent(started).get("result").get("refused").asInt()).isEqualTo(2);
        Api.Answer run = owner.post(file + "/runs", "{}");
        assertThat(run.status()).isEqualTo(202);
        JsonNode counts = lastEvent(run.json()).get("result");
        assertThat(counts.get("accepted").asInt()).isEqualTo(1);
        assertThat(counts.get("duplicates").asInt()).isEqualTo(1);

        Api.Answer report = Api.send(
                owner.request(file + "/refusals").header("Accept", "text/csv").build());
        assertThat(report.header("Content-Disposition").orElseThrow()).startsWith("attachment");
        // A spreadsheet that opens the report calculates nothing out of the file.
        assertThat(report.body()).contains("3,q01_p,five,").contains("4,q01_e,'=1+1,");

        String campaign = owner.get(file).json().get("campaign").asText();
        assertThat(responses(campaign)).isEqualTo(1);
        Api.Answer undone = owner.delete(file + "?reason=wrong+file");
        assertThat(undone.json().get("state").asText()).isEqualTo("UNDONE");
        assertThat(responses(campaign)).isZero();
    }

    private int responses(String campaign) {
        return owner.get(WORKSPACE + "/campaigns/" + campaign)
                .json()
                .get("responses")
                .asInt();
    }

    /** Follows the job until the event that ends it. */
    private JsonNode lastEvent(JsonNode started) throws IOException, InterruptedException {
        String events = owner.get(
                        WORKSPACE + "/jobs/" + started.get("job").get("id").asText() + "/events")
                .body();
        String last = events.substring(events.lastIndexOf("event: end"));
        return Api.JSON.readTree(last.substring(last.indexOf("data: ") + 6));
    }

    @Test
    void progressIsToldWhileTheJobRunsNotAtItsEnd() throws Exception {
        StringBuilder csv = new StringBuilder("q01_e,q01_p\n");
        for (int i = 0; i < 40_000; i++) {
            csv.append(i % 7 + 1).append(',').append(i % 5 + 1).append('\n');
        }
        String file = mapped(csv.toString());
        JsonNode started = owner.post(file + "/runs", "{\"dryRun\":true}").json();
        HttpResponse<InputStream> events = HttpClient.newHttpClient()
                .send(
                        owner.request(WORKSPACE + "/jobs/"
                                        + started.get("job").get("id").asText() + "/events")
                                .GET()
                                .build(),
                        HttpResponse.BodyHandlers.ofInputStream());
        try (InputStream stream = events.body()) {
            ByteArrayOutputStream seen = new ByteArrayOutputStream();
            while (!seen.toString(StandardCharsets.UTF_8).contains("data: ")) {
                int next = stream.read();
                assertThat(next).as(seen.toString(StandardCharsets.UTF_8)).isNotNegative();
                seen.write(next);
            }
            // What has arrived first is not the end, which takes seconds on any machine.
            assertThat(seen.toString(StandardCharsets.UTF_8)).contains("event: progress");
            assertThat(owner.get(file).json().get("state").asText()).isEqualTo("CHECKING");
            stream.transferTo(seen);
            assertThat(seen.toString(StandardCharsets.UTF_8)).contains("event: end");
        }
    }

    @Test
    void whatIsNoTableIsRefusedInWords() throws IOException {
        ByteArrayOutputStream workbook = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(workbook)) {
            zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
            zip.write("<workbook/>".getBytes(StandardCharsets.UTF_8));
        }
        assertThat(refusal(workbook.toByteArray())).isEqualTo("422 NOT_A_TABLE");
        assertThat(refusal(new byte[0])).isEqualTo("422 EMPTY_FILE");
        assertThat(refusal("c,".repeat(2_500).getBytes(StandardCharsets.UTF_8))).isEqualTo("422 TOO_MANY");
        assertThat(refusal(new byte[51 * 1024 * 1024])).isEqualTo("413 TOO_LARGE");
        byte[] persian = "شعبه;q01_e\nتهران;7\n".getBytes(Charset.forName("windows-1256"));
        Api.Answer read = owner.upload(WORKSPACE + "/imports", Map.of(), "a.csv", persian);
        assertThat(read.json().get("encoding").asText()).isEqualTo("windows-1256");
        assertThat(read.json().get("separator").asText()).isEqualTo(";");
    }

    private String refusal(byte[] file) {
        Api.Answer answer = owner.upload(WORKSPACE + "/imports", Map.of(), "a.csv", file);
        return answer.status() + " " + answer.json().path("code").asText();
    }

    @Test
    void onlyWhoMayImportsAndNoFormWithoutAFile() {
        Api frontline = Api.as(product, "frontline.retail");
        assertThat(frontline
                        .upload(WORKSPACE + "/imports", Map.of(), "a.csv", "a\n1".getBytes(StandardCharsets.UTF_8))
                        .status())
                .isEqualTo(403);
        Api.Answer nothing = Api.send(owner.request(WORKSPACE + "/imports")
                .header("Content-Type", "multipart/form-data; boundary=b")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "--b\r\nContent-Disposition: form-data; name=\"start\"\r\n\r\nfalse\r\n--b--\r\n"))
                .build());
        assertThat(nothing.status()).isEqualTo(422);
        assertThat(nothing.body()).contains("/file");
    }
}
