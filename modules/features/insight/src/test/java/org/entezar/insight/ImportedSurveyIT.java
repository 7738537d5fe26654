package org.entezar.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.assertj.core.data.Offset;
import org.entezar.collection.Campaign;
import org.entezar.collection.Import;
import org.entezar.collection.Imports;
import org.entezar.collection.NewCampaign;
import org.entezar.kernel.LocalizedText;
import org.entezar.platform.jobs.Job;
import org.entezar.questionnaire.Questionnaire;
import org.junit.jupiter.api.Test;

/**
 * The real kiosk survey of 105 people (hanakim120/kiosk-servqual-research, MIT) from its file to its figures: read in,
 * published, imported, computed. The file lies beside the project and is never part of it.
 */
class ImportedSurveyIT {

    private static final Offset<Double> FOUR_DIGITS = within(0.00005);
    private static final String ANYTHING =
            "{'key':'other','title':{'en':'Other'},'languages':['en'],'sections':[{'key':'s','title':{'en':'S'},"
                    + "'items':[{'key':'nps','type':'nps','text':{'en':'Recommend?'}}]}]}";

    @Test
    void fromTheFileToItsFigures() throws IOException, InterruptedException {
        Path file = Path.of(System.getProperty("entezar.shared", "../shared"))
                .resolve("data/expectation-kiosk-survey/kiosk_coded_part_a.csv");
        assumeThat(file).as("kiosk survey skipped: there is no %s", file).exists();
        try (InsightFixture fixture = new InsightFixture(ANYTHING)) {
            Campaign campaign = imported(fixture, file);

            Insight insight = compute(fixture, campaign, InsightMethod.SERVQUAL);
            ServqualResult gaps = (ServqualResult) insight.result().orElseThrow();
            assertThat(insight.n()).hasValue(105);
            assertThat(gaps.items()).hasSize(24);
            assertThat(gaps.overall().expected().mean().getAsDouble()).isCloseTo(5.9539, FOUR_DIGITS);
            assertThat(gaps.overall().perceived().mean().getAsDouble()).isCloseTo(4.9794, FOUR_DIGITS);
            Map.of("sq01", -0.4175, "sq07", -1.6214, "sq15", -1.9417, "sq24", -0.7864)
                    .forEach((item, gap) -> assertThat(gap(gaps, item)).isCloseTo(gap, FOUR_DIGITS));

            KanoResult kano = (KanoResult)
                    compute(fixture, campaign, InsightMethod.KANO).result().orElseThrow();
            KanoResult.ItemClass second = kano(kano, "kano02");
            assertThat(second.counts().orElseThrow())
                    .isEqualTo(Map.of("M", 55L, "O", 34L, "A", 6L, "I", 5L, "R", 1L, "Q", 2L));
            assertThat(second.category()).contains("M");
            assertThat(second.better().value().getAsDouble()).isCloseTo(0.400, within(0.0005));
            assertThat(second.worse().value().getAsDouble()).isCloseTo(-0.890, within(0.0005));
            assertThat(kano(kano, "kano27").counts().orElseThrow()).containsEntry("A", 77L);
        }
    }

    private static Campaign imported(InsightFixture fixture, Path file) throws IOException, InterruptedException {
        Imports imports = fixture.collection.imports();
        Import made;
        try (InputStream input = Files.newInputStream(file)) {
            made = imports.upload(fixture.owner, fixture.workspace, Optional.empty(), "kiosk.csv", input);
        }
        Questionnaire proposed = imports.proposal(
                fixture.owner, fixture.workspace, made.id(), "kiosk", LocalizedText.of("en", "Kiosk"), "en");
        fixture.questionnaires.create(fixture.owner, fixture.workspace, proposed);
        fixture.questionnaires.publish(fixture.owner, fixture.workspace, "kiosk");
        Campaign campaign = fixture.collection
                .campaigns()
                .create(fixture.owner, fixture.workspace, NewCampaign.of("kiosk", 1, LocalizedText.of("en", "2019")));
        imports.into(fixture.owner, fixture.workspace, made.id(), campaign.id());
        Job job = imports.start(fixture.owner, fixture.workspace, made.id(), false);
        CountDownLatch ended = new CountDownLatch(1);
        fixture.jobs.follow(fixture.owner, fixture.workspace, job.id(), now -> {
            if (now.state().isEnd()) {
                ended.countDown();
            }
        });
        assertThat(ended.await(120, TimeUnit.SECONDS)).isTrue();
        assertThat(imports.get(fixture.owner, fixture.workspace, made.id()).counts())
                .isEqualTo(new Import.Counts(105, 105, 0, 0));
        return campaign;
    }

    private static Insight compute(InsightFixture fixture, Campaign campaign, InsightMethod method) {
        return fixture.insights.compute(fixture.owner, fixture.workspace, campaign.id(), method, Selection.ALL);
    }

    private static double gap(ServqualResult gaps, String key) {
        return gaps.items().stream()
                .filter(item -> item.key().equals(key))
                .findFirst()
                .orElseThrow()
                .gap()
                .mean()
                .getAsDouble();
    }

    private static KanoResult.ItemClass kano(KanoResult kano, String key) {
        return kano.items().stream()
                .filter(item -> item.key().equals(key))
                .findFirst()
                .orElseThrow();
    }
}
