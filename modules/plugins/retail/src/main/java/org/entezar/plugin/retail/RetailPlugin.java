package org.entezar.plugin.retail;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entezar.spi.DemoScenario;
import org.entezar.spi.IndustryPlugin;
import org.entezar.spi.PackEntries;
import org.entezar.spi.PluginManifest;

/** Retail: shoppers, visits and the way from the shelf to the return desk. */
public final class RetailPlugin implements IndustryPlugin {

    private static final PluginManifest MANIFEST = new PluginManifest(
            "retail",
            "1.0.0",
            IndustryPlugin.SPI_VERSION,
            Map.of("en", "Retail", "fa", "خرده‌فروشی", "zh-Hans", "零售"),
            Map.of(
                    "en", "Shoppers, visits and the way from the shelf to the return desk.",
                    "fa", "خریداران، بازدیدها و مسیر از قفسه تا میز مرجوعی.",
                    "zh-Hans", "顾客、到店以及从货架到退货柜台的过程。"));

    @Override
    public PluginManifest manifest() {
        return MANIFEST;
    }

    @Override
    public Map<String, Map<String, String>> vocabulary() {
        return Map.of(
                "customer",
                Map.of("en", "shopper", "fa", "خریدار", "zh-Hans", "顾客"),
                "encounter",
                Map.of("en", "visit", "fa", "بازدید", "zh-Hans", "到店"),
                "site",
                Map.of("en", "store", "fa", "فروشگاه", "zh-Hans", "门店"));
    }

    @Override
    public List<PackEntries> packs() {
        return List.of(PackEntries.ofResources(
                RetailPlugin.class,
                "/packs/retail",
                List.of(
                        PackEntries.MANIFEST,
                        PackEntries.CATEGORIES,
                        PackEntries.QUESTIONNAIRES + "visit.yaml",
                        PackEntries.QUESTIONNAIRES + "ideas.yaml")));
    }

    @Override
    public Optional<DemoScenario> demo() {
        Map<String, Double> languages = Map.of("en", 0.85, "zh-Hans", 0.10, "fa", 0.05);
        return Optional.of(new DemoScenario(
                1972,
                "0199a000-0000-7000-8000-000000000003",
                "harbour-retail",
                List.of("en", "zh-Hans", "fa"),
                "Europe/London",
                Map.of("en", "Harbour Retail", "fa", "فروشگاه‌های هاربر", "zh-Hans", "海港零售"),
                List.of(
                        new DemoScenario.DemoCampaign(
                                "visit",
                                Map.of(
                                        "en",
                                        "Shoppers after their visit",
                                        "fa",
                                        "خریداران پس از بازدید",
                                        "zh-Hans",
                                        "到店顾客"),
                                2200,
                                languages),
                        new DemoScenario.DemoCampaign(
                                "ideas",
                                Map.of(
                                        "en",
                                        "Shoppers on what matters",
                                        "fa",
                                        "خریداران دربارهٔ آنچه مهم است",
                                        "zh-Hans",
                                        "顾客看重什么"),
                                600,
                                languages)),
                900,
                Map.of("weekly", 0.45, "monthly", 0.35, "rarely", 0.2),
                Map.of(
                        "store",
                        new DemoScenario.Level(5.6, 5.4, 5.8),
                        "range",
                        new DemoScenario.Level(5.0, 5.5, 6.2),
                        "reliability",
                        new DemoScenario.Level(5.5, 5.6, 6.4),
                        "staff",
                        new DemoScenario.Level(5.2, 5.0, 5.9),
                        "checkout",
                        new DemoScenario.Level(4.8, 5.2, 6.0),
                        "returns",
                        new DemoScenario.Level(5.4, 5.1, 6.0)),
                List.of(
                        // The weeks before the winter holidays.
                        new DemoScenario.Event("checkout", 320, 358, -0.9),
                        // A late delivery from abroad.
                        new DemoScenario.Event("range", 90, 120, -0.8),
                        // Returns without a receipt.
                        new DemoScenario.Event("returns", 150, 364, 0.5))));
    }
}
