package org.entezar.plugin.hospital;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entezar.spi.DemoScenario;
import org.entezar.spi.IndustryPlugin;
import org.entezar.spi.PackEntries;
import org.entezar.spi.PluginManifest;

/** Hospitals: patients, episodes of care and the way from admission to discharge. */
public final class HospitalPlugin implements IndustryPlugin {

    private static final PluginManifest MANIFEST = new PluginManifest(
            "hospital",
            "1.0.0",
            IndustryPlugin.SPI_VERSION,
            Map.of("en", "Hospitals", "fa", "بیمارستان‌ها", "zh-Hans", "医院"),
            Map.of(
                    "en", "Patients, episodes of care and the way from admission to discharge.",
                    "fa", "بیماران، دوره‌های درمان و مسیر از پذیرش تا ترخیص.",
                    "zh-Hans", "患者、诊疗过程以及从入院到出院的路径。"));

    @Override
    public PluginManifest manifest() {
        return MANIFEST;
    }

    @Override
    public Map<String, Map<String, String>> vocabulary() {
        return Map.of(
                "customer",
                Map.of("en", "patient", "fa", "بیمار", "zh-Hans", "患者"),
                "encounter",
                Map.of("en", "episode of care", "fa", "دورهٔ درمان", "zh-Hans", "诊疗"),
                "site",
                Map.of("en", "ward", "fa", "بخش", "zh-Hans", "病区"));
    }

    @Override
    public List<PackEntries> packs() {
        return List.of(PackEntries.ofResources(
                HospitalPlugin.class,
                "/packs/hospital",
                List.of(
                        PackEntries.MANIFEST,
                        PackEntries.CATEGORIES,
                        PackEntries.QUESTIONNAIRES + "care.yaml",
                        PackEntries.QUESTIONNAIRES + "ideas.yaml")));
    }

    @Override
    public Optional<DemoScenario> demo() {
        Map<String, Double> languages = Map.of("zh-Hans", 0.85, "en", 0.10, "fa", 0.05);
        return Optional.of(new DemoScenario(
                2024,
                "0199a000-0000-7000-8000-000000000002",
                "renai-hospital",
                List.of("zh-Hans", "en", "fa"),
                "Asia/Shanghai",
                Map.of("en", "Renai Hospital", "fa", "بیمارستان رن‌آی", "zh-Hans", "仁爱医院"),
                List.of(
                        new DemoScenario.DemoCampaign(
                                "care",
                                Map.of(
                                        "en",
                                        "Patients after discharge",
                                        "fa",
                                        "بیماران پس از ترخیص",
                                        "zh-Hans",
                                        "出院患者"),
                                1800,
                                languages),
                        new DemoScenario.DemoCampaign(
                                "ideas",
                                Map.of(
                                        "en",
                                        "Patients on what matters",
                                        "fa",
                                        "بیماران دربارهٔ آنچه مهم است",
                                        "zh-Hans",
                                        "患者看重什么"),
                                450,
                                languages)),
                1500,
                Map.of("surgery", 0.4, "internal", 0.45, "maternity", 0.15),
                Map.of(
                        "nurses",
                        new DemoScenario.Level(5.8, 5.4, 6.3),
                        "doctors",
                        new DemoScenario.Level(5.6, 5.6, 6.5),
                        "medicines",
                        new DemoScenario.Level(5.3, 5.2, 6.2),
                        "rest",
                        new DemoScenario.Level(4.9, 5.0, 6.0),
                        "coordination",
                        new DemoScenario.Level(4.6, 5.0, 6.0),
                        "discharge",
                        new DemoScenario.Level(5.2, 5.2, 6.0)),
                List.of(
                        // Waiting times are announced by message.
                        new DemoScenario.Event("coordination", 240, 364, 0.7),
                        // Winter crowding.
                        new DemoScenario.Event("rest", 30, 75, -0.6),
                        // Vacancies in summer.
                        new DemoScenario.Event("nurses", 180, 210, -0.5))));
    }
}
