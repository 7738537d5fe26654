package org.entezar.plugin.hotel;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entezar.spi.DemoScenario;
import org.entezar.spi.IndustryPlugin;
import org.entezar.spi.PackEntries;
import org.entezar.spi.PluginManifest;

/** Hotels: guests, stays and the journey from booking to farewell. */
public final class HotelPlugin implements IndustryPlugin {

    private static final PluginManifest MANIFEST = new PluginManifest(
            "hotel",
            "1.0.0",
            IndustryPlugin.SPI_VERSION,
            Map.of("en", "Hotels", "fa", "هتل‌ها", "zh-Hans", "酒店"),
            Map.of(
                    "en", "Guests, stays and the journey from booking to farewell.",
                    "fa", "مهمانان، اقامت‌ها و مسیر از رزرو تا بدرقه.",
                    "zh-Hans", "宾客、住宿以及从预订到离店的旅程。"));

    @Override
    public PluginManifest manifest() {
        return MANIFEST;
    }

    @Override
    public Map<String, Map<String, String>> vocabulary() {
        return Map.of(
                "customer",
                Map.of("en", "guest", "fa", "مهمان", "zh-Hans", "宾客"),
                "encounter",
                Map.of("en", "stay", "fa", "اقامت", "zh-Hans", "住宿"),
                "site",
                Map.of("en", "hotel", "fa", "هتل", "zh-Hans", "酒店"));
    }

    @Override
    public List<PackEntries> packs() {
        return List.of(PackEntries.ofResources(
                HotelPlugin.class,
                "/packs/hotel",
                List.of(
                        PackEntries.MANIFEST,
                        PackEntries.CATEGORIES,
                        PackEntries.QUESTIONNAIRES + "stay.yaml",
                        PackEntries.QUESTIONNAIRES + "ideas.yaml")));
    }

    @Override
    public Optional<DemoScenario> demo() {
        Map<String, Double> languages = Map.of("fa", 0.55, "en", 0.30, "zh-Hans", 0.15);
        return Optional.of(new DemoScenario(
                1403,
                "0199a000-0000-7000-8000-000000000001",
                "aria-hotel",
                List.of("fa", "en", "zh-Hans"),
                "Asia/Tehran",
                Map.of("en", "Aria Hotel", "fa", "هتل آریا", "zh-Hans", "阿里亚酒店"),
                List.of(
                        new DemoScenario.DemoCampaign(
                                "stay",
                                Map.of("en", "Guests after their stay", "fa", "مهمانان پس از اقامت", "zh-Hans", "离店宾客"),
                                1600,
                                languages),
                        new DemoScenario.DemoCampaign(
                                "ideas",
                                Map.of(
                                        "en",
                                        "Guests on what matters",
                                        "fa",
                                        "مهمانان دربارهٔ آنچه مهم است",
                                        "zh-Hans",
                                        "宾客看重什么"),
                                500,
                                languages)),
                700,
                Map.of("leisure", 0.5, "business", 0.35, "family", 0.15),
                Map.of(
                        "booking",
                        new DemoScenario.Level(5.6, 5.4, 5.9),
                        "arrival",
                        new DemoScenario.Level(5.2, 5.5, 6.1),
                        "room",
                        new DemoScenario.Level(5.3, 5.7, 6.4),
                        "food",
                        new DemoScenario.Level(5.5, 5.2, 5.8),
                        "staff",
                        new DemoScenario.Level(5.9, 5.5, 6.1),
                        "departure",
                        new DemoScenario.Level(5.7, 5.5, 5.9)),
                List.of(
                        // Works beside the guest rooms.
                        new DemoScenario.Event("room", 120, 165, -1.1),
                        // A second desk at check-in.
                        new DemoScenario.Event("arrival", 200, 364, 0.6),
                        // The month of fasting changes breakfast.
                        new DemoScenario.Event("food", 60, 90, -0.5))));
    }
}
