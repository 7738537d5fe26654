package org.entezar.collection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.sql.SQLException;
import org.entezar.collection.CollectionFixture.Tenant;
import org.entezar.kernel.LocalizedText;
import org.entezar.questionnaire.Questionnaire;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A campaign of {@value #RESPONSES} responses of 44 answers is read and exported whole, in little memory. Prints what it
 * cost; the figures of record come from the benchmark.
 */
class VolumeIT {

    private static final int RESPONSES = 20_000;

    private static CollectionFixture fixture;
    private static Tenant hotel;
    private static Campaign campaign;

    @BeforeAll
    static void fill() throws SQLException {
        StringBuilder items = new StringBuilder();
        StringBuilder answers = new StringBuilder();
        for (int i = 1; i <= 22; i++) {
            String comma = i == 1 ? "" : ",";
            items.append(comma)
                    .append(
                            "{\"key\":\"q%02d\",\"facets\":[\"expected\",\"perceived\"],\"scale\":{\"min\":1,\"max\":7}}"
                                    .formatted(i));
            answers.append(comma).append("\"q%02d\":{\"expected\":6,\"perceived\":4}".formatted(i));
        }
        Questionnaire document = Stay.read(
                "{\"key\":\"many\",\"languages\":[\"en\"],\"sections\":[{\"key\":\"s\",\"items\":[" + items + "]}]}");
        fixture = new CollectionFixture(document);
        hotel = fixture.tenant();
        campaign = fixture.collection
                .campaigns()
                .create(hotel.owner(), hotel.workspace(), NewCampaign.of("many", 1, LocalizedText.of("en", "Many")));
        String where =
                "'" + hotel.workspace() + "'::uuid, ('00000000-0000-7000-8000-' || lpad(g::text, 12, '0'))::uuid";
        fixture.execute("insert into response select " + where + ", '" + campaign.id()
                + "', 1, '2026-01-01Z'::timestamptz + g * interval '1 minute', '2026-01-01Z', 'en', '{\"site\":\"north\"}',"
                + " '{" + answers + "}' from generate_series(1, " + RESPONSES + ") g");
        fixture.execute("insert into response_vector select workspace_id, campaign_id,"
                + " (extract(epoch from submitted_at) * 1000)::bigint, id, (extract(epoch from received_at) * 1000)::bigint,"
                + " null, null, 'north', decode(repeat('0604', 22), 'hex') from response");
        fixture.execute("analyze");
    }

    @AfterAll
    static void stop() {
        fixture.close();
    }

    private static long cpuMillis() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                        .getProcessCpuTime()
                / 1_000_000;
    }

    @Test
    void allVectorsAreReadInOnePass() {
        long[] sum = new long[2];
        long before = cpuMillis();
        long count = fixture.collection
                .responses()
                .vectors(
                        hotel.owner(),
                        hotel.workspace(),
                        campaign.id(),
                        ResponseSelection.ALL,
                        (codes, offset, length, at) -> {
                            sum[0] += codes[offset];
                            sum[1] += length;
                        });
        assertThat(count).isEqualTo(RESPONSES);
        assertThat(sum).containsExactly(6L * RESPONSES, 44L * RESPONSES);
        System.getLogger("volume")
                .log(System.Logger.Level.INFO, "vectors: " + (cpuMillis() - before) + " ms of this JVM");
    }

    @Test
    void allResponsesAreExported() {
        for (ExportFormat format : ExportFormat.values()) {
            Counting output = new Counting();
            long before = cpuMillis();
            long rows = fixture.collection
                    .responses()
                    .export(hotel.owner(), hotel.workspace(), campaign.id(), ResponseSelection.ALL, format, output);
            assertThat(rows).isEqualTo(RESPONSES);
            System.getLogger("volume")
                    .log(
                            System.Logger.Level.INFO,
                            format + ": " + output.bytes + " bytes, " + (cpuMillis() - before) + " ms of this JVM");
        }
    }

    private static final class Counting extends OutputStream {
        private long bytes;

        @Override
        public void write(int one) {
            bytes++;
        }

        @Override
        public void write(byte[] some, int offset, int length) {
            bytes += length;
        }
    }
}
