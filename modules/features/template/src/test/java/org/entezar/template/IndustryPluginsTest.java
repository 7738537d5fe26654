package org.entezar.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entezar.spi.IndustryPlugin;
import org.entezar.spi.PackEntries;
import org.entezar.spi.PluginManifest;
import org.junit.jupiter.api.Test;

class IndustryPluginsTest {

    private record Sample(String id, int spi, List<PackEntries> packs) implements IndustryPlugin {
        @Override
        public PluginManifest manifest() {
            return new PluginManifest(id, "1.0.0", spi, Map.of("en", id), Map.of());
        }

        @Override
        public Map<String, Map<String, String>> vocabulary() {
            return Map.of("customer", Map.of("en", id + " customer"));
        }
    }

    @Test
    void aBadPluginIsRefusedWithItsReasonAndTheRestStarts() {
        PackEntries broken = new PackEntries(Map.of("pack.yaml", "format: 2".getBytes(StandardCharsets.UTF_8)));
        IndustryPlugins plugins = new IndustryPlugins(List.of(
                new Sample("first", IndustryPlugin.SPI_VERSION, List.of()),
                new Sample("first", IndustryPlugin.SPI_VERSION, List.of()),
                new Sample("future", IndustryPlugin.SPI_VERSION + 1, List.of()),
                new Sample("Bad Id", IndustryPlugin.SPI_VERSION, List.of()),
                new Sample("broken", IndustryPlugin.SPI_VERSION, List.of(broken)),
                new Sample("last", IndustryPlugin.SPI_VERSION, List.of())));
        assertThat(plugins.ids()).containsExactlyInAnyOrder("first", "last");
        assertThat(plugins.refusals())
                .extracting(IndustryPlugins.Refusal::reason)
                .satisfiesExactly(
                        reason -> assertThat(reason).contains("taken by another plugin"),
                        reason -> assertThat(reason).contains("version " + (IndustryPlugin.SPI_VERSION + 1)),
                        reason -> assertThat(reason).contains("Bad Id"),
                        reason -> assertThat(reason).contains("pack that it brings is broken"));
        assertThat(plugins.word(Set.of("last"), "customer", "en")).contains("last customer");
        assertThat(plugins.word(Set.of(), "customer", "en")).isEmpty();
    }
}
