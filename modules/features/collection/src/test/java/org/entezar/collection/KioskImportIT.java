package org.entezar.collection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.entezar.collection.CollectionFixture.Tenant;
import org.entezar.kernel.LocalizedText;
import org.entezar.platform.jobs.Job;
import org.entezar.questionnaire.Codebook;
import org.entezar.questionnaire.Facet;
import org.entezar.questionnaire.Item;
import org.entezar.questionnaire.Questionnaire;
import org.entezar.questionnaire.Questionnaires;
import org.entezar.questionnaire.Scale;
import org.junit.jupiter.api.Test;

/** A real survey, from the file alone to figures: 105 people, 24 expected and perceived items, 29 Kano pairs. */
class KioskImportIT {

    @Test
    void aFileWithoutAQuestionnaireBecomesFigures() throws IOException, InterruptedException {
        Path file = Path.of(System.getProperty("entezar.shared", "../shared"))
                .resolve("data/expectation-kiosk-survey/kiosk_coded_part_a.csv");
        assumeTrue(Files.exists(file), "Skipped: the kiosk survey is not on this machine (property entezar.shared)");
        try (CollectionFixture fixture = new CollectionFixture()) {
            Tenant tenant = fixture.tenant();
            Imports imports = fixture.collection.imports();
            Import made;
            try (InputStream input = Files.newInputStream(file)) {
                made = imports.upload(
                        tenant.owner(),
                        tenant.workspace(),
                        Optional.empty(),
                        file.getFileName().toString(),
                        input);
            }
            assertThat(made.shape().rows()).isEqualTo(105);
            assertThat(made.shape().columns()).hasSize(162);

            Questionnaire proposed = imports.proposal(
                    tenant.owner(), tenant.workspace(), made.id(), "kiosk", LocalizedText.of("en", "Kiosk"), "en");
            assertThat(Questionnaires.faults(proposed)).isEmpty();
            assertThat(proposed.items().map(Item::key))
                    .hasSize(24 + 29 + 24 + 4)
                    .contains("sq01", "kano29", "ipa24", "overall_sat1", "intent_recommend")
                    .doesNotContain("gender", "respondent");
            Item sq = proposed.item("sq07").orElseThrow();
            assertThat(sq.facets()).containsExactly(Facet.EXPECTED, Facet.PERCEIVED);
            assertThat(sq.scale().orElseThrow().max()).isEqualTo(7);
            assertThat(proposed.item("kano02").orElseThrow().scale()).contains(Scale.KANO_PAIR);
            assertThat(proposed.item("ipa02").orElseThrow().facets())
                    .containsExactly(Facet.PERCEIVED, Facet.IMPORTANCE);
            assertThat(proposed.item("overall_sat1")
                            .orElseThrow()
                            .scale()
                            .orElseThrow()
                            .max())
                    .isEqualTo(5);

            try (InputStream codebook = Files.newInputStream(file.resolveSibling("items.csv"))) {
                ColumnWords words = imports.words(tenant.owner(), tenant.workspace(), made.id(), codebook)
                        .get(0);
                assertThat(words.title()).isEqualTo("english_gloss");
                assertThat(words.texts().get("ipa01_sat")).isEqualTo("reflects the choices made exactly");
            }

            FileSurvey survey = imports.survey(
                    tenant.owner(), tenant.workspace(), made.id(), "kiosk", LocalizedText.of("en", "Kiosk"), "en");
            Import ready = imports.found(
                    tenant.owner(), tenant.workspace(), made.id(), survey, LocalizedText.of("en", "Kiosk 2019"));
            CampaignId campaign = ready.campaign().orElseThrow();
            assertThat(ready.mapping().targets().get(0)).isEqualTo(ColumnTarget.ID);
            assertThat(ready.mapping().targets().subList(1, 4))
                    .containsExactly(
                            ColumnTarget.context("gender"),
                            ColumnTarget.context("age_band"),
                            ColumnTarget.context("use_frequency"));
            assertThat(ready.mapping().targets()).doesNotContain(ColumnTarget.IGNORE);

            Job job = imports.start(tenant.owner(), tenant.workspace(), made.id(), false);
            CountDownLatch ended = new CountDownLatch(1);
            fixture.jobs.follow(tenant.owner(), tenant.workspace(), job.id(), now -> {
                if (now.state().isEnd()) {
                    ended.countDown();
                }
            });
            assertThat(ended.await(60, TimeUnit.SECONDS)).isTrue();
            Import done = imports.get(tenant.owner(), tenant.workspace(), made.id());
            assertThat(done.counts()).isEqualTo(new Import.Counts(105, 105, 0, 0));

            Figures figures = new Figures(Codebook.of(proposed));
            fixture.collection
                    .responses()
                    .vectors(tenant.owner(), tenant.workspace(), campaign, ResponseSelection.ALL, figures);
            assertThat(figures.expected / figures.pairs).isEqualTo(5.9539, within(0.00005));
            assertThat(figures.perceived / figures.pairs).isEqualTo(4.9794, within(0.00005));
        }
    }

    /** Means over all complete pairs of the 24 items. */
    private static final class Figures implements VectorVisitor {
        private final int[] expectedAt = new int[24];
        private final int[] perceivedAt = new int[24];
        private double expected;
        private double perceived;
        private double pairs;

        Figures(Codebook codebook) {
            for (int i = 0; i < 24; i++) {
                String key = "sq%02d".formatted(i + 1);
                expectedAt[i] = codebook.index(key, Facet.EXPECTED).orElseThrow();
                perceivedAt[i] = codebook.index(key, Facet.PERCEIVED).orElseThrow();
            }
        }

        @Override
        public void visit(byte[] codes, int offset, int length, long submittedAtEpochMillis) {
            for (int i = 0; i < 24; i++) {
                byte e = codes[offset + expectedAt[i]];
                byte p = codes[offset + perceivedAt[i]];
                if (e != -1 && p != -1) {
                    expected += e;
                    perceived += p;
                    pairs++;
                }
            }
        }
    }
}
